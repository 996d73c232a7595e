"""What a real bash is offered, by the script that --show-completion prints."""

import os
import shlex
import subprocess
import time
from pathlib import Path

import pytest

from graph.claims import EXTRACTORS
from graph.exports import EXPORTERS
from graph.model import POLARITY
from graph.networks.discourse import KINDS, NORMALISATIONS
from graph.networks.filters import KINDS as TYPES
from graph.networks.graphs import NETWORKS
from graph.networks.printing import FORMATS as TABLE_FORMATS
from graph.querying import FORMATS
from graph.querying.prefixes import PREFIX_FORMS
from graph.querying.saved import saved_names
from graph.store import open_store
from graph.vocabulary import Minter
from tests.completion.conftest import Complete
from tests.querying import town


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (["sho"], ["show"]),
        (["query", "positions-o"], ["positions-of", "positions-over-time"]),
        (["queries", "who-sp"], ["who-speaks-for"]),
        (["show", "Mara"], [r"Mara\ Okoye"]),
        (["show", "mara"], [r"Mara\ Okoye"]),
        (["show", "okoye"], [r"Mara\ Okoye", r"Okoye\ comes\ round\ to\ the\ quay"]),
        (["show", r"Mara\ O"], [r"Mara\ Okoye"]),
        (["show", '"Mara O'], ["Mara Okoye"]),
        (["show", "'Mara O"], ["Mara Okoye"]),
        (["show", "second"], [r"Second\ quay"]),
        (["explain", "council"], [r"Council\ splits\ over\ the\ quay"]),
        (["query", "allies", "-p", ""], [rf"who={name}" for name in ("Mara\\ Okoye", "dock\\ workers")]),
        (["query", "positions-of", "-p", "who", "=", "oko"], [r"Mara\ Okoye"]),
        (["query", "positions-of", "-p", "who", "="], [r"Mara\ Okoye", r"Jonas\ Brandt"]),
        (["query", "positions-of", "-p", "who", "=", '"mara o'], ["Mara Okoye"]),
        (["query", "positions-of", "-p", '"who=mara o'], ["who=Mara Okoye"]),
        (["query", "positions-of", "--param", "=", "who", "=", "oko"], [r"Mara\ Okoye"]),
        (["query", "who-stands-where", "-p", "proposal", "=", "meals"], [r"Free\ school\ meals"]),
        (["query", "positions-over-time", "-p", ""], ["who=", "proposal="]),
        (["query", "positions-over-time", "-p", "who=Okoye", "-p", "proposal", "=", "sec"], [r"Second\ quay"]),
        (["query", "positions-of", "-p", "stance", "=", "sup"], ["support"]),
        (["query", "roles", "--format", "ta"], ["table"]),
        (["query", "roles", "--format", "=", "ta"], ["table"]),
    ],
)
def test_what_is_meant_is_offered(complete: Complete, words: list[str], offers: list[str]) -> None:
    """Names by any word of theirs and in any case, quoted as the word that is typed."""
    found = complete(*words)
    assert set(offers) <= set(found)
    assert len(offers) > 1 or found == offers or "" in words


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (["query", ""], saved_names()),
        (["query", "x", "--format", ""], FORMATS),
        (["stats", "--format", ""], FORMATS),
        (["shell", "--format", ""], FORMATS),
        (["export", ""], EXPORTERS),
        (["prefixes", "--format", ""], PREFIX_FORMS),
        (["view", "--network", ""], NETWORKS),
        (["networks", "save", "--network", ""], NETWORKS),
        (["networks", "actors", "--kind", ""], KINDS),
        (["networks", "actors", "--normalise", ""], NORMALISATIONS),
        (["networks", "actors", "--format", ""], TABLE_FORMATS),
        (["networks", "measures", ""], ["places", "divisions", "summary"]),
        (["view", "--type", ""], TYPES),
        (["view", "--stance", ""], POLARITY),
        (["build", "--extractor", ""], EXTRACTORS),
    ],
)
def test_words_are_those_that_the_program_knows(complete: Complete, words: list[str], known: list[str]) -> None:
    """They are written out beside the commands, to start quickly."""
    assert sorted(complete(*words)) == sorted(known)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "zzzz"],
        ["show", '" } DROP ALL'],
        ["query", "nothing-like-this", "-p", "w"],
        ["query", "-p", "w"],
        ["query", "positions-of", "-p", "nothing", "=", "x"],
        ["query", "SELECT * {", "-p", "w"],
        ["nonsense", "x"],
    ],
)
def test_nothing_is_offered_where_nothing_fits(complete: Complete, words: list[str]) -> None:
    """And nothing is written."""
    assert complete(*words) == []


def test_a_store_that_cannot_be_read_is_no_matter(complete: Complete, tmp_path: Path) -> None:
    """Missing, or no store; what needs none is offered all the same."""
    (tmp_path / "file").touch()
    for store in (tmp_path / "none", tmp_path / "file", tmp_path):
        assert complete("show", "a", store=store) == []
        assert complete("query", "positions-of", "-p", "w", store=store) == ["who="]
        assert complete("query", "over", store=store) == ["overview"]
    assert not (tmp_path / "none").exists()


def test_a_store_that_does_not_answer_is_not_waited_for(complete: Complete, tmp_path: Path) -> None:
    """Here its first file is a pipe into which nobody writes."""
    os.mkfifo(tmp_path / "format")
    start = time.monotonic()
    assert complete("show", "a", store=tmp_path) == []
    assert time.monotonic() - start < 5


HOSTILE = [
    "Eve $(touch owned)",
    "Eve `touch owned` x",
    "Eve '; touch owned #y",
    'Eve "; touch owned #z',
    "Eve \\$(touch owned) w",
    "Eve * ? [a-z] v",
    "Eve !! & | > < ~ {a,b} u",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with labels that a shell would obey."""
    path = tmp_path_factory.mktemp("hostile") / "store"
    controls = ["Eve \x1b[2J t", "Eve\nsecond", "Eve \u202e s"]
    with open_store(path, write=True) as opened:
        people = [town.Actor(f"urn:eve:{i}", label, "Person") for i, label in enumerate([*HOSTILE, *controls])]
        opened.replace_graph(Minter().graph("actors"), town.actor_quads(people, Minter()))
    return path


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_shell_reads_an_offer_as_the_name_that_it_is(
    complete: Complete, hostile: Path, tmp_path: Path, quote: str
) -> None:
    """Whatever the name holds, nothing of it is run; what cannot be quoted so is left out, and so are controls."""
    found = complete("show", f"{quote}eve", store=hostile)
    read = []
    for offer in found:
        done = subprocess.run(
            ["bash", "-c", f"printf %s {quote}{offer}{quote}"], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert not done.stderr
        read.append(done.stdout)
    assert not list(tmp_path.iterdir())
    left_out = {"": (), '"': ("!",), "'": ("'",)}[quote]
    assert sorted(read) == sorted(name for name in HOSTILE if not set(name) & set(left_out))


def test_namesakes_are_offered_by_their_iri(complete: Complete, tmp_path: Path) -> None:
    """Their name alone would not tell them apart."""
    with open_store(tmp_path / "store", write=True) as opened:
        twins = [town.Actor(town.MINT.actor("Person", name), "Ann Lee", "Person") for name in ("Lee 1", "Lee 2")]
        opened.replace_graph(Minter().graph("actors"), town.actor_quads(twins, Minter()))
    assert complete("show", "ann", store=tmp_path / "store") == ["id:person/lee-1", "id:person/lee-2"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_what_they_can_take(
    surroundings: dict[str, str], hostile: Path, location: Path, shell: str
) -> None:
    """Zsh evaluates what it is given, so that names which it would obey are left out; fish quotes by itself."""
    environment = {
        **surroundings,
        "_CLAIMGRAPH_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    for line, store in (("claimgraph show eve", hostile), ("claimgraph show Mara\\ ", location)):
        told = {**environment, "_TYPER_COMPLETE_ARGS": line, "CLAIMGRAPH_STORE": str(store)}
        said = subprocess.run(["claimgraph"], env=told, capture_output=True, text=True)
        assert said.returncode == 0 and not said.stderr
        if store is location:
            assert "Mara Okoye" in said.stdout
        elif shell == "zsh":
            assert "touch" not in said.stdout and "Eve * ?" in said.stdout
        else:
            assert sorted(said.stdout.splitlines()) == sorted(HOSTILE)


def test_a_fault_is_silent(surroundings: dict[str, str]) -> None:
    """Even where the shell tells nonsense."""
    for told in ({"COMP_WORDS": "claimgraph\nshow", "COMP_CWORD": "x"}, {}, {"COMP_WORDS": "'", "COMP_CWORD": "9"}):
        environment = {**surroundings, "_CLAIMGRAPH_COMPLETE": "complete_bash", **told}
        done = subprocess.run(["claimgraph"], env=environment, capture_output=True, text=True)
        assert (done.stderr, done.returncode) == ("", 0)


def test_the_script_is_what_is_installed(surroundings: dict[str, str], tmp_path: Path) -> None:
    """--install-completion leaves it where an interactive bash finds it."""
    environment = {**surroundings, "HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    command = ["claimgraph", "--install-completion", "bash"]
    assert subprocess.run(command, env=environment, capture_output=True).returncode == 0
    sourced = shlex.split((tmp_path / ".bashrc").read_text())
    assert any(Path(word).is_file() for word in sourced)

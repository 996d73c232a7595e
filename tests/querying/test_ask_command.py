"""The command ask, as a process: what it says where, and that the command it names gives the same answer."""

import json
import os
import pty
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.mapping import actor_quads, codebook_quads
from graph.model import Actor, Proposal
from graph.store import open_store
from graph.vocabulary import Minter
from tests.querying.test_command import HEAVY, ROOT, command, run

MINT = Minter()
ASKED = "Asked as: claimgraph "


def again(said: str) -> list[str]:
    """The words of the command that asks the same again, as a shell reads them."""
    return shlex.split(said.splitlines()[0].partition(ASKED)[2])


def test_the_answer_alone_is_on_standard_output(location: Path) -> None:
    """JSON when piped; what was understood is a line on standard error."""
    done = run(location, "ask", "who", "opposes", "the", "second", "quay")
    assert done.returncode == 0, done.stderr
    assert [row["who"]["value"] for row in json.loads(done.stdout)["results"]["bindings"]] == ["Mara Okoye"]
    asked = f"{ASKED}query who-stands-where -p 'proposal=Second quay' -p stance=oppose --store {location}\n"
    assert done.stderr == asked


def test_the_command_that_is_named_gives_the_same_answer(location: Path) -> None:
    """Names with blanks are quoted, and the store is named where it is not the usual one."""
    for question in ("what does Okoye think of a new quay", 'who said "drown the eelgrass"'):
        done = run(location, "ask", question, "--format", "csv")
        words = again(done.stderr)
        assert words[-2:] == ["--store", str(location)]
        once_more = [sys.executable, str(ROOT / "cli.py"), *words, "--format", "csv"]
        assert subprocess.run(once_more, capture_output=True, text=True, timeout=60).stdout == done.stdout
        assert len(done.stdout.splitlines()) > 1


def test_the_store_of_the_environment_is_not_named(location: Path) -> None:
    """It will be there the next time."""
    arguments = [sys.executable, str(ROOT / "cli.py"), "ask", "who opposes the second quay"]
    environment = {**os.environ, "CLAIMGRAPH_STORE": str(location)}
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, env=environment)
    assert again(done.stderr) == ["query", "who-stands-where", "-p", "proposal=Second quay", "-p", "stance=oppose"]


def test_the_sparql_is_shown_to_whom_asks_for_it(location: Path) -> None:
    """With its values and without its header, below what was understood."""
    done = run(location, "ask", "--show", "who opposes the second quay")
    assert done.stderr.startswith(ASKED) and "\n\nSELECT ?who" in done.stderr
    assert "VALUES ?proposal { <https://w3id.org/claimgraph/id/proposal/second-quay> }" in done.stderr
    assert "# ask:" not in done.stderr


def test_what_a_name_was_taken_for_is_said(location: Path) -> None:
    """Where the graph writes it otherwise than the question."""
    done = run(location, "ask", "what does Okoey think of a new quay")
    assert done.stderr.startswith("“Okoey” is Mara Okoye. Asked as: "), done.stderr


def test_a_phrase_that_the_shell_took_out_of_its_marks_is_a_phrase(location: Path) -> None:
    """Among other words; a question in one argument is none."""
    done = run(location, "ask", "who", "said", "drown the eelgrass", "--format", "csv")
    assert "-p 'words=drown the eelgrass'" in done.stderr and "Mara Okoye" in done.stdout


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who does not oppose the second quay", "No saved query can follow “not”"),
        ("what is the weather", "No proposal or actor in the store is called 'weather'"),
        ("who opposes\x1b[2J the second quay", "No saved query"),
    ],
)
def test_what_is_not_understood_is_one_sentence_and_a_code(location: Path, question: str, words: str) -> None:
    """Exit code 2, nothing on standard output, no control character on standard error."""
    done = run(location, "ask", question)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("claimgraph: ") and done.stderr.count("\n") == 1
    assert words in done.stderr and "\x1b" not in done.stderr


def test_options_are_those_of_query(location: Path) -> None:
    """Format, limit and time."""
    done = run(location, "ask", "what did Okoye say", "--format", "jsonl", "--limit", "2")
    assert len(done.stdout.splitlines()) == 2
    assert run(location, "ask", "what did Okoye say", "--format", "pdf").returncode == 2
    assert run(location, "ask", "what did Okoye say", "--timeout", "0").returncode == 0


def test_on_a_terminal_it_is_a_table_below_the_sparql(location: Path) -> None:
    """What was understood comes first, the answer last, where the eye is."""
    screen, terminal = pty.openpty()
    environment = {**os.environ, "COLUMNS": "90", "TERM": "xterm"}
    arguments = command(location, "ask", "--show", "who opposes the second quay")
    done = subprocess.Popen(arguments, stdout=terminal, stderr=terminal, env=environment)
    os.close(terminal)
    text = b"".join(_pieces(screen))
    assert done.wait(timeout=20) == 0
    os.close(screen)
    places = [text.find(part) for part in (b"Asked as:", b"SELECT ?who", b"1 row")]
    assert places == sorted(places) and places[0] == 0


def _pieces(screen: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(screen, 4096)
        except OSError:  # the other end was closed
            return
        if not piece:
            return
        yield piece


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose names are written to do harm."""
    path = tmp_path_factory.mktemp("hostile") / "store"
    labels = ("Eve \x1b[2J\x1b]0;owned\x07", "Bob'; rm -rf $HOME #", '" } UNION { ?s ?p ?o } #')
    actors = [Actor(MINT.actor("Person", f"h{n}"), label, "Person") for n, label in enumerate(labels)]
    proposal = Proposal(MINT.proposal("p"), "Toll `id` $(id) \u202egate\n| x")
    with open_store(path, write=True) as store:
        store.replace_graph(MINT.graph("actors"), actor_quads(actors, MINT))
        store.replace_graph(MINT.graph("codebook"), codebook_quads([proposal], {}, MINT))
    return path


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who is Eve", "who=id:person/h0"), ("who is Bob", "Bob'"), ("who is UNION", "UNION"),
        ("what is toll id id gate x", "proposal=id:proposal/p"),
    ],
)  # fmt: skip
def test_hostile_names_are_shown_and_quoted(hostile: Path, question: str, said: str) -> None:
    """Nothing moves the cursor, and the command names the thing by a word that a shell leaves alone, or by its IRI."""
    done = run(hostile, "ask", question, "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stderr)
    assert done.stderr.count("\n") == 1 and said in done.stderr
    once_more = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *again(done.stderr)], capture_output=True, text=True
    )
    assert once_more.returncode == 0 and json.loads(once_more.stdout)["results"]["bindings"]


def test_understanding_loads_nothing_heavy(location: Path) -> None:
    """In the process itself, since the child of the command says nothing of it; only a slip of the pen needs more."""
    script = (
        "import sys; from graph.querying.asking import understand; from graph.store import open_store\n"
        "with open_store(sys.argv[1]) as store: understand(store, 'who opposes the second quay')\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    arguments = [sys.executable, "-c", script, str(location)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, cwd=ROOT)
    loaded = set(done.stdout.split())
    assert "snowballstemmer" in loaded, done.stderr
    assert not loaded & {*HEAVY, "rich", "rapidfuzz"}

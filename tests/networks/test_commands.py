"""`networks` and `view` on the command line: formats, filters, refusals in one sentence."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from graph.errors import InputError
from graph.mapping import quads
from graph.store import open_store
from tests.networks.made_up import MINT, small


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store on disk with the small debate."""
    path = tmp_path_factory.mktemp("networks") / "store"
    with open_store(path, write=True) as opened:
        for reading in small():
            opened.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
    return str(path)


def run(*words: str) -> Result:
    """What a command prints."""
    return CliRunner().invoke(cli.app, words)


@pytest.mark.parametrize("what", ["affiliation", "actors", "proposals", "measures"])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_table_comes_in_every_format(store: str, what: str, form: str) -> None:
    """A table is read by people, JSON and CSV by programs, with as many rows."""
    found = run("networks", what, "--store", store, "--format", form)
    assert found.exit_code == 0, found.output
    if form == "json":
        assert json.loads(found.stdout)
    elif form == "csv":
        assert list(csv.DictReader(io.StringIO(found.stdout)))
    else:
        assert "row" in found.stdout.splitlines()[-1]


def test_affiliation_runs_from_the_actor_to_the_proposal(store: str) -> None:
    """Whichever IRI comes first in the alphabet."""
    rows = json.loads(run("networks", "affiliation", "--store", store, "--type", "country").stdout)
    assert {row["source"] for row in rows} == {"Norvia", "Estmark"}


def test_filters_narrow_every_network(store: str) -> None:
    """The same words as in `view` and `export`."""
    rows = json.loads(
        run("networks", "measures", "--store", store, "--since", "2025-09-01", "--stance", "oppose").stdout
    )
    assert rows[0]["statements"] == 1


@pytest.mark.parametrize(
    "words",
    [("actors", "--kind", "x"), ("actors", "--normalise", "x"), ("measures", "x"), ("affiliation", "--format", "x"),
     ("actors", "--stance", "x"), ("actors", "--type", "x"), ("actors", "--since", "soon"), ("save", "--network", "x")],
)  # fmt: skip
def test_what_there_is_not_is_refused_with_what_there_is(store: str, words: tuple[str, ...], tmp_path: Path) -> None:
    """The sentence names the bad word and the good ones."""
    more = ("--out", str(tmp_path / "x")) if words[0] == "save" else ()
    found = run("networks", *words, *more, "--store", store)
    assert isinstance(found.exception, InputError) and words[-1] in str(found.exception)


def test_view_writes_one_file_and_says_so(store: str, tmp_path: Path) -> None:
    """Nothing else appears beside it."""
    out = tmp_path / "page.html"
    found = run("view", "--store", store, "--out", str(out), "--focus", "Ilse Okafor", "--title", "A <b>title")
    assert found.exit_code == 0 and [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert "6 nodes, 5 lines" in found.output
    assert "<title>A &lt;b&gt;title</title>" in out.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_leaves_the_old_one(store: str, tmp_path: Path) -> None:
    """A folder that is not there is named."""
    found = run("view", "--store", store, "--out", str(tmp_path / "no" / "page.html"))
    assert isinstance(found.exception, InputError) and "page.html" in str(found.exception)


def test_save_writes_graphml(store: str, tmp_path: Path) -> None:
    """Of one network, with the filter."""
    out = tmp_path / "n.graphml"
    assert run("networks", "save", "--store", store, "--out", str(out), "--stance", "oppose").exit_code == 0
    assert out.read_text(encoding="utf-8").count("<edge ") == 4

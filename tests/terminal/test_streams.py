"""Standard input, output and error that are closed, full, or have nobody at their other end; a real terminal."""

import errno
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import psutil
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.store import open_store
from graph.terminal.streams import BY_PIPE
from tests.querying.test_command import command

HOSTILE = "a\x1b[2J\u009b31m\u202e\u2066\u061cb"
ANSWERING = (
    ["query", "roles"],
    ["query", "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--timeout", "0", "--format", "tsv"],
    ["stats"],
    ["show", "Okoye"],
    ["ask", "who is Okoye"],
    ["export", "turtle"],
    ["export", "markdown"],
    ["networks", "actors"],
    ["candidates"],
)


def in_shell(location: Path, arguments: list[str], more: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """A command with what a shell adds to it."""
    line = f"{shlex.join(command(location, *arguments))} {more}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], input=text, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("arguments", ANSWERING, ids=" ".join)
def test_who_has_read_enough_may_go(location: Path, arguments: list[str]) -> None:
    """The command ends as `cat` does, by SIGPIPE, without a word; not as `--ask` says no."""
    done = in_shell(location, arguments, "2>said | true; echo ${PIPESTATUS[0]}; cat said; rm said")
    code, _, said = done.stdout.partition("\n")
    assert int(code) in (0, BY_PIPE), said  # 0 where all fitted into the pipe before its reader went
    assert "claimgraph: " not in said and "Traceback" not in said


def test_a_reader_that_goes_ends_the_query_too(location: Path) -> None:
    """Neither the program nor the process that evaluates goes on."""
    endless = ["query", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "0", "--format", "csv"]
    running = subprocess.Popen(command(location, *endless), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None and running.stderr is not None
    assert running.stdout.readline()
    children = psutil.Process(running.pid).children()
    running.stdout.close()
    assert (running.wait(timeout=20), running.stderr.read()) == (-signal.SIGPIPE, b"")
    running.stderr.close()
    assert children and not psutil.wait_procs(children, timeout=10)[1]


def test_a_shell_whose_reader_goes_ends(location: Path) -> None:
    """As any other command does."""
    done = in_shell(location, ["shell"], "| true; echo ${PIPESTATUS[0]}", ".queries\n" * 50)
    assert (done.stdout, done.stderr) == (f"{BY_PIPE}\n", "")


@pytest.mark.parametrize("arguments", ANSWERING, ids=" ".join)
@pytest.mark.parametrize(("where", "words"), [(">&-", "is closed"), (">/dev/full", "No space left")])
def test_an_output_that_cannot_be_written_is_an_error(
    location: Path, arguments: list[str], where: str, words: str
) -> None:
    """Never an answer that is lost in silence; one sentence."""
    done = in_shell(location, [*arguments, *(["--limit", "9"] if "?d" in " ".join(arguments) else [])], where)
    assert done.returncode == 2
    assert words in done.stderr and done.stderr.count("claimgraph: ") == 1 and "Traceback" not in done.stderr


def test_what_writes_nothing_needs_no_output(location: Path, tmp_path: Path) -> None:
    """An answer by exit code, and one that goes into a file."""
    assert in_shell(location, ["query", "ASK { ?s ?p ?o }", "--ask"], ">&- <&-").returncode == 0
    assert in_shell(location, ["query", "ASK { ?s ?p 7 }", "--ask"], ">&- 2>&-").returncode == 1
    path = tmp_path / "all.nq"
    assert in_shell(location, ["export", "nquads", "--out", str(path)], "<&- >&- 2>&-").returncode == 0
    assert path.read_bytes().count(b"\n") > 50


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full", "2> >(true)", "<&- 2>&-"])
def test_what_cannot_be_said_changes_nothing_else(location: Path, where: str) -> None:
    """The exit code is what it would be, nothing of it goes to standard output, and an answer is whole."""
    wrong = in_shell(location, ["query", "nothing-like-this"], where)
    assert (wrong.returncode, wrong.stdout) == (3, "")
    noted = in_shell(location, ["query", "SELECT * { ?s cg:oposes ?o }", "--format", "csv"], where)
    assert (noted.returncode, noted.stdout) == (0, "s,o\n")


def test_a_closed_standard_error_does_not_write_into_the_store(location: Path, tmp_path: Path) -> None:
    """What is opened next would get its number."""
    store = Path(copytree(location, tmp_path / "store"))
    done = in_shell(store, ["update", "INSERT DATA { <urn:a> <urn:b> 'c' }"], "<&- >&- 2>&-")
    assert done.returncode == 0
    assert in_shell(store, ["query", "ASK { <urn:a> ?p ?o }", "--ask"], "").returncode == 0


def test_a_shell_without_an_input_is_one_sentence(location: Path) -> None:
    """Nothing was asked, and nothing is answered."""
    done = in_shell(location, ["shell"], "<&-")
    assert done.returncode == 2 and "Standard input or output is closed" in done.stderr
    assert done.stderr.count("\n") == 1


def on_terminal(arguments: list[str], more: Mapping[str, str] | None = None) -> str:
    """All that a command writes on a terminal, by its standard output and error."""
    screen, inside = pty.openpty()
    running = subprocess.Popen(
        arguments, stdin=inside, stdout=inside, stderr=inside, env={**os.environ, **(more or {})}
    )
    os.close(inside)
    seen = b""
    while True:
        try:
            piece = os.read(screen, 65536)
        except OSError as error:  # of a terminal that nobody holds open any more
            assert error.errno == errno.EIO
            break
        if not piece:
            break
        seen += piece
    running.wait(timeout=30)
    os.close(screen)
    return seen.decode("utf-8", "surrogateescape")


def steering(text: str) -> set[str]:
    """The characters of a text that could steer a terminal."""
    return {c for c in text if not c.isprintable() and c not in "\r\n\t" and not 0xDC80 <= ord(c) <= 0xDCFF}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store, with what could steer a terminal in its name and in what it holds."""
    path = tmp_path_factory.mktemp("hostile") / HOSTILE
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    with open_store(path, write=True) as store:
        for number in range(2000):  # more than goes through a pipe in one piece
            thing = NamedNode(f"urn:thing/{number}")
            store.add([Quad(thing, label, Literal("x" * (number % 7) + HOSTILE), NamedNode("urn:graph"))])
        actor = NamedNode("https://w3id.org/claimgraph/ontology#Actor")
        store.add([Quad(NamedNode("urn:thing/0"), kind, actor, NamedNode("urn:graph"))])
    return path


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl", "xml", "md"])
def test_no_answer_steers_a_terminal(hostile: Path, form: str) -> None:
    """In whatever format; a pipe gets what the format says."""
    arguments = command(hostile, "query", "SELECT ?o { ?s skos:prefLabel ?o }", "--format", form)
    seen = on_terminal(arguments, {"TERM": "dumb"})
    assert seen.count("\\u202e") == 2000 and not steering(seen)
    piped = subprocess.run(arguments, capture_output=True, timeout=60, check=True).stdout.decode()
    assert ("\u202e" in piped) == (form != "md")


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "turtle"],
        ["query", "SELECT * { ?s ?p '" + HOSTILE + "' }", "--explain"],
        ["query", "SELECT * { ?s ?p '" + HOSTILE + "'"],
        ["query", HOSTILE],
        ["query", "roles", "-p", f"{HOSTILE}=1"],
        ["query", "roles", "-p", HOSTILE],
        ["query", "roles", "--format", HOSTILE],
        ["query", "roles", f"--{HOSTILE}"],
        ["show", HOSTILE],
        ["show", "nobody " + HOSTILE],
        ["ask", "who opposes", HOSTILE],
        ["export", "turtle"],
        ["export", HOSTILE],
        ["validate"],
        ["update", "DELETE WHERE { ?s ?p '" + HOSTILE + "' }", "--dry-run"],
        ["update", HOSTILE],
        ["load", HOSTILE],
        ["explain", f"/{HOSTILE}"],
        [HOSTILE],
    ],
    ids=range(19),
)
def test_nothing_that_is_said_steers_a_terminal(hostile: Path, arguments: list[str]) -> None:
    """Arguments, the name of the store and what it holds come back in messages."""
    assert not steering(on_terminal(command(hostile, *arguments), {"TERM": "dumb", "NO_COLOR": "1"}))


def test_files_that_are_named_to_steer_a_terminal(tmp_path: Path) -> None:
    """Not by what load and build say of them, nor by the header of a query; a line of its own they do not get."""
    store, name = tmp_path / "store", f"{HOSTILE}\nclaimgraph: all is well"
    (tmp_path / f"{name}.ttl").write_text("<urn:a> <urn:b> 'c' .")
    (tmp_path / f"{HOSTILE}.rq").write_text(f"# title: {HOSTILE}\n# param: who actor {HOSTILE}\nASK {{ ?who ?p ?o }}")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / f"{name}.txt").touch()
    loaded = on_terminal(command(store, "load", str(tmp_path / f"{name}.ttl")))
    assert "1 statement in" in loaded and not steering(loaded) and "\nclaimgraph" not in loaded
    asked = on_terminal(command(store, "query", str(tmp_path / f"{HOSTILE}.rq")))
    assert "needs the actor who" in asked and not steering(asked)
    listed = on_terminal([*command(store, "queries", str(tmp_path / f"{HOSTILE}.rq"))[:-2]])
    assert "# title" in listed and not steering(listed)
    built = on_terminal(command(store, "build", str(tmp_path / "news"), "--extractor", "rules"), {"TERM": "dumb"})
    assert "is empty" in built and not steering(built) and "\nclaimgraph: all" not in built


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_pipe_gets_utf8_whatever_the_locale(location: Path, encoding: str) -> None:
    """Texts as well as answers."""
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command(location, "show", "Okoye"), capture_output=True, env=surroundings, timeout=60)
    assert done.returncode == 0 and "“drown" in done.stdout.decode()


def test_whatever_is_said_is_said_in_one_place() -> None:
    """By `say` and `put`, which know what may steer a terminal; a new command is not to forget it."""
    root = Path(__file__).parents[2]
    files = [root / "cli.py", *(root / "graph").rglob("*.py")]
    others = [path for path in files if path.parent.name != "terminal"]
    wanting = [path for path in others if re.search(r"typer\.echo\(|file=sys\.stderr", path.read_text("utf-8"))]
    assert not wanting


def test_a_fault_is_no_no(tmp_path: Path) -> None:
    """What is our own fault ends with another code than 1, and with its traceback."""
    script = "import cli; cli.sentence = lambda error: None; cli.app(['stats', '--store', '/none'])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root, timeout=60)
    assert done.returncode == 2 and "Traceback" in done.stderr

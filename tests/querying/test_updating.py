"""The command update: asks before it removes, and is refused in one sentence where it is no update."""

import fcntl
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree

import pytest

from graph.build.loading import load_apart
from graph.errors import InputError, QueryError
from graph.querying.updating import update
from graph.store import open_store
from tests.querying.test_command import ROOT, command, run

REMOVES = "DELETE WHERE { ?who cg:opposes ?what }"
OPPOSES = "ASK { ?who cg:opposes ?what }"


@pytest.fixture
def own(location: Path, tmp_path: Path) -> Path:
    """A copy of the town, to be changed."""
    return Path(copytree(location, tmp_path / "store"))


def test_an_update_that_only_adds_is_done(own: Path) -> None:
    """The prefixes are built in, and it says what it did."""
    done = run(
        own, "update", "INSERT DATA { <https://w3id.org/claimgraph/id/person/mara-okoye> skos:altLabel 'The Tern' }"
    )
    assert done.returncode == 0
    assert "0 statements removed, 1 statement added, in 1 graph" in done.stderr
    assert "Tern" in run(own, "show", "The Tern").stdout


def test_what_removes_is_not_done_where_nobody_can_be_asked(own: Path) -> None:
    """The message says what would go, and what to add."""
    done = run(own, "update", REMOVES)
    assert done.returncode == 2 and "add --yes" in done.stderr
    assert run(own, "query", OPPOSES, "--ask").returncode == 0


def test_with_yes_it_is_done(own: Path) -> None:
    """From the union, and so from every graph."""
    assert run(own, "update", REMOVES, "--yes").returncode == 0
    assert run(own, "query", OPPOSES, "--ask").returncode == 1
    assert run(own, "query", "ASK { GRAPH ?g { ?who cg:opposes ?what } }", "--ask").returncode == 1


def test_a_dry_run_shows_and_changes_nothing(own: Path, tmp_path: Path) -> None:
    """From a file as well."""
    (tmp_path / "u.ru").write_text(REMOVES)
    done = run(own, "update", str(tmp_path / "u.ru"), "--dry-run")
    assert done.returncode == 0
    assert "- id:person/mara-okoye cg:opposes id:proposal/second-quay" in done.stdout
    assert run(own, "query", OPPOSES, "--ask").returncode == 0


@pytest.mark.parametrize(("answer", "left"), [("n", 0), ("y", 1)])
def test_who_is_at_a_terminal_is_asked(own: Path, answer: str, left: int) -> None:
    """No is what nothing means."""
    mine, theirs = pty.openpty()
    running = subprocess.Popen(command(own, "update", REMOVES), stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = b""
    while b"[y/N]" not in said:
        said += os.read(mine, 4096)
    os.write(mine, f"{answer}\n".encode())
    assert running.wait(timeout=30) == 0
    os.close(mine)
    assert b"removed" in said
    assert run(own, "query", OPPOSES, "--ask").returncode == left


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ("SELECT * { ?s ?p ?o }", "use `claimgraph query`"),
        ("DELETE WHERE { ?s ?p ?o ", "'{' is not closed"),
        ("INSERT DATA { <urn:a> cgg:b <urn:c> }", "did you mean cg:"),
        ("LOAD <http://127.0.0.1:9/>", "--allow-federation"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "--allow-federation"),
        ("hello", "no SPARQL update"),
    ],
)
def test_what_is_no_update_is_refused(own: Path, update: str, words: str) -> None:
    """Exit code 3, one sentence, nothing changed."""
    done = run(own, "update", update, "--yes")
    assert done.returncode == 3 and words in done.stderr and "Traceback" not in done.stderr


ENDLESS = (
    "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER(?a = ?o && ?c = ?m) }"
)


def test_an_update_that_takes_too_long_leaves_the_store_as_it_was(own: Path) -> None:
    """Exit code 124; the next writer clears what it tried on."""
    done = run(own, "update", ENDLESS, "--yes", "--timeout", "1")
    assert done.returncode == 124 and "longer than 1 seconds" in done.stderr
    assert run(own, "query", OPPOSES, "--ask").returncode == 0
    assert run(own, "update", REMOVES, "--yes").returncode == 0
    assert not (own / "scratch").exists()


def test_an_update_may_use_only_so_much_memory(own: Path) -> None:
    """One sentence, and the store as it was."""
    many = "?s ?p ?o . ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?o), STR(?c), STR(?f)) AS ?t)"
    grown = f"INSERT {{ ?s <urn:p> ?t }} WHERE {{ {many} }}"
    done = run(own, "update", grown, "--yes", "--memory", "0.2")
    assert done.returncode == 2 and "needed more memory" in done.stderr
    assert run(own, "query", "ASK { ?s <urn:p> ?o }", "--ask").returncode == 1


def test_an_update_that_is_too_deep_is_refused(own: Path) -> None:
    """Before the engine reads it."""
    done = run(own, "update", f"INSERT {{ ?s ?p 1 }} WHERE {'{' * 5000} {'}' * 5000}", "--yes")
    assert done.returncode == 3 and "5,000 '{' in each other" in done.stderr


def test_what_is_stopped_leaves_nothing_half_made(own: Path) -> None:
    """The copy that it was tried on is gone, and the store as it was."""
    endless = "INSERT { ?a ?b ?l } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    assert run(own, "update", endless, "--yes", "--timeout", "1").returncode == 124
    assert {path.name for path in own.iterdir()} == {"format", "live", "snapshots", "writer.lock"}
    assert run(own, "query", OPPOSES, "--ask").returncode == 0


def test_who_is_asked_may_think(own: Path) -> None:
    """The time is not that of the answer, nor of what is done then."""
    mine, theirs = pty.openpty()
    arguments = command(own, "update", REMOVES, "--timeout", "2")
    running = subprocess.Popen(arguments, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = b""
    while b"[y/N]" not in said:
        said += os.read(mine, 4096)
    time.sleep(2.5)
    os.write(mine, b"y\n")
    assert running.wait(timeout=30) == 0
    os.close(mine)
    assert run(own, "query", OPPOSES, "--ask").returncode == 1


SLOWLY_DONE = """
import sys, time
sys.path.insert(0, sys.argv[1])
from graph.querying.updating import update
from graph.store.writing import WriteStore

change = WriteStore._change

def slowly(store, *how):
    change(store, *how)
    time.sleep(1.5)

WriteStore._change = slowly
update(sys.argv[2], sys.argv[3], yes=True, timeout=1.0)
"""


def test_what_is_agreed_to_is_done_whole(own: Path) -> None:
    """However long that takes: that it was stopped, and the store as it was, would be no truth."""
    done = subprocess.run(
        [sys.executable, "-c", SLOWLY_DONE, str(ROOT), str(own), REMOVES], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0 and "removed" in done.stderr
    assert run(own, "query", OPPOSES, "--ask").returncode == 1


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("after", ["query", "update"])
def test_who_comes_after_a_killed_update_finds_the_store_as_it_was(own: Path, by: signal.Signals, after: str) -> None:
    """No process goes on, and what it left is cleared away by the next who reads or writes."""
    running = subprocess.Popen(command(own, "update", ENDLESS, "--yes"), stderr=subprocess.PIPE, start_new_session=True)
    deadline = time.monotonic() + 20
    while not (own / "scratch" / "CURRENT").exists():
        assert time.monotonic() < deadline and running.poll() is None
        time.sleep(0.02)
    if by == signal.SIGINT:
        os.killpg(running.pid, by)
    else:
        running.kill()
    _, said = running.communicate(timeout=10)
    assert b"Traceback" not in said
    assert (own / "scratch").exists() == (by == signal.SIGKILL)
    while _is_held(own):
        assert time.monotonic() < deadline, "the child goes on"
        time.sleep(0.02)
    if after == "query":
        assert run(own, "query", OPPOSES, "--ask").returncode == 0
    else:
        assert run(own, "update", "INSERT DATA { <urn:s> <urn:p> 1 }").returncode == 0
    assert not (own / "scratch").exists()


def _is_held(store: Path) -> bool:
    """Whether somebody writes to a store."""
    with (store / "writer.lock").open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def test_a_process_that_has_opened_a_store_can_update_it(own: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The engine's threads are not in a fork, which would wait for them for ever."""
    with open_store(own) as store:
        before = store.size()
    update(own, "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1, 2 } }", timeout=60)
    assert "0 statements removed, 2 statements added, in 1 graph" in capfd.readouterr().err
    with open_store(own) as store:
        assert store.size() == before + 2
        with pytest.raises(InputError, match="add --yes"):
            update(own, REMOVES, timeout=60)
        with pytest.raises(QueryError, match="not SPARQL"):
            update(own, "INSERT DATA { <urn:a> <urn:b> }", timeout=60)


def test_a_process_that_has_opened_a_store_can_load_into_it(own: Path, tmp_path: Path) -> None:
    """As it can update it."""
    (tmp_path / "some.nt").write_text("<urn:a> <urn:b> <urn:c> .\n")
    with open_store(own) as store:
        before = store.size()
    load_apart([tmp_path / "some.nt"], own, None, 8.0)
    with open_store(own) as store:
        assert store.size() == before + 1

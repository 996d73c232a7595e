"""The shell as it is typed into, in a real terminal."""

import stat
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from graph.store import open_store
from graph.vocabulary import Minter
from tests.querying import town
from tests.shell.terminal import PROMPT, Terminal

Start = Callable[..., Terminal]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
LEAVE = "\x04"
CONTROL_C = "\x03"


def test_a_query_of_several_lines(location: Path, terminal: Start) -> None:
    """Enter goes on within brackets, and runs what is whole."""
    shell = terminal(location)
    shell.until(PROMPT)
    shell.type("SELECT ?name {\r")
    shell.until("      > ")
    shell.type("?who cg:opposes/skos:prefLabel ?name\r")
    shell.until("      > ")
    shell.type("}\r")
    shell.until("1 row")
    assert "Secondquay" in shell.text
    shell.until(PROMPT)
    shell.type(LEAVE)
    assert shell.ended() == 0
    assert "Traceback" not in shell.text


def test_control_c_ends_a_query_and_the_shell_goes_on(location: Path, terminal: Start) -> None:
    """Within two seconds, and its process is gone."""
    shell = terminal(location)
    shell.until(PROMPT)
    before = set(psutil.Process(shell.process.pid).children(recursive=True))
    shell.type(f"{ENDLESS}\r")
    time.sleep(1.5)
    running = set(psutil.Process(shell.process.pid).children(recursive=True)) - before
    assert running, "a query runs in a process of its own"
    start = time.monotonic()
    shell.type(CONTROL_C)
    shell.until("Stopped.")
    shell.until(PROMPT)
    assert time.monotonic() - start < 2
    assert not any(child.is_running() for child in running)
    shell.type("ASK { ?s cg:opposes ?o }\r")
    shell.until("yes")


def test_control_c_at_the_prompt_clears_the_line(location: Path, terminal: Start) -> None:
    """Without running it and without leaving."""
    shell = terminal(location)
    shell.until(PROMPT)
    shell.type("SELECT nonsense")
    shell.until("nonsense")
    shell.type(CONTROL_C)
    shell.until(PROMPT)
    shell.type("ASK { ?s a cg:Article }\r")
    shell.until("yes")
    assert "notSPARQL" not in shell.text


def test_an_actor_is_completed_by_its_label(location: Path, terminal: Start) -> None:
    """A part of the name after <, with the name and the kind in the menu, and its IRI in the query."""
    shell = terminal(location)
    shell.until(PROMPT)
    shell.type("SELECT ?name { <okoye")
    shell.until("Mara Okoye")
    shell.until("actor")
    shell.type("\t")
    shell.until("<https://w3id.org/claimgraph/id/person/mara-okoye>")
    shell.type(" cg:opposes/skos:prefLabel ?name }\r")
    shell.until("1 row")
    assert "Secondquay" in shell.text


def test_a_saved_query_with_the_name_of_an_actor(location: Path, terminal: Start) -> None:
    """The command, the query, its parameter and its value are completed."""
    shell = terminal(location)
    shell.until(PROMPT)
    shell.type(".run positions-o")
    shell.until("Positions of an actor")
    shell.type("f wh")
    shell.until("Whose positions")
    shell.type("o=brandt")
    shell.until("Jonas Brandt")
    shell.type("\t\r")
    shell.type("\r")
    shell.until("2 rows")


def test_articles_that_were_built_meanwhile_are_seen(tmp_path: Path, terminal: Start) -> None:
    """By the next query and by the next completion."""
    path = tmp_path / "store"
    with open_store(path, write=True) as opened:
        town.fill(opened)
    shell = terminal(path)
    shell.until(PROMPT)
    shell.type("SELECT (COUNT(*) AS ?n) { ?s a cg:Person }\r")
    shell.until("1 row")
    newcomer = town.actor("Person", "Zuzana Quist")
    with open_store(path, write=True) as opened:
        opened.replace_graph(Minter().graph("actors"), town.actor_quads([newcomer], Minter()))
    shell.until(PROMPT)
    shell.type("ASK { <zuz")
    shell.until("Zuzana Quist")
    shell.type("\t")
    shell.until("zuzana-quist>")
    shell.type(" a cg:Person }\r")
    shell.until("yes")


def test_the_history_outlasts_a_session(location: Path, terminal: Start, tmp_path: Path) -> None:
    """In a folder and a file that only their owner may read."""
    first = terminal(location)
    first.until(PROMPT)
    first.type("ASK { ?remembered ?p ?o }\r")
    first.until("yes")
    first.until(PROMPT)
    first.type(LEAVE)
    assert first.ended() == 0
    folder = tmp_path / "state" / "claimgraph"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "shell_history").stat().st_mode) == 0o600
    second = terminal(location)
    second.until(PROMPT)
    second.type("\x1b[A")
    second.until("?remembered")


@pytest.mark.parametrize("state", ["/proc/none", "/dev/null"])
def test_a_history_that_cannot_be_kept_is_no_failure(location: Path, terminal: Start, state: str) -> None:
    """It lasts as long as the shell."""
    shell = terminal(location, XDG_STATE_HOME=state)
    shell.until(PROMPT)
    shell.type("ASK { ?s ?p ?o }\r")
    shell.until("yes")
    shell.until(PROMPT)
    shell.type("\x1b[A")
    shell.until("ASK {")
    shell.type(f"{CONTROL_C}{LEAVE}")
    assert shell.ended() == 0
    assert "Traceback" not in shell.text and "Errno" not in shell.text


def test_labels_write_no_control_characters(tmp_path: Path, terminal: Start) -> None:
    """Neither in the menu nor in messages nor in answers."""
    path = tmp_path / "store"
    evil = town.actor("Person", "Eve \x1b]0;owned\x07\x1b[2JBad\u202e")
    twin = town.actor("Person", "Eve \x1b]0;owned\x07Twin")
    with open_store(path, write=True) as opened:
        opened.replace_graph(Minter().graph("actors"), town.actor_quads([evil, twin], Minter()))
    shell = terminal(path)
    shell.until(PROMPT)
    shell.type("ASK { <eve")
    shell.until("actor")
    shell.type(CONTROL_C)
    shell.until(PROMPT)
    shell.type(".show eve\r")
    shell.until("may be")
    shell.until(PROMPT)
    shell.type("SELECT ?l { ?s skos:prefLabel ?l }\r")
    shell.until("2 rows")
    assert b"\x1b]0;owned" not in shell.raw
    assert "\u202e" not in shell.text


def test_a_store_that_is_missing_is_said_at_once(tmp_path: Path, terminal: Start) -> None:
    """Not after the first query was typed."""
    shell = terminal(tmp_path / "none")
    shell.until("claimgraph build")
    assert shell.ended() == 2

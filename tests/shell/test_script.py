"""The shell with its questions from a pipe."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def command(location: Path, *arguments: str) -> list[str]:
    """How the program is started from the checkout."""
    return [sys.executable, str(ROOT / "cli.py"), "shell", "--store", str(location), *arguments]


def run(location: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Ask what a text asks."""
    return subprocess.run(command(location, *arguments), input=text, capture_output=True, text=True, timeout=60)


def test_questions_are_answered_one_after_the_other(location: Path) -> None:
    """SPARQL, a saved query with and without its command, in order."""
    done = run(
        location,
        "SELECT ?n {\n  ?s cg:opposes/skos:prefLabel ?n }\n\n"
        ".run positions-of who='Mara Okoye'\n"
        "positions-of who=okoye;\n"
        "ASK { ?s cg:opposes ?o };\n",
        "--format",
        "jsonl",
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows[0] == {"n": "Second quay"}
    assert rows[1:5] == rows[5:9] and len(rows) == 10
    assert rows[-1] == {"answer": True}


def test_english_needs_no_command(location: Path) -> None:
    """It is answered as `.ask` answers it."""
    done = run(location, "who opposes\n  the second quay;\n.ask who opposes the second quay\n", "--format", "jsonl")
    first, second = done.stdout.splitlines()
    assert first == second and json.loads(first)["who"] == "Mara Okoye"
    assert done.stderr.count("Asked as") == 2
    assert run(location, "who never opposed the second quay;").returncode == 2


def test_settings_hold_from_then_on(location: Path) -> None:
    """Format, limit, and what is shown."""
    query = "SELECT ?s { ?s ?p ?o };\n"
    done = run(
        location, f".format csv\n.limit 2\n.limit\n{query}.explain on\n{query}.explain off\n.limit off\n.limit\n"
    )
    lines = done.stdout.splitlines()
    assert lines[:2] == ["2", "s"]
    assert len([line for line in lines if line.startswith("https://")]) == 2
    assert "# rows: 2" in lines
    assert lines[-1] == "off"


def test_named_graphs_can_be_kept_apart(location: Path) -> None:
    """As --named does."""
    done = run(location, ".format tsv\n.named on\nASK { ?s ?p ?o };\n.named off\nASK { ?s ?p ?o };")
    assert done.stdout.split() == ["false", "true"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("SELECT * {", 3, "is not closed"),
        ("SELECT * { SERVICE <http://127.0.0.1/> {} };", 3, "SERVICE"),
        ("DELETE WHERE { ?s ?p ?o };", 3, "claimgraph update"),
        (f"SELECT * {'{' * 20_000} ?s ?p ?o {'}' * 20_000};", 3, "20,000 '{' in each other"),
        (".nonsense", 2, "no command .nonsense"),
        (".limt 3", 2, "did you mean .limit?"),
        (".limit three", 2, "no number of rows"),
        (".limit off\n.timeout -1", 2, "no number of seconds"),
        (".named maybe", 2, "neither on nor off"),
        (".format pdf", 2, "no format 'pdf'"),
        (".prefixes pdf", 2, "no format 'pdf'"),
        (".run", 2, "Say which query"),
        (".run 'positions-of", 2, "quotation mark stays open"),
        (".run nothing-like-this", 3, "no saved query"),
        (".queries nothing-like-this", 3, "no saved query"),
        ("positions-of;", 2, 'add who="..."'),
        (".run positions-of who=Nobody", 2, "Nothing in the store"),
        (".show Nobody", 2, "Nothing in the store"),
        (".show", 2, "Say whom"),
        (".save x.csv", 2, "no answer yet"),
        (".save", 2, "which file"),
        ("ASK {};\n.save x.pdf", 2, "tells no format"),
        ("ASK {};\n.save /none/such.csv", 2, "cannot be written"),
        ("ASK {};\n.save ~no-such-user/x.csv", 2, "write the path in full"),
        ("ASK {};\n.save a\0.csv", 2, "character 0"),
        (".show \0", 2, "Nothing in the store"),
        (".timeout 0.3\nSELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l };", 124, "with .timeout"),
    ],
)
def test_an_error_is_a_sentence_and_the_next_question_is_answered(
    location: Path, text: str, code: int, words: str
) -> None:
    """On standard error; the exit code is that of the first."""
    done = run(location, f"{text}\n;\n.format csv\nASK {{ ?s cg:opposes ?o }};")
    if code != 3 or not text.endswith("{"):  # what is not closed takes all that follows
        assert "true" in done.stdout
    assert words in done.stderr
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_an_answer_is_saved_whole(location: Path, tmp_path: Path) -> None:
    """In the format of the file's name, whatever is shown."""
    path = tmp_path / "the answer.csv"
    done = run(location, f'SELECT ?s {{ ?s a cg:Article }};\n.save "{path}"\n.save {tmp_path}/all.jsonl')
    assert done.returncode == 0, done.stderr
    assert path.read_text().splitlines()[0] == "s" and len(path.read_text().splitlines()) == 4
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 3


def test_a_file_that_is_there_is_kept(location: Path, tmp_path: Path) -> None:
    """Unless it is said that it may go."""
    path = tmp_path / "mine.csv"
    path.write_text("dear to me")
    done = run(location, f"ASK {{}};\n.save {path}\n")
    assert done.returncode == 2 and "is there already" in done.stderr and ".save!" in done.stderr
    assert path.read_text() == "dear to me"
    assert run(location, f"ASK {{}};\n.save! {path}\n").returncode == 0
    assert path.read_text() == "true\n"


def test_what_there_is_is_told(location: Path) -> None:
    """The commands, the saved queries, the prefixes, an actor."""
    done = run(location, ".help\n.queries\n.queries roles\n.prefixes turtle\n.show okoye\nquit\nASK {};")
    for words in (".timeout", "Positions of an actor", "# title:", "@prefix cg:", "Mara Okoye (person)"):
        assert words in done.stdout
    assert "boolean" not in done.stdout, "what stands after quit is not asked"


def test_the_editor_gets_the_last_query(location: Path) -> None:
    """One that cannot be started is named."""
    environment = {**os.environ, "VISUAL": "", "EDITOR": "/none/such-editor"}
    done = subprocess.run(
        command(location), input="ASK {};\n.edit\n", capture_output=True, text=True, timeout=60, env=environment
    )
    assert "/none/such-editor" in done.stderr and "Traceback" not in done.stderr


def test_bytes_that_are_no_text_are_no_failure(location: Path) -> None:
    """They are told to be no SPARQL."""
    done = subprocess.run(command(location), input=b"SELECT \xff\xfe {};\nASK {};\n", capture_output=True, timeout=60)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr and b"true" in done.stdout


def test_control_c_ends_it_all(location: Path) -> None:
    """A script is one thing, and so is its end."""
    running = subprocess.Popen(
        command(location), stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert running.stdin is not None
    running.stdin.write("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p };\n")
    running.stdin.flush()
    time.sleep(1.5)
    assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=5)
    assert running.returncode == 130
    assert "Traceback" not in said

"""The commands query, queries, show and stats, as a process."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
HEAVY = ("spacy", "rdflib", "networkx", "pyvis", "trafilatura", "pyshacl", "pandas", "numpy", "jinja2")


def command(location: Path, *arguments: str) -> list[str]:
    """How the program is started from the checkout."""
    return [sys.executable, str(ROOT / "cli.py"), *arguments, "--store", str(location)]


def run(location: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it prints."""
    return subprocess.run(command(location, *arguments), capture_output=True, text=True, timeout=60)


def test_a_saved_query_by_the_name_of_an_actor(location: Path) -> None:
    """JSON when piped, with the quotation."""
    done = run(location, "query", "positions-of", "-p", "who=Mara Okoye")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert [row["stance"]["value"] for row in rows] == ["support", "conditional", "oppose", "conditional"]
    assert "drown the eelgrass" in rows[2]["words"]["value"]


def test_a_file_of_sparql(location: Path, tmp_path: Path) -> None:
    """With a parameter that its header declares."""
    path = tmp_path / "mine.rq"
    path.write_text("# title: Mine\n# param: who actor Whom\nSELECT ?p { ?who cg:opposes/skos:prefLabel ?p }")
    done = run(location, "query", str(path), "-p", "who=okoye", "--format", "csv")
    assert done.stdout.splitlines() == ["p", "Second quay"]


def on_terminal(arguments: list[str], term: str) -> bytes:
    """What a command writes on a terminal of a kind."""
    screen, terminal = pty.openpty()
    environment = {**os.environ, "COLUMNS": "70", "TERM": term}
    done = subprocess.Popen(arguments, stdout=terminal, env=environment)
    os.close(terminal)
    text = b""
    while True:
        try:
            piece = os.read(screen, 4096)
        except OSError:
            break
        if not piece:
            break
        text += piece
    assert done.wait() == 0
    os.close(screen)
    return text


def test_a_query_on_a_terminal_is_a_table(location: Path) -> None:
    """Within the width of the terminal."""
    text = on_terminal(command(location, "query", "roles"), "xterm")
    assert b"actor" in text and b"Tern" in text and b"2 rows" in text


@pytest.mark.parametrize(("term", "links"), [("xterm-256color", True), ("dumb", False)])
def test_addresses_can_be_clicked_where_the_terminal_can(location: Path, term: str, links: bool) -> None:
    """By the sign that terminals have for it (OSC 8), around the short name."""
    query = "SELECT ?who { ?who cg:opposes ?what }"
    text = on_terminal(command(location, "query", query), term)
    assert b"id:person/mara-okoye" in text
    assert (b"\x1b]8;" in text and b"https://w3id.org/claimgraph/id/person/mara-okoye" in text) == links


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["query", "SELECT * {"], 3, "is not closed"),
        (["query", "SELECT * { SERVICE <http://127.0.0.1/> {} }"], 3, "SERVICE"),
        (["query", "nothing-like-this"], 3, "no saved query"),
        (["query", "positions-of"], 2, "needs the actor who"),
        (["query", "positions-of", "-p", "who=Nobody"], 2, "Nothing in the store"),
        (["query", "SELECT (<urn:f>(1) AS ?x) {}"], 3, "function <urn:f> is not supported"),
        (["query", "ASK { SERVICE <http://127.0.0.1:9/> {} }", "--allow-federation"], 3, "cannot be answered"),
        (["query", "ASK {}", "--format", "pdf"], 2, "no format 'pdf'"),
        (["query", ENDLESS, "--timeout", "0.5"], 124, "longer than 0.5 seconds"),
        (["show", "Nobody"], 2, "Nothing in the store"),
    ],
)
def test_an_error_is_one_sentence_and_a_code(location: Path, arguments: list[str], code: int, words: str) -> None:
    """On standard error; nothing on standard output, no traceback."""
    done = run(location, *arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr and not done.stdout


def test_a_missing_store_names_the_command_that_makes_one(tmp_path: Path) -> None:
    """Exit code 2, and no folder is made."""
    done = run(tmp_path / "none", "query", "ASK {}")
    assert done.returncode == 2
    assert "claimgraph build" in done.stderr
    assert not (tmp_path / "none").exists()


def test_control_c_ends_a_query_at_once(location: Path) -> None:
    """Though the engine itself does not hear it."""
    running = subprocess.Popen(command(location, "query", ENDLESS), stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(1.5)
    assert running.poll() is None
    start = time.monotonic()
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=10)
    assert time.monotonic() - start < 2
    assert running.returncode not in (0, None)
    assert b"Traceback" not in said


def test_no_time_limit_streams(location: Path) -> None:
    """Rows come as they are found, and who has enough may go."""
    arguments = command(location, "query", "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--timeout", "0", "--format", "tsv")
    running = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None and running.stderr is not None
    assert running.stdout.readline().startswith(b"?")
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    running.wait(timeout=20)
    assert b"Traceback" not in said


def test_explain_shows_what_is_run(location: Path) -> None:
    """With its parameters bound, and the time of each step."""
    done = run(location, "query", "positions-of", "-p", "who=Mara Okoye", "--explain")
    assert "VALUES ?who { <https://w3id.org/claimgraph/id/person/mara-okoye> }" in done.stdout
    assert "# ask:" not in done.stdout
    assert "# rows: 4" in done.stdout and "QuadPattern(?position cg:holder ?who)" in done.stdout


def test_a_limit_holds_for_every_format(location: Path) -> None:
    """It is the engine that stops."""
    for form in ("jsonl", "csv", "tsv"):
        done = run(location, "query", "SELECT ?s { ?s ?p ?o }", "--limit", "3", "--format", form)
        assert len(done.stdout.splitlines()) == 3 + (form != "jsonl")


def test_a_term_that_nobody_knows_is_noted(location: Path) -> None:
    """The answer comes all the same."""
    done = run(location, "query", "SELECT * { ?s cg:oposes ?o }", "--format", "csv")
    assert done.returncode == 0
    assert "did you mean cg:opposes?" in done.stderr


def test_stats_and_queries(location: Path) -> None:
    """What is in the store, and what can be asked."""
    counted = [json.loads(line) for line in run(location, "stats", "--format", "jsonl").stdout.splitlines()]
    assert {"what": "articles", "number": 3} in counted
    listed = subprocess.run([sys.executable, str(ROOT / "cli.py"), "queries"], capture_output=True, text=True)
    assert "positions-of" in listed.stdout and "-p who=..." in listed.stdout


def test_a_query_loads_nothing_heavy(location: Path) -> None:
    """Neither in its own process nor in the one that evaluates, whose imports are told as well."""
    arguments = [sys.executable, "-X", "importtime", *command(location, "query", "positions-of", "-p", "who=okoye")[1:]]
    done = subprocess.run(arguments, capture_output=True, text=True)
    assert done.returncode == 0
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "pyoxigraph" in loaded
    assert not loaded & {*HEAVY, "rich"}


def test_an_answer_by_exit_code(location: Path) -> None:
    """For scripts: nothing is printed."""
    for query, code in (
        ("ASK { ?s cg:opposes ?o }", 0),
        ("ASK { ?s cg:opposes <urn:nothing> }", 1),
        ("SELECT * { ?s cg:opposes ?o }", 0),
        ("SELECT * { ?s cg:opposes <urn:nothing> }", 1),
    ):
        done = run(location, "query", query, "--ask")
        assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_a_claim_is_described_with_its_words(location: Path) -> None:
    """Its evidence, and the quotation that the evidence selects."""
    done = run(location, "query", "DESCRIBE ?c { ?c a cg:Claim } ORDER BY ?c LIMIT 1", "--format", "ntriples")
    assert done.stdout.count("/oa#exact>") >= 1 and done.stdout.count("/oa#start>") >= 1
    lines = done.stdout.splitlines()
    assert len(lines) == len(set(lines))


def test_a_query_that_fills_the_memory_is_stopped(location: Path) -> None:
    """It is said what happened, and nothing of an answer is written."""
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
    done = run(location, "query", greedy, "--memory", "0.2")
    assert done.returncode == 2
    assert "needed more memory" in done.stderr and not done.stdout


def test_explaining_ends_with_its_time(location: Path) -> None:
    """And with it the engine's own process."""
    done = run(location, "query", ENDLESS, "--explain", "--timeout", "1")
    assert done.returncode == 124 and "longer than 1 seconds" in done.stderr
    mine = [p for p in psutil.process_iter(["cmdline"]) if str(location) in " ".join(p.info["cmdline"] or ())]
    assert not mine


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * { id:person/mara-okoye ?p ?o }", "write <https://w3id.org/claimgraph/id/person/mara-okoye>"),
        ("SELECT * { ?s cg:holder/skos:prefLabel ?o . ?s ?p }", "cannot stand here"),
    ],
)
def test_a_short_name_with_a_slash_is_told_from_a_path(location: Path, query: str, words: str) -> None:
    """Tables show such names, and people copy them."""
    done = run(location, "query", query)
    assert done.returncode == 3 and words in done.stderr


@pytest.mark.parametrize("words", [[], ["--explain"], ["--ask"], ["--timeout", "0"]])
def test_a_query_that_is_too_deep_is_one_sentence(location: Path, words: list[str]) -> None:
    """However it is asked."""
    done = run(location, "query", f"ASK {{ FILTER({'(' * 20_000}1{')' * 20_000}) }}", *words)
    assert done.returncode == 3 and "Traceback" not in done.stderr
    assert done.stderr == (
        "claimgraph: The query has 20,000 '(' in each other, which may be too deep for the engine: say it in parts.\n"
    )


@pytest.mark.parametrize("words", [[], ["--explain"]])
def test_time_covers_planning_too(location: Path, words: list[str]) -> None:
    """A query that takes long to plan is stopped as one that runs as long."""
    chain = "OPTIONAL { ?s ?q ?x } " * 120
    began = time.perf_counter()
    done = run(location, "query", f"ASK {{ ?s ?p ?o {chain} }}", "--timeout", "0.1", *words)
    assert done.returncode == 124 and time.perf_counter() - began < 10


def test_a_slip_with_a_long_word_is_said_at_once(location: Path, tmp_path: Path) -> None:
    """It is cut, and kept from nobody until the time is up."""
    path = tmp_path / "long.rq"
    path.write_text(f"SELECT (<urn:{'f' * 200_000}>(1) AS ?x) {{}}")
    done = run(location, "query", str(path), "--timeout", "20")
    assert done.returncode == 3 and len(done.stderr) < 5000
    assert done.stderr.startswith("claimgraph: The custom function <urn:fff")


def test_the_time_covers_what_is_said_before(location: Path, tmp_path: Path) -> None:
    """A hundred thousand names that nobody knows take long to be told from those that somebody does."""
    path = tmp_path / "names.rq"
    path.write_text(f"ASK {{ VALUES ?x {{ {' '.join(f'cg:no{n}' for n in range(100_000))} }} }}")
    began = time.perf_counter()
    done = run(location, "query", str(path), "--timeout", "1")
    assert done.returncode == 124 and time.perf_counter() - began < 10

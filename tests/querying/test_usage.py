"""What people type at first: values without -p, a wrong case, English, a file that is not there, standard input."""

import subprocess
from pathlib import Path

import pytest

from tests.querying.test_command import command, run


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["positions-of", "Okoye"], "write claimgraph query positions-of -p who=Okoye"),
        (["positions-of", "Mara", "Okoye"], "write claimgraph query positions-of -p 'who=Mara Okoye'"),
        (["positions-of", "who=Okoye"], "write claimgraph query positions-of -p who=Okoye"),
        (["positions-of", "--who", "Okoye"], "write claimgraph query positions-of -p who=Okoye"),
        (["--who=Okoye", "positions-of"], "write claimgraph query positions-of -p who=Okoye"),
        (["positions-of", "--who", "a'; rm"], """-p 'who=a'"'"'; rm'"""),
        (["positions-of", "-p", "Who=Okoye"], "no parameter Who: write -p who=Okoye"),
        (["positions-of", "-p", "hwo=Mara Okoye"], "write -p 'who=Mara Okoye'"),
        (["positions-of", "-p", "who=Okoye", "-p", "stance=mauve"], "one of support, conditional, undecided, doubt"),
        (["allies", "-p", "actor=Okoye"], "write -p who=Okoye"),
        (["articles", "-p", "since=soon"], "a month such as March 2025"),
        (["articles", "-p", "since=2025-02-30"], "no day of the calendar"),
        (["contested", "Okoye"], "takes no values"),
        (["who", "opposes", "the", "quay"], "claimgraph ask 'who opposes the quay'"),
        (["SELECT ?s { ?s", "?p ?o }"], "between quotation marks"),
        (["positions-of", "--frmat", "csv"], "Possible options: --format"),
    ],
)
def test_a_value_in_another_way_is_met_with_the_right_one(location: Path, arguments: list[str], words: str) -> None:
    """One sentence, exit code 2, nothing on standard output."""
    done = run(location, "query", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize("said", ["against", "opposes", "Opposed", "critical of", "oppose"])
def test_a_stance_may_be_given_in_plain_words(location: Path, said: str) -> None:
    """As `claimgraph ask` understands them."""
    done = run(location, "query", "positions-of", "-p", "who=Okoye", "-p", f"stance={said}", "--format", "csv")
    assert done.stdout.count(",oppose,") == 1 and len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("since", "until", "number"),
    [("2025", "2025", 3), ("2025-03-02", "2025-03-02", 1), ("March 2025", "Mar 2025", 1), ("2026", "2026", 0)],
)
def test_a_month_or_a_year_may_stand_for_its_days(location: Path, since: str, until: str, number: int) -> None:
    """The first of them for since, the last for until."""
    done = run(location, "query", "articles", "-p", f"since={since}", "-p", f"until={until}", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == number, done.stderr


@pytest.mark.parametrize("what", ["query", "update"])
def test_a_file_that_is_not_there_is_no_sparql(location: Path, tmp_path: Path, what: str) -> None:
    """The sentence names the files that are there; a folder is told from a file."""
    for name in ("mine.rq", "mine.ru", "text\x1b[2J.rq", "other.txt"):
        (tmp_path / name).touch()
    for path, words in ((tmp_path / "her.rq", "There is no file"), (tmp_path, "is a folder, which holds")):
        done = run(location, what, str(path))
        assert done.returncode == 3 and words in done.stderr
        assert "mine.rq, mine.ru" in done.stderr and "other" not in done.stderr and "\x1b" not in done.stderr


def test_loading_a_folder_names_its_files(tmp_path: Path) -> None:
    """No store is made of nothing."""
    (tmp_path / "a.ttl").touch()
    done = run(tmp_path / "store", "load", str(tmp_path))
    assert done.returncode == 2 and f"{tmp_path} is a folder, which holds a.ttl" in done.stderr


def test_a_context_on_the_web_is_said_not_to_be_fetched(tmp_path: Path) -> None:
    """In whatever part of JSON-LD it is named."""
    (tmp_path / "a.jsonld").write_text('{"@context": "https://schema.org/", "@id": "urn:x", "name": "y"}')
    done = run(tmp_path / "store", "load", str(tmp_path / "a.jsonld"))
    assert done.returncode == 2
    assert "contexts are not fetched: put the context itself" in done.stderr and done.stderr.count("\n") == 1


def given(location: Path, text: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command that reads a text from standard input."""
    return subprocess.run(command(location, *arguments), input=text, capture_output=True, timeout=60)


def test_a_query_may_come_by_standard_input(location: Path) -> None:
    """With the mark that some editors put before a text, and with the header that files have."""
    text = "\ufeff# param: who actor Whom\nSELECT ?p { ?who cg:opposes/skos:prefLabel ?p }"
    done = given(location, text.encode(), "query", "-", "-p", "who=okoye", "--format", "csv")
    assert done.stdout.decode().splitlines() == ["p", "Second quay"]


def test_an_update_may_come_by_standard_input(location: Path) -> None:
    """Nobody can be asked then."""
    adds = given(location, b"INSERT DATA { <urn:a> <urn:b> 1 }", "update", "-", "--dry-run")
    assert b"1 statement added" in adds.stdout
    removes = given(location, b"DELETE WHERE { ?who cg:opposes ?what }", "update", "-")
    assert removes.returncode == 2 and b"add --yes" in removes.stderr


@pytest.mark.parametrize(("text", "words"), [(b"", b"holds no query"), (b"ASK { \xff }", b"no UTF-8")])
def test_standard_input_that_is_no_text_is_refused(location: Path, text: bytes, words: bytes) -> None:
    """In one sentence."""
    done = given(location, text, "query", "-")
    assert done.returncode == 2 and words in done.stderr


def test_a_name_of_several_words_needs_no_marks(location: Path) -> None:
    """`show` takes whatever follows it as one name."""
    assert run(location, "show", "Mara", "Okoye").stdout == run(location, "show", "Mara Okoye").stdout != ""


@pytest.mark.parametrize(
    "arguments",
    [["query", "ASK { ?s ?p '\udcff' }"], ["update", "INSERT DATA { <urn:a> <urn:b> '\udcff' }"], ["show", "\udcff"],
     ["ask", "who is \udcff"], ["query", "who-is", "-p", "who=\udcff"], ["query", "proposals", "-p", "about=\udcff"]],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused(location: Path, arguments: list[str]) -> None:
    """As a shell may give them; in one sentence."""
    done = run(location, *arguments)
    assert done.returncode == 2 and "no UTF-8" in done.stderr and done.stderr.count("\n") == 1

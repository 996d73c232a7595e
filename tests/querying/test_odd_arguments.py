"""Arguments that no manual foresees: no UTF-8, empty, of a billion digits; each is one sentence, or works."""

import os
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from tests.querying.test_command import command, run

ODD = b"\xff\xfe"
MARK = b"\xef\xbb\xbf"
ANY = "ASK { ?s ?p ?x }"


def given(location: Path, *arguments: str | bytes) -> subprocess.CompletedProcess[str]:
    """Run a command with arguments of bytes."""
    words = [*map(os.fsencode, command(location)[:2]), *map(os.fsencode, arguments), b"--store", os.fsencode(location)]
    return subprocess.run(words, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", b"ASK { ?s ?p '" + ODD + b"' }"], "The query holds bytes that are no UTF-8"),
        (["query", ODD], "no file called \\udcff\\udcfe"),
        (["query", "roles", "-p", b"who=" + ODD], "-p 'who=\\udcff\\udcfe' holds bytes that are no UTF-8"),
        (["query", ANY, "-p", b"x:text=" + ODD], "no UTF-8"),
        (["query", ANY, "-p", ODD + b"=1"], "no UTF-8"),
        (["update", b"INSERT DATA { <urn:a> <urn:b> '" + ODD + b"' }"], "The update holds bytes that are no UTF-8"),
        (["show", ODD], "The name holds bytes that are no UTF-8"),
        (["ask", "who is", ODD], "The question holds bytes that are no UTF-8"),
        (["query", ANY, "--format", ODD], "no format '\\udcff\\udcfe'"),
        ([ODD], "No such command"),
    ],
)
def test_what_is_no_text_is_refused(location: Path, arguments: list[str | bytes], words: str) -> None:
    """In one sentence."""
    done = given(location, *arguments)
    assert done.returncode in (2, 3) and not done.stdout
    assert words in done.stderr and done.stderr.count("\n") == 1


def test_a_file_may_have_any_name(location: Path, tmp_path: Path) -> None:
    """A name is bytes."""
    store, odd = Path(copytree(location, tmp_path / "store")), os.fsdecode(ODD)
    texts = {"rq": "ASK { ?s ?p ?o }", "ru": "INSERT DATA { <urn:a> <urn:b> 1 }", "ttl": "<urn:c> <urn:b> 1 ."}
    path = {suffix: tmp_path / f"{odd}.{suffix}" for suffix in (*texts, "nq")}
    for suffix, text in texts.items():
        path[suffix].write_text(text)
    assert "true" in given(store, "query", bytes(path["rq"])).stdout
    assert "1 statement added" in given(store, "update", bytes(path["ru"])).stderr
    assert "1 statement" in given(store, "load", bytes(path["ttl"])).stderr
    assert given(store, "export", "nquads", "--out", bytes(path["nq"])).returncode == 0
    assert path["nq"].stat().st_size > 1000


def test_a_store_of_such_a_name_is_refused_before_it_is_made(tmp_path: Path) -> None:
    """The engine cannot open it."""
    store = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + ODD))
    (tmp_path / "a.ttl").write_text("<urn:c> <urn:b> 1 .")
    done = given(store, "load", str(tmp_path / "a.ttl"))
    assert done.returncode == 2 and "is no UTF-8, which the engine needs" in done.stderr
    assert not store.exists()


@pytest.mark.parametrize(("what", "text"), [("query", b"ASK { ?s ?p ?o }"), ("update", b"INSERT DATA { <urn:a> a 1 }")])
def test_a_file_may_begin_with_a_mark_and_must_be_utf8(location: Path, tmp_path: Path, what: str, text: bytes) -> None:
    """Queries and updates alike."""
    marked, odd = tmp_path / "marked", tmp_path / "odd"
    marked.write_bytes(MARK + text)
    odd.write_bytes(text.replace(b"{", b"{ # " + ODD + b"\n"))
    more = ["--dry-run"] if what == "update" else []
    assert run(location, what, str(marked), *more).returncode == 0
    done = run(location, what, str(odd), *more)
    assert done.returncode == 2 and f"{odd} is no UTF-8 text" in done.stderr and done.stderr.count("\n") == 1


def test_a_query_may_come_by_the_pipe_of_a_shell(location: Path) -> None:
    """As <(...)."""
    line = '"$@" <(echo "ASK { ?s ?p ?o }")'
    words = ["bash", "-c", line, "bash", *command(location, "query", "--ask")]
    done = subprocess.run(words, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["query", ""], 3, "The query is empty"),
        (["query", " \n"], 3, "The query is empty"),
        (["update", ""], 3, "The update is empty"),
        (["update", "# nothing"], 3, "The update is empty"),
        (["show", ""], 2, "The name is empty"),
        (["show", " "], 2, "The name is empty"),
        (["ask", ""], 2, "The question is empty"),
        (["query", ANY, "-p", "=x"], 2, "write it as name=value"),
        (["query", ANY, "-p", "x"], 2, "write it as name=value"),
        (["query", ANY, "-p", "?=1"], 2, "write it as name=value"),
        (["query", ANY, "-p", ":date=1"], 2, "write it as name=value"),
        (["query", ANY, "-p", "x="], 2, "has an empty value"),
        (["query", ANY, "-p", "x:nonsense=1"], 2, "no type 'nonsense'"),
        (["query", ANY, "-p", "x=1", "-p", "x:date=2025-01-01"], 2, "given more than once"),
        (["query", ANY, "-p", "x:number=1e999999999"], 2, "at most 20 digits"),
        (["query", ANY, "-p", "x:number=1e-999999999"], 2, "18 after it"),
        (["query", ANY, "-p", "x:number=0e999999999"], 2, "at most 20 digits"),
        (["query", ANY, "-p", "x:number=inf"], 2, "not a number"),
        (["query", ANY, "-p", "x=1e999999999"], 2, "Nothing in the store"),
        (["query", ANY, "-p", "x:integer=" + "9" * 5000], 2, "9…' is not a whole number"),
        (["query", ANY, "--limit", "-1"], 2, "--limit"),
        (["query", ANY, "--limit", "abc"], 2, "'abc' is not a whole number"),
        (["query", ANY, "--timeout", "abc"], 2, "'abc' is not a number"),
        (["query", ANY, "--timeout", "-1"], 2, "--timeout"),
        (["query", ANY, "--timeout", "nan"], 2, "nan is not a number up to"),
        (["query", ANY, "--timeout", "inf"], 2, "inf is not a number up to"),
        (["query", ANY, "--timeout", "1e300", "--explain"], 2, "not a number up to"),
        (["query", ANY, "--memory", "nan"], 2, "nan is not a number up to"),
        (["query", ANY, "--memory", "1e10"], 2, "not a number up to"),
        (["query", "DESCRIBE <urn:" + "a" * 300 + "> {"], 3, "is not closed"),
        (["query", "a" * 300], 3, "no saved query"),
    ],
)
def test_an_odd_value_is_one_sentence(location: Path, arguments: list[str], code: int, words: str) -> None:
    """And never what is inside."""
    done = run(location, *arguments)
    assert (done.returncode, done.stdout) == (code, "") and words in done.stderr
    assert len(done.stderr) < 500 and "Error" not in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("value", ["0.5", "-12", "99999999999999999999.999999999999999999", "1e19", "0.10000"])
def test_a_number_that_an_engine_holds_is_taken(location: Path, value: str) -> None:
    """It is what it says."""
    query = "ASK { VALUES ?y { " + (value if "e" not in value else "10000000000000000000.0") + " } FILTER(?x = ?y) }"
    assert run(location, "query", query, "-p", f"x:number={value}", "--ask").returncode == 0


def test_a_limit_without_measure_is_none(location: Path) -> None:
    """The engine would not read it."""
    done = run(location, "query", "SELECT * { ?s cg:opposes ?o }", "--limit", "9" * 30, "--format", "csv")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize("arguments", [["load", "a.ttl"], ["build", "news"], ["query", ANY]])
def test_an_empty_name_is_not_the_folder_where_one_is(tmp_path: Path, arguments: list[str]) -> None:
    """As a variable of a shell gives it that is not set."""
    words = [str(Path(command(tmp_path)[1]).resolve()), *arguments, "--store", ""]
    done = subprocess.run([command(tmp_path)[0], *words], capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert done.returncode == 2 and "an empty path names nothing" in done.stderr
    assert not list(tmp_path.iterdir())


def without_rights(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody whom permissions bind, who root is not."""
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if drop and subprocess.run([*drop, "true"], capture_output=True).returncode:
        pytest.skip("may not lay down the rights of root here")
    return subprocess.run([*drop, *arguments], capture_output=True, text=True, timeout=60)


def test_what_may_not_be_read_is_said_so(location: Path, tmp_path: Path) -> None:
    """A store, a file of SPARQL, a file in a folder."""
    closed, store, file = tmp_path / "closed", Path(copytree(location, tmp_path / "store")), tmp_path / "a.rq"
    closed.mkdir()
    (closed / "b.rq").touch()
    file.write_text(ANY)
    for path in (closed, store, file):
        path.chmod(0)
    try:
        for arguments in (command(store, "query", ANY), command(location, "query", str(closed / "b.rq")),
                          command(location, "query", str(file))):  # fmt: skip
            done = without_rights(arguments)
            assert done.returncode == 2 and done.stderr.count("\n") == 1
            assert "may not be" in done.stderr or "Permission denied" in done.stderr
    finally:
        closed.chmod(0o700)
        store.chmod(0o700)

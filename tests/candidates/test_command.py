"""The command `candidates`, as its users run it."""

import csv
import io
import json
from pathlib import Path

import pytest

from graph.candidates.cluster import Cluster, Voice
from graph.candidates.text import text_of
from tests.build.running import claimgraph_here, sentences

Capsys = pytest.CaptureFixture[str]


def test_candidates_are_listed_with_their_evidence(shelf: Path, capsys: Capsys) -> None:
    """As JSON where it is piped: names, numbers, and who says what in which words of which article."""
    done = claimgraph_here(capsys, "candidates", "--store", shelf, "--limit", "2")
    found = json.loads(done.stdout)
    assert len(found) == 2
    assert found[0]["candidate"] and found[0]["aliases"] and found[0]["articles"] >= 3
    assert {"holder", "stance", "words", "title"} <= found[0]["evidence"][0].keys()


def test_every_format_says_the_same(shelf: Path, capsys: Capsys) -> None:
    """List, CSV and Turtle name the candidates that JSON names."""
    said = {
        form: claimgraph_here(capsys, "candidates", "--store", shelf, "--format", form).stdout
        for form in ("list", "csv")
    }
    found = [one["candidate"] for one in json.loads(claimgraph_here(capsys, "candidates", "--store", shelf).stdout)]
    assert [row["candidate"] for row in csv.DictReader(io.StringIO(said["csv"]))] == found
    assert all(f"\n{name}\n" in f"\n{said['list']}" for name in found)


def test_a_file_is_written_whole_and_said(shelf: Path, tmp_path: Path, capsys: Capsys) -> None:
    """Turtle, unless another format is asked for."""
    book, table = tmp_path / "book.ttl", tmp_path / "found.csv"
    done = claimgraph_here(capsys, "candidates", "--store", shelf, "--out", book)
    assert done.stdout == "" and str(book) in done.stderr
    assert b"skos:prefLabel" in book.read_bytes()
    claimgraph_here(capsys, "candidates", "--store", shelf, "--format", "csv", "--out", table)
    assert table.read_text(encoding="utf-8").startswith("proposal,candidate")


def test_what_cannot_be_done_is_said_in_one_sentence(shelf: Path, tmp_path: Path, capsys: Capsys) -> None:
    """No store, no such format, no such folder."""
    for wrong in (
        ["--store", tmp_path / "nowhere"],
        ["--store", shelf, "--format", "pdf"],
        ["--store", shelf, "--out", tmp_path / "no" / "book.ttl"],
    ):
        done = claimgraph_here(capsys, "candidates", *wrong)
        assert done.returncode == 2
        assert len(sentences(done.stderr)) == 1


def test_no_text_of_an_article_moves_the_cursor() -> None:
    """Control characters and turns of direction are written out in the list."""
    evil = "toll\x1b[2J\u202e\r\x07"
    voice = Voice(evil, "oppose", "a", evil, evil, 0.5)
    text = text_of([Cluster("p", evil, (evil,), (voice,))])
    assert not set(text) & set("\x1b\u202e\r\x07")

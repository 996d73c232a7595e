"""The tables of words that the rules read."""

import re
from pathlib import Path

import pytest

from graph.resources import resource
from tests.claims.coded import words_of

TABLES = sorted(path for path in resource("claims", "tables").iterdir() if path.suffix in (".tsv", ".txt"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_begins_with_where_it_comes_from(path: Path) -> None:
    """By hand, or learnt from what; the header is all comment and stands before the first row."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = " ".join(line for line in lines[:8] if line.startswith("#"))
    assert re.search(r"by hand|learnt on|from", header, re.IGNORECASE)
    assert lines[0].startswith("#")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_has_no_stray_blanks(path: Path) -> None:
    """A blank at an edge would be part of a word, an empty field would be a word."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            assert all(field and field == field.strip() for field in line.split("\t")), line[:60]


def test_the_classes_of_speech_hold_small_single_words() -> None:
    """A lemma in capitals or of two words would never be met; a lemma twice in a class says nothing more."""
    for line in words_of("speech.tsv"):
        name, lemmas = line.split("\t")
        assert re.fullmatch(r"[a-z-]+", name)
        assert all(re.fullmatch(r"[a-z_-]+", lemma) for lemma in lemmas.split()), name
        assert len(set(lemmas.split())) == len(lemmas.split()), name

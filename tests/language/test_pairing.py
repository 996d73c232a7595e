"""A proposal and a claim as one run of word pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.language import models
from graph.language.pairing import Context, Part, context_pieces, cut, wording_pieces

LONG = "The old pier has stood in the bay of Vik for ninety years and nobody knows how long it will. " * 30


def words(pieces: list[int]) -> list[str]:
    """Pieces as the vocabulary writes them."""
    return [models.tokenizer().id_to_token(piece) for piece in pieces]


def context(*parts: tuple[str, Part], title: str = "", before: str = "") -> list[str]:
    """The pieces of a claim in its context."""
    return words(context_pieces(models.tokenizer(), Context(title, before, parts)))


def test_a_stretch_is_cut_at_its_marks() -> None:
    """What is marked and what is between, in the order of the text."""
    text = "On Monday Eva Ros rejected it."
    marked: list[tuple[int, int, Part]] = [(18, 26, "evidence"), (10, 17, "holder")]
    assert cut(text, 3, 30, marked) == (
        ("Monday ", ""), ("Eva Ros", "holder"), (" ", ""), ("rejected", "evidence"), (" it.", ""),
    )  # fmt: skip


def test_overlapping_marks_share_nothing() -> None:
    """What two marks have in common goes to the first; what has nothing left is no part; all keeps to the stretch."""
    marked: list[tuple[int, int, Part]] = [(0, 4, "holder"), (2, 6, "evidence"), (3, 5, "holder"), (7, 20, "evidence")]
    assert cut("abcdefghij", 1, 9, marked) == (
        ("bcd", "holder"), ("ef", "evidence"), ("g", ""), ("hi", "evidence"),
    )  # fmt: skip


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["holder", "evidence"])), max_size=5),
)
def test_the_parts_of_a_text_make_it_up(text: str, marked: list[tuple[int, int, Part]]) -> None:
    """Nothing is lost and nothing doubled, and no part is empty."""
    parts = cut(text, 0, len(text), marked)
    assert "".join(part for part, _ in parts) == text
    assert all(part for part, _ in parts)


def test_holder_and_evidence_stand_between_marks() -> None:
    """The title and what comes before go first."""
    found = context(("Eva Ros", "holder"), (" ", ""), ("said no", "evidence"), (".", ""), title="Pier", before="It is.")
    assert " ".join(found) == (
        "pier | it is . [unused1] eva ro ##s [unused2] [unused3] said no [unused4] ."
    )  # fmt: skip


@pytest.mark.parametrize("part", ["title", "before"])
def test_what_stands_around_a_claim_is_shortened(part: str) -> None:
    """However long it is, the claim is read."""
    found = context(("Eva Ros said no", "evidence"), **{part: LONG})
    assert found[-6:] == ["eva", "ro", "##s", "said", "no", "[unused4]"]
    assert len(found) < 60


def test_a_long_sentence_keeps_what_is_marked() -> None:
    """What is before and behind gives way, on both sides."""
    found = context((LONG, ""), ("Eva Ros", "holder"), (" in the bay ", ""), ("said no", "evidence"), (LONG, ""))
    assert {"[unused1]", "[unused2]", "[unused3]", "[unused4]"} <= set(found)
    assert len(found) < 100
    assert "[unused1]" not in found[:20]
    assert "[unused4]" not in found[-20:]


def test_long_evidence_is_cut_at_its_end() -> None:
    """A speech that fills a page has an opening, and a model reads only so much."""
    found = context(("Eva Ros", "holder"), (" ", ""), (LONG, "evidence"))
    assert "[unused3]" in found
    assert len(found) < 170


def test_a_wording_is_no_longer_than_its_room() -> None:
    """A proposal with a page of definition, and one without a name."""
    assert 30 < len(wording_pieces(models.tokenizer(), LONG)) < 40
    assert wording_pieces(models.tokenizer(), "") == []

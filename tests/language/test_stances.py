"""Vectors of an article and of proposals, and the judge of what lies between them."""

import hashlib

import numpy as np
import pytest

from graph.language import Stances
from graph.language.stances import pieces_of, stretches, wording
from graph.model import Article, Proposal, Region

PIER = Proposal("p", "Closure of the old pier", ("close the pier",), "The old pier is closed to walkers.")
PARAGRAPH = "The mayor said the pier was old. Nobody had asked the fishermen, who were at sea. " * 12


def article(text: str) -> Article:
    """A text that is all body."""
    return Article(
        "a", "a", text, hashlib.sha256(text.encode()).hexdigest(), "a", regions=(Region("body", 0, len(text)),)
    )


@pytest.fixture(scope="module")
def model() -> Stances:
    """The model, loaded once."""
    return Stances()


@pytest.mark.parametrize("longest", [7, 40, 200])
def test_stretches_part_a_text_between_sentences(longest: int) -> None:
    """Each piece is in one of them, none is too long, and where sentences fit none is cut."""
    pieces = pieces_of(article(PARAGRAPH))
    found = list(stretches(PARAGRAPH, pieces, longest))
    assert [i for start, end in found for i in range(start, end)] == list(range(len(pieces.ids)))
    assert all(0 < end - start <= longest for start, end in found)
    if longest >= 40:
        assert all(PARAGRAPH[pieces.starts[start]].isupper() for start, _ in found)


def test_a_text_without_words_has_no_vectors(model: Stances) -> None:
    """Nothing is asked of the encoder."""
    assert model.article(article(" \n\n ")).states.shape == (0, 384)


def test_an_article_has_a_vector_for_each_piece(model: Stances) -> None:
    """However many stretches it is read in."""
    read = article(PARAGRAPH)
    found = model.article(read)
    assert found.states.shape == found.asks.shape == (len(pieces_of(read).ids), 384)
    assert np.isfinite(found.states).all()


def test_a_proposal_is_read_once(model: Stances) -> None:
    """By its labels and its definition, between end marks."""
    assert model.proposal(PIER) is model.proposal(PIER)
    assert len(model.proposal(PIER).states) == len(wording(PIER)) + 2
    assert len(wording(Proposal("q", "word " * 500))) == 60


def test_the_same_text_has_the_same_vectors_whatever_was_read_before(model: Stances) -> None:
    """A reading can be repeated to the bit."""
    first = model.article(article(PARAGRAPH)).states
    model.article(article("Something else was in the paper that day."))
    assert (model.article(article(PARAGRAPH)).states == first).all()


def test_what_is_judged_are_shares(model: Stances) -> None:
    """Six of them, which make up a whole."""
    shares = model.judge(np.random.default_rng(3).normal(size=(5, 12 * 384 + 24)).astype(np.float32))
    assert shares.shape == (5, 6)
    assert shares.sum(axis=1) == pytest.approx(1, abs=1e-5)

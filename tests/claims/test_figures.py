"""How each place of an article lies to each proposal, in figures."""

import numpy as np
import pytest

from graph.claims import Codebook
from graph.claims.positions.figures import LIKENESSES, SCALE, WIDTH, figures
from graph.claims.positions.finding import all_judged
from graph.claims.positions.places import AGAINST, FOR, HERE, HINTS, Places
from graph.claims.positions.units import units
from graph.language import Vectors
from graph.language.stances import pieces_of
from graph.model import Article, Proposal
from graph.vocabulary import BASE
from tests.claims.coded import Coder, article

BOOK = Codebook((
    Proposal(f"{BASE}proposal/pier", "Closure of the old pier", ("close the old pier",)),
    Proposal(f"{BASE}proposal/walls", "Higher flood walls"),
))  # fmt: skip
TEXT = "Mayor Ada Holm rejected a plan to close the old pier. “It would be a gift to the hotels,” she said."


def places_of(coder: Coder, read: Article) -> Places:
    """The units of an article against the two proposals."""
    context = coder.context(read, BOOK)
    return Places(list(units(context)), list(all_judged(context)), BOOK.proposals, pieces_of(read))


def vectors(read: Article) -> Vectors:
    """States drawn by lot, which ask for themselves."""
    pieces = pieces_of(read)
    states = np.random.default_rng(1).normal(size=(len(pieces.ids), WIDTH)).astype(np.float32)
    return Vectors(pieces, states, states)


def test_words_and_grammar_give_hints_where_they_are(coder: Coder) -> None:
    """The sentence that names a proposal says so, and the grammar's stand is entered for its holder alone."""
    read = article(TEXT)
    places = places_of(coder, read)
    named = [row for row, hints in enumerate(places.hints[:, 0]) if hints[AGAINST] > 0]
    assert named
    assert all(places.hints[row, 0, HERE] > 0 for row in named)
    assert not places.hints[:, :, FOR].any()
    assert not places.hints[:, 1, HERE].any()
    assert places.hints.shape[1:] == (2, HINTS)


def test_each_proposal_has_a_row_for_each_unit(coder: Coder) -> None:
    """Of figures that are numbers."""
    read = article(TEXT)
    places, text = places_of(coder, read), vectors(read)
    made = list(figures(places, text, [text, text]))
    assert [each.shape for each in made] == [(len(places.words), 12 * WIDTH + LIKENESSES + HINTS)] * 2
    assert np.isfinite(made).all()


def test_a_proposal_that_is_what_a_sentence_says_is_as_like_as_can_be(coder: Coder) -> None:
    """Piece by piece and as a whole; what bears on it lies among the words."""
    read = article("Mayor Ada Holm rejected the plan.")
    places, text = places_of(coder, read), vectors(read)
    row = next(i for i, w in enumerate(places.words) if w == [places.whole[i]])
    start, end = places.whole[row]
    same = Vectors(text.pieces, text.states[start:end], text.states[start:end])
    made = next(figures(places, text, [same, same]))[row]
    assert made[12 * WIDTH + np.array([0, 1, 3])] == pytest.approx(SCALE, abs=1e-3)
    bearing = made[3 * WIDTH : 4 * WIDTH]
    words = text.states[start:end]
    assert ((words.min(axis=0) - 1e-4 <= bearing) & (bearing <= words.max(axis=0) + 1e-4)).all()

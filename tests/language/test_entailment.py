"""Whether a passage says that its holder takes a stand."""

import numpy as np
import pytest

from graph.language import Entailment, Question
from graph.language.entailment import pieces
from graph.model import POLARITY

UNION = "the dockers' union, in favour of: Night shifts at the port (night work). Ships are also unloaded at night."
NOTHING = np.zeros(16, np.float32)


@pytest.fixture(scope="module")
def model() -> Entailment:
    """The model, loaded once."""
    return Entailment()


def polarity(model: Entailment, words: str) -> float:
    """From -1 to 1: where the shares of the stands lie."""
    shares = model.answer(Question("The port is short of money.", words, UNION), NOTHING)
    return float(sum(share * polarity for share, polarity in zip(shares[1:], POLARITY.values(), strict=True)))


def test_answers_are_shares(model: Entailment) -> None:
    """Six of them, which make up a whole."""
    shares = model.answer(Question("", "The dockers' union will meet in May.", UNION), NOTHING)
    assert shares.shape == (1 + len(POLARITY),)
    assert shares.min() >= 0
    assert abs(shares.sum() - 1) < 1e-5


def test_for_is_above_nothing_and_against_below(model: Entailment) -> None:
    """What a reader would say of three plain sentences."""
    yes = polarity(model, "The dockers' union has asked for work at night for years.")
    none = polarity(model, "The dockers' union has 400 members, most of them older than fifty.")
    no = polarity(model, "The dockers' union will strike against any work at night.")
    assert yes > 0.3 > none > -0.3 > no


def test_the_same_question_has_the_same_answer_whatever_was_asked_before(model: Entailment) -> None:
    """A reading can be repeated to the bit."""
    asked = Question("", "The dockers' union will strike.", UNION)
    first = model.answer(asked, NOTHING)
    model.answer(Question("Before.", "Something else was in the paper that day.", UNION), NOTHING)
    assert (model.answer(asked, NOTHING) == first).all()


@pytest.mark.parametrize("text", ["word " * 5000, "[SEP] [CLS] <s> \x00 \u202e", "„Ärger“ — 韩国", ""])
def test_any_text_is_read_as_text(model: Entailment, text: str) -> None:
    """However long it is, and though it holds the model's own marks."""
    asked = Question(text, text, text)
    first, last = pieces(asked)[0], pieces(asked)[-1]
    assert len(pieces(asked)) <= 45 + 130 + 70 + 3
    assert [p for p in pieces(asked) if p in (first, last)] == [first, last, last]
    assert np.isfinite(model.answer(asked, NOTHING)).all()

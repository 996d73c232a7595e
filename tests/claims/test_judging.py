"""How places lie to proposals: which are asked about, what they are asked, and what comes of the answers."""

from dataclasses import replace

import numpy as np
import pytest

from graph.claims import Codebook
from graph.claims.positions.judging import Judging, by_both, by_vectors
from graph.claims.positions.questions import premise, question
from graph.claims.positions.units import units
from graph.language import Question, Stances
from graph.model import Proposal
from graph.vocabulary import BASE
from tests.claims.coded import Coder, article

PIER = Proposal(
    f"{BASE}proposal/pier", "Closure of the old pier", ("close it", "shut it", "end it"), "The old pier is closed."
)
FERRY = Proposal(f"{BASE}proposal/ferry", "Free ferries for schoolchildren", (), "Pupils ride without a ticket.")
BOOK = Codebook((FERRY, PIER))
DEBATE = (
    "Mayor Ada Holm said the old pier must be closed before winter. “It will fall on somebody. And then they will ask "
    "who knew,” she told the council.\n\nMinister Per Strand came by train."
)


class Asker:
    """Stands in for the model: keeps what it is asked, and is sure of support."""

    def __init__(self) -> None:
        self.asked: list[tuple[Question, bytes]] = []

    def answer(self, question: Question, hints: np.ndarray) -> np.ndarray:
        self.asked.append((question, hints.tobytes()))
        return np.eye(6, dtype=np.float32)[1]


@pytest.fixture(scope="module")
def judged(learner: Coder) -> Judging:
    """The debate by vectors."""
    found = by_vectors(learner.context(article(DEBATE), BOOK), BOOK.proposals, Stances())
    assert found is not None
    return found


def test_only_what_is_in_doubt_is_asked_and_each_thing_once(judged: Judging) -> None:
    """Where vectors see no stand there is none, and no work is done."""
    shares = np.zeros_like(judged.shares)
    shares[..., 0] = 1
    shares[:, 1, 0], shares[:, 1, 5] = 0.5, 0.5
    model = Asker()
    both = by_both(Judging(judged.context, judged.units, judged.proposals, judged.places, shares), model)  # type: ignore[arg-type]
    assert len(set(model.asked)) == len(model.asked) <= len(judged.units)
    assert all("old pier" in asked.hypothesis for asked, _ in model.asked)
    assert np.allclose(both[:, 0], np.eye(6)[0])
    assert np.allclose(both.sum(axis=-1), 1)
    assert (both[:, 1, 1] > 0).all()


def test_a_question_has_all_that_is_said_and_who_says_it(learner: Coder) -> None:
    """Over the sentences of a quotation, by the holder's name, with what the proposal is called and means."""
    context = learner.context(article(DEBATE), BOOK)
    said = [premise(context, u) for u in units(context) if any("It will" in DEBATE[a : a + 9] for a, _ in u.words)]
    assert said
    for each in said:
        assert "It will fall on somebody. And then they will ask who knew" in each.words
        assert each.before.endswith("before winter.")
        assert each.who.startswith("Ada Holm")
    hypothesis = question(said[0], PIER).hypothesis
    assert hypothesis.endswith("in favour of: Closure of the old pier (close it; shut it). The old pier is closed.")


def test_who_write_together_are_asked_about_together(learner: Coder) -> None:
    """One question for a commentary's authors: what one holds the other does."""
    text = (
        "The old pier must be closed. It is a danger to all of us, and the council should act. No repair will save it."
    )
    column = replace(article(text, authors=("Ada Holm", "Per Strand")), location="commentary/pier.txt")
    context = learner.context(column, BOOK)
    asked = {premise(context, unit) for unit in units(context) if unit.way == "author" and unit.evidence.start == 0}
    assert [each.who for each in asked] == ["The author, Ada Holm and Per Strand"]

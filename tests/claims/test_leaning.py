"""Positions by the stance model: what all places of a holder come to."""

import math

import numpy as np
import pytest

from graph.claims import Codebook
from graph.claims.odds import weights_of
from graph.claims.positions.leaning import Leaned, Leaning, leaned, positions
from graph.claims.positions.own_voice import OwnVoice
from graph.claims.positions.places import AGAINST, FOR, HINTS
from graph.claims.positions.units import Unit, units
from graph.claims.positions.worth import BY_VECTORS, LEARNT, figures, likeliest, likelihood
from graph.language import Stances
from graph.model import Proposal, Span
from graph.vocabulary import BASE
from tests.claims.coded import Coder, article
from tests.claims.tagging import HOSTILE, REPORT, proves_itself

WEIGHTS = weights_of(LEARNT)
BOOK = Codebook((
    Proposal(f"{BASE}proposal/pier", "Closure of the old pier", ("close the old pier",), "The old pier is closed."),
    Proposal(f"{BASE}proposal/ferry", "Free ferries for schoolchildren", (), "Pupils ride the ferry without a ticket."),
))  # fmt: skip
DEBATE = (
    "Mayor Ada Holm said the old pier must be closed before winter. “It will fall on somebody,” she told the council. "
    "The fishermen's guild opposes closing the pier and has gone to court. Minister Per Strand came by train."
)


@pytest.fixture(scope="module")
def model() -> Stances:
    """The stance model, loaded once."""
    return Stances()


@pytest.mark.parametrize("table", [LEARNT, BY_VECTORS])
def test_the_weights_are_of_figures_that_are_made(learner: Coder, model: Stances, table: str) -> None:
    """A renamed figure would leave its weight behind, and nobody would see it."""
    made = {n for one in leaned(learner.context(article(DEBATE), BOOK), BOOK.proposals, model) for n in figures(one, 1)}
    assert made == set(weights_of(table))
    assert all(math.isfinite(weight) for weight in weights_of(table).values())


def test_a_debate_has_its_two_sides(learner: Coder, model: Stances) -> None:
    """Who wants the pier closed and who fights that; nobody holds what is not spoken of, nor does a mere visitor."""
    held, _ = positions(learner.context(article(DEBATE), BOOK), BOOK.proposals, model)
    stands = {(p.holder.rsplit("/", 1)[1].removesuffix("-case"), p.polarity > 0) for p in held}
    assert ("ada-holm", True) in stands
    assert any("guild" in holder and not favours for holder, favours in stands)
    assert {p.proposal for p in held} == {BOOK.proposals[0].id}
    assert not any("strand" in holder for holder, _ in stands)


def test_the_quick_way_asks_nothing_of_entailment(learner: Coder) -> None:
    """It is told apart by its name, so that an article is read again; what it finds is as well proved."""
    quick = Stances(entailing=False)
    assert quick.entailment is None
    assert "entailment" in Stances().name
    assert "entailment" not in quick.name
    held, _ = positions(learner.context(article(DEBATE), BOOK), BOOK.proposals, quick, 0.1)
    assert held
    assert all(0.1 <= p.confidence <= 1 and p.evidence and p.reason for p in held)


@pytest.mark.parametrize("text", [DEBATE, REPORT, *HOSTILE], ids=range(len(HOSTILE) + 2))
def test_every_position_is_proved_and_there_is_one_of_each(learner: Coder, model: Stances, text: str) -> None:
    """Whatever the text, and however little is asked for: verbatim evidence, a share as confidence, a reason."""
    context = learner.context(article(text, authors=("Eva Ros",)), BOOK)
    held, own = positions(context, BOOK.proposals, model, 0.05)
    assert len({(p.holder, p.proposal) for p in held}) == len(held)
    known = {c.id for c in (*own, *context.speech.claims)}
    for position in held:
        assert position.evidence
        assert all(proves_itself(text, span) for span in position.evidence)
        assert 0.05 <= position.confidence <= 1
        assert position.reason
        assert set(position.claims) <= known


def test_more_is_found_where_less_is_asked_for(learner: Coder, model: Stances) -> None:
    """The operating point moves along one order of positions."""
    context = learner.context(article(DEBATE), BOOK)
    some, more = ({p.id for p in positions(context, BOOK.proposals, model, least)[0]} for least in (0.6, 0.1))
    assert some <= more


def test_without_proposals_there_are_no_positions(learner: Coder, model: Stances) -> None:
    """Nothing is asked of the model."""
    assert positions(learner.context(article(DEBATE), Codebook()), (), model) == ((), ())


def test_places_that_agree_are_worth_more_than_one(learner: Coder) -> None:
    """And what the grammar finds speaks for a stand."""
    unit = next(units(learner.context(article(DEBATE), BOOK)))
    once, twice = (likelihood(_leaned(unit, count, 0.0), -1, WEIGHTS) for count in (1, 2))
    assert once < twice
    assert twice < likelihood(_leaned(unit, 2, 0.8), -1, WEIGHTS)
    assert likeliest(_leaned(unit, 2, 0.8), WEIGHTS)[0] == -1


@pytest.mark.parametrize(("share", "sign"), [(0.02, 1), (0.4, 1), (0.9, -1)])
def test_the_grammar_tells_the_sign_where_the_model_sees_little(learner: Coder, share: float, sign: int) -> None:
    """Of a noise of shares the largest says nothing; of a share of nine tenths it says more than one verb."""
    hints = np.zeros(HINTS, np.float32)
    hints[FOR] = 0.8
    place = Leaning(next(units(learner.context(article(DEBATE), BOOK))), np.array([0, 0, 0, 0, share]), hints, 0.1)
    assert likeliest(Leaned(place.unit.holder, BOOK.proposals[0], (place,), 2), WEIGHTS)[0] == sign


@pytest.mark.parametrize("text", [DEBATE, REPORT])
def test_what_somebody_says_is_not_said_by_the_article_again(learner: Coder, model: Stances, text: str) -> None:
    """No claim of the article's own voice is mostly what a claim with a speaker says."""
    context = learner.context(article(text), BOOK)
    _, own = positions(context, BOOK.proposals, model, 0.05)
    for claim in own:
        (span,) = claim.content
        said = [s.claim for s in context.speech.touching(span.start, span.end) if s.claim.speakers]
        inside = [sum(c.end - c.start for c in s.content if span.start <= c.start and c.end <= span.end) for s in said]
        assert max(inside, default=0) <= (span.end - span.start) / 2


def test_what_several_say_together_is_not_said_by_the_article_again(learner: Coder) -> None:
    """A sentence that is attributed almost whole needs no claim of its own."""
    text = "The harbour guild called the toll “shameful” and said it would ask the council to drop it."
    context = learner.context(article(text), Codebook())
    voice = OwnVoice(context)
    assert voice.claim(Span(0, len(text), text), "somebody else") in context.speech.claims
    assert voice.claims == ()


def _leaned(unit: Unit, count: int, grammar: float) -> Leaned:
    """So many places that lean against a proposal."""
    hints = np.zeros(HINTS, np.float32)
    hints[AGAINST] = grammar
    place = Leaning(unit, np.array([0.05, 0.0, 0.05, 0.1, 0.4], np.float32), hints, 0.1)
    return Leaned(unit.holder, BOOK.proposals[0], (place,) * count, 2)


def test_proposals_that_an_article_does_not_touch_take_no_position_away(learner: Coder, model: Stances) -> None:
    """A codebook is that of a whole debate; what is sure with two proposals is still held among two dozen."""
    others = (
        "Cycle lanes on ring roads", "Longer shop hours", "Tax on aviation fuel", "School meals for all",
        "A new prison", "Smaller classes", "Wind turbines", "A digital coin", "Fishing quotas for cod", "Rent control",
        "Free museums", "A third runway", "Night trains", "Vaccines at pharmacies", "A second chamber", "Open archives",
        "A ban on fireworks", "Higher parking fees", "Organic canteens", "A bridge over the sound", "Shorter terms",
        "Public broadcasting by tax",
    )  # fmt: skip
    more = tuple(Proposal(f"{BASE}proposal/o{i}", label, (), f"{label}.") for i, label in enumerate(others))
    context = learner.context(article(DEBATE), Codebook((*BOOK.proposals, *more)))
    alone, _ = positions(learner.context(article(DEBATE), BOOK), BOOK.proposals, model)
    among, _ = positions(context, (*BOOK.proposals, *more), model)
    assert {(p.holder, p.proposal) for p in alone} == {(p.holder, p.proposal) for p in among}

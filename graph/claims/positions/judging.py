"""How the places of an article lie to proposals: by vectors all of them, by entailment those that may take a stand.

Shapes: U units, P proposals; six shares are of no stand, then of each stance in the order of POLARITY.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.claims.matching.countries import countries
from graph.claims.positions.context import Context
from graph.claims.positions.figures import figures
from graph.claims.positions.finding import all_judged
from graph.claims.positions.places import AGAINST, FOR, OPEN, Places
from graph.claims.positions.questions import premise, question
from graph.claims.positions.units import Unit, units
from graph.language import Entailment, Question, Stances
from graph.model import Proposal

if TYPE_CHECKING:
    from numpy import ndarray

_DOUBT = 0.03  # of the share of stands by vectors, for entailment to be asked
_MOST = 3  # proposals that are asked about at one place: those on which vectors see the likeliest stands
_GRAMMAR = (FOR, OPEN, AGAINST)  # and besides those on which the grammar sees one
_BELIEVED = 0.75  # of what entailment answers; the rest is what vectors say


@dataclass(frozen=True, slots=True)
class Judging:
    """Units and the proposals that may be meant, where they stand, and U by P by 6 shares."""

    context: Context
    units: Sequence[Unit]
    proposals: Sequence[Proposal]
    places: Places
    shares: "ndarray"


def by_vectors(context: Context, proposals: Sequence[Proposal], model: Stances) -> Judging | None:
    """Every place with every proposal; None where there are none."""
    import numpy as np

    asked = _of_its_parties(context, proposals)
    found = list(units(context)) if asked else []
    text = model.article(context.article) if found else None
    if text is None or not text.pieces.ids:
        return None
    places = Places(found, list(all_judged(context)), asked, text.pieces)
    wordings = [model.proposal(p) for p in asked]
    shares = np.stack([model.judge(each) for each in figures(places, text, wordings)], axis=1)
    return Judging(context, found, asked, places, shares)


def by_both(judged: Judging, model: Entailment) -> "ndarray":
    """The shares of both models together, U by P by 6; of what vectors hold out of the question nothing is asked."""
    import numpy as np

    none = np.zeros(judged.shares.shape[-1], np.float32)
    none[0] = 1
    answers = np.broadcast_to(none, judged.shares.shape).copy()
    known: dict[tuple[Question, bytes], ndarray] = {}
    for row, column, asked in _doubtful(judged):
        hints = judged.places.hints[row, column]
        key = asked, hints.tobytes()
        if key not in known:
            known[key] = model.answer(asked, hints)
        answers[row, column] = known[key]
    return np.asarray((1 - _BELIEVED) * judged.shares + _BELIEVED * answers)


def _doubtful(judged: Judging) -> Iterator[tuple[int, int, Question]]:
    """Unit and proposal, by their numbers, where there may be a stand, and what is asked there."""
    stands = 1 - judged.shares[..., 0]
    foremost = (-stands).argsort(axis=1, kind="stable").argsort(axis=1) < _MOST
    told = judged.places.hints[..., _GRAMMAR].any(axis=-1)
    doubtful = told | ((stands >= _DOUBT) & foremost)
    for row, unit in enumerate(judged.units):
        if doubtful[row].any():
            asked = premise(judged.context, unit)
            held = zip(judged.proposals, doubtful[row], strict=True)
            yield from ((row, column, question(asked, p)) for column, (p, there) in enumerate(held) if there)


def _of_its_parties(context: Context, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals whose countries the article names: one on Korean apples is not meant by Japanese ones."""
    named = {m.actor for m in context.cast.mentions} | countries(context.article.text, context.matcher.authority)
    return [p for p in proposals if context.matcher.words.parties[p.id] <= named]

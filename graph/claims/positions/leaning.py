"""Positions by the stance model: how all places where a holder turns up lean to a proposal, put together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from graph.claims.odds import weights_of
from graph.claims.positions.context import Context
from graph.claims.positions.judging import by_both, by_vectors
from graph.claims.positions.own_voice import OwnVoice
from graph.claims.positions.places import HERE
from graph.claims.positions.units import Unit
from graph.claims.positions.worth import BY_VECTORS, GRAMMAR, LEARNT, likeliest
from graph.language import Stances
from graph.model import Claim, Position, Proposal, Stance

if TYPE_CHECKING:
    from numpy import ndarray

THRESHOLD = 0.4  # of the likelihood of a position: of those that are less likely at most a third is right
_STANCES: tuple[Stance, ...] = get_args(Stance)
SIGNS = {1: (0, 1), 0: (2,), -1: (3, 4)}  # the stances of a sign, by their number
_DOUBT = 0.8  # of what a place says, since two places of one article are not independent
_SEEN = 0.1  # of a place, for the models to see its stand at all
_SHOWS = 0.5  # of the strongest place, for a place to be evidence


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a unit leans to one proposal: the shares of the five stances; what is left takes none.

    `rival`: the largest share of a stand that the same unit has on another proposal; `outdone`: by how many it is
    larger than on this one; `told`: the grammar's stand.
    """

    unit: Unit
    shares: "ndarray"
    hints: "ndarray"
    rival: float
    outdone: int = 0
    told: Stance | None = None

    def share(self, sign: int) -> float:
        """How likely it takes a stand of a sign."""
        return float(sum(self.shares[i] for i in SIGNS[sign]))


@dataclass(frozen=True, slots=True)
class Leaned:
    """All places of one holder on one proposal, `among` so many that are asked for."""

    holder: str
    proposal: Proposal
    places: tuple[Leaning, ...]
    among: int

    def together(self, sign: int) -> float:
        """How strongly the places come to a sign."""
        left = 1.0
        for place in self.places:
            left *= 1 - _DOUBT * place.share(sign)
        return 1 - left


def leaned(context: Context, proposals: Sequence[Proposal], model: Stances) -> Iterator[Leaned]:
    """Every holder with every proposal."""
    import numpy as np

    judged = by_vectors(context, proposals, model)
    if judged is None:
        return
    shares = by_both(judged, model.entailment) if model.entailment else judged.shares
    places = judged.places
    stands = 1 - shares[..., 0]
    for column, proposal in enumerate(judged.proposals):
        rivals = np.delete(stands, column, axis=1).max(axis=1, initial=0.0)
        outdone = (stands > stands[:, [column]]).sum(axis=1)
        leanings: dict[str, list[Leaning]] = defaultdict(list)
        for row, unit in enumerate(judged.units):
            hints = places.hints[row, column]
            told = places.told[row].get(proposal.id)
            lean = Leaning(unit, shares[row, column, 1:], hints, float(rivals[row]), int(outdone[row]), told)
            leanings[unit.holder].append(lean)
        for holder, held in leanings.items():
            yield Leaned(holder, proposal, tuple(held), len(judged.proposals))


def positions(
    context: Context, proposals: Sequence[Proposal], model: Stances, least: float = THRESHOLD
) -> tuple[tuple[Position, ...], tuple[Claim, ...]]:
    """The positions that are likely enough, and the claims of the article's own voice that express them."""
    voice = OwnVoice(context)
    weights = weights_of(LEARNT if model.entailment else BY_VECTORS)
    all_leaned = leaned(context, proposals, model)
    found = [p for one in all_leaned if (p := _position(context, one, voice, weights, least)) is not None]
    return tuple(sorted(found, key=lambda p: (p.evidence[0].start, p.id))), voice.claims


def _position(
    context: Context, one: Leaned, voice: OwnVoice, weights: Mapping[str, float], least: float
) -> Position | None:
    sign, confidence = likeliest(one, weights)
    if confidence < least:
        return None
    strongest = max(one.places, key=lambda p: p.share(sign))
    showing = [p for p in one.places if p.share(sign) >= _SHOWS * strongest.share(sign)]
    evidence = tuple(sorted({p.unit.evidence for p in showing}))
    claims = dict.fromkeys(c.id for p in showing for c in p.unit.claims[:1])
    stance = _stance(showing, sign)
    return Position(
        context.minter.position(context.article.slug, one.holder, one.proposal.id, stance),
        one.holder,
        one.proposal.id,
        stance,
        tuple(claims) or (voice.claim(strongest.unit.evidence, one.holder).id,),
        evidence,
        round(confidence, 2),
        _reason(strongest, sign, stance, len(evidence)),
        context.article.published,
    )


def _stance(showing: Sequence[Leaning], sign: int) -> Stance:
    """The stance of a sign: the grammar's at the strongest place that has one, else that with the largest shares."""
    steps = [_STANCES[i] for i in SIGNS[sign]]
    for place in sorted(showing, key=lambda p: -p.share(sign)):
        if place.told is not None and place.told in steps:
            return place.told
    return max(steps, key=lambda s: sum(float(p.shares[_STANCES.index(s)]) for p in showing))


_WAYS = {
    "says": "what it is made to say",
    "named": "the sentence that names it",
    "before": "a sentence after its words",
    "author": "the author's own words",
}


def _reason(strongest: Leaning, sign: int, stance: Stance, sentences: int) -> str:
    """Why, in words."""
    named = "whose words name the proposal" if strongest.hints[HERE] > 0 else "near the proposal by meaning"
    share, told = strongest.share(sign), strongest.hints[GRAMMAR[sign]] > 0
    more = f"; {sentences} sentences agree" if sentences > 1 else ""
    if told and share < _SEEN:
        return f"{_WAYS[strongest.unit.way]}, {named}: {stance} by its grammar, which the models do not see{more}"
    said = f"{_WAYS[strongest.unit.way]}, {named}, leans to {stance} ({share:.2f})"
    return said + more + ("; the grammar has this stand" if told else "")

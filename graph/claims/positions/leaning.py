"""Positions by the stance model: how all places where a holder turns up lean to a proposal, put together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from graph.claims.positions.context import Context
from graph.claims.positions.figures import figures
from graph.claims.positions.finding import all_judged
from graph.claims.positions.own_voice import OwnVoice
from graph.claims.positions.places import AGAINST, FOR, HERE, Places
from graph.claims.positions.units import Unit, units
from graph.claims.positions.worth import likelihood
from graph.language import Stances
from graph.model import Claim, Position, Proposal, Stance

if TYPE_CHECKING:
    from numpy import ndarray

THRESHOLD = 0.5  # of the likelihood of a position
_STANCES: tuple[Stance, ...] = get_args(Stance)
_SIGNS = {1: (0, 1), 0: (2,), -1: (3, 4)}  # the stances of a sign, by their number
_DOUBT = 0.8  # of what a place says, since two places of one article are not independent
_SHOWS = 0.5  # of the strongest place, for a place to be evidence


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a unit leans to one proposal: the shares of the five stances; what is left takes none."""

    unit: Unit
    shares: "ndarray"
    hints: "ndarray"

    def share(self, sign: int) -> float:
        """How likely it takes a stand of a sign."""
        return float(sum(self.shares[i] for i in _SIGNS[sign]))


@dataclass(frozen=True, slots=True)
class Leaned:
    """All places of one holder on one proposal, with the sign that they come to and how strongly."""

    holder: str
    proposal: Proposal
    places: tuple[Leaning, ...]
    totals: dict[int, float]

    @property
    def sign(self) -> int:
        """1, 0 or -1."""
        return max(self.totals, key=lambda s: self.totals[s])


def leaned(context: Context, proposals: Sequence[Proposal], model: Stances) -> Iterator[Leaned]:
    """Every holder with every proposal."""
    text = model.article(context.article)
    judged = list(all_judged(context))
    found = list(units(context)) if text.pieces.ids and proposals else []
    if not found:
        return
    places = Places(found, judged, proposals, text.pieces)
    wordings = [model.proposal(p) for p in proposals]
    for column, (proposal, each) in enumerate(zip(proposals, figures(places, text, wordings), strict=True)):
        leanings: dict[str, list[Leaning]] = defaultdict(list)
        for unit, shares, hints in zip(found, model.judge(each), places.hints[:, column], strict=True):
            leanings[unit.holder].append(Leaning(unit, shares[1:], hints))
        for holder, held in leanings.items():
            yield Leaned(holder, proposal, tuple(held), {s: _together(p.share(s) for p in held) for s in _SIGNS})


def _together(shares: Iterator[float]) -> float:
    left = 1.0
    for share in shares:
        left *= 1 - _DOUBT * share
    return 1 - left


def positions(
    context: Context, proposals: Sequence[Proposal], model: Stances, least: float = THRESHOLD
) -> tuple[tuple[Position, ...], tuple[Claim, ...]]:
    """The positions that are likely enough, and the claims of the article's own voice that express them."""
    voice = OwnVoice(context)
    found = [p for one in leaned(context, proposals, model) if (p := _position(context, one, voice, least)) is not None]
    return tuple(sorted(found, key=lambda p: (p.evidence[0].start, p.id))), voice.claims


def _position(context: Context, one: Leaned, voice: OwnVoice, least: float) -> Position | None:
    confidence = likelihood(one)
    if confidence < least:
        return None
    strongest = max(one.places, key=lambda p: p.share(one.sign))
    showing = [p for p in one.places if p.share(one.sign) >= _SHOWS * strongest.share(one.sign)]
    evidence = tuple(sorted({p.unit.evidence for p in showing}))
    claims = dict.fromkeys(c.id for p in showing for c in p.unit.claims[:1])
    stance = _STANCES[max(_SIGNS[one.sign], key=lambda i: sum(float(p.shares[i]) for p in showing))]
    return Position(
        context.minter.position(context.article.slug, one.holder, one.proposal.id, stance),
        one.holder,
        one.proposal.id,
        stance,
        tuple(claims) or (voice.claim(strongest.unit.evidence).id,),
        evidence,
        round(confidence, 2),
        _reason(one, strongest, stance, len(evidence)),
        context.article.published,
    )


_WAYS = {
    "says": "what it is made to say",
    "named": "the sentence that names it",
    "before": "a sentence after its words",
    "author": "the author's own words",
}


def _reason(one: Leaned, strongest: Leaning, stance: Stance, sentences: int) -> str:
    """Why, in words."""
    share = strongest.share(one.sign)
    grammar = float(strongest.hints[FOR : AGAINST + 1].max())
    named = "whose words name the proposal" if strongest.hints[HERE] > 0 else "near the proposal by meaning"
    said = f"{_WAYS[strongest.unit.way]}, {named}, leans to {stance} ({share:.2f})"
    more = f"; {sentences} sentences agree" if sentences > 1 else ""
    return said + more + ("; the grammar has a stand there" if grammar else "")

"""From stands to positions: what one holder is found to think of one proposal, over the whole article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.claims.positions.context import Context
from graph.claims.positions.finding import all_judged
from graph.claims.positions.own_voice import OwnVoice
from graph.claims.positions.taken import Taken
from graph.model import POLARITY, Claim, Position

_LEAST = 0.3
_MORE = 0.05  # for each further sentence that agrees
_SUREST = 0.99


def positions(context: Context) -> tuple[tuple[Position, ...], tuple[Claim, ...]]:
    """The positions of an article, and the claims of its own voice that they need as their expression."""
    judged = all_judged(context) if context.matcher.words.by_stem else ()
    return merged(context, (taken for each in judged for taken in each.taken), _LEAST)


def merged(context: Context, found: Iterable[Taken], least: float) -> tuple[tuple[Position, ...], tuple[Claim, ...]]:
    """Stands that are sure enough as positions, one of each holder on each proposal, with the claims of the article's
    own voice.
    """
    groups: dict[tuple[str, str], list[Taken]] = defaultdict(list)
    for taken in found:
        if taken.confidence >= least:
            groups[taken.holder, taken.proposal].append(taken)
    voice = OwnVoice(context)
    made = [_position(context, _agreeing(group), voice) for group in groups.values()]
    return tuple(sorted(made, key=lambda p: (p.evidence[0].start, p.id))), voice.claims


def _agreeing(group: Sequence[Taken]) -> list[Taken]:
    """Those of the surest stance."""
    weights: dict[str, float] = defaultdict(float)
    polarity = {taken.stance: abs(POLARITY[taken.stance]) for taken in group}
    for taken in group:
        weights[taken.stance] += taken.confidence
    stance = max(polarity, key=lambda s: (weights[s], polarity[s], s))
    return [taken for taken in group if taken.stance == stance]


def _position(context: Context, agreeing: Sequence[Taken], voice: OwnVoice) -> Position:
    """One position, with all that shows it."""
    surest = max(agreeing, key=lambda taken: taken.confidence)
    claims = dict.fromkeys(taken.claims[0].id for taken in agreeing if taken.claims)
    return Position(
        context.minter.position(context.article.slug, surest.holder, surest.proposal, surest.stance),
        surest.holder,
        surest.proposal,
        surest.stance,
        tuple(claims) or (voice.claim(agreeing[0].evidence, surest.holder).id,),
        tuple(sorted({taken.evidence for taken in agreeing})),
        min(_SUREST, round(surest.confidence + _MORE * (len(agreeing) - 1), 2)),
        surest.reason,
        context.article.published,
    )

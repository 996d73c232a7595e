"""The stands that the sentences of an article take on proposals, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.claims.matching import Match, Referents
from graph.claims.positions.context import Context
from graph.claims.positions.holders import holders
from graph.claims.positions.standing import stand_of
from graph.claims.spans import bounds, trimmed
from graph.claims.stances import nearest_stance
from graph.claims.stands import Verdict, verdicts
from graph.language import Sentence, start_of
from graph.model import Claim, Span, Stance

_NEAR = 120  # characters from where a claim's content starts


@dataclass(frozen=True, slots=True)
class Taken:
    """A stand found in one sentence, before those of the same holder on the same proposal are put together."""

    holder: str
    proposal: str
    stance: Stance
    claims: tuple[Claim, ...]
    evidence: Span
    confidence: float
    reason: str


def all_taken(context: Context) -> Iterator[Taken]:
    """The stands of all sentences that are read."""
    for sentence, match in _matches(context):
        downward = context.matcher.words.direction[match.proposal.id] < 0
        for found in list(verdicts(match, downward)) or _by_cue(context, match):
            yield from held_by(context, sentence, match, found)


def _matches(context: Context) -> Iterator[tuple[Sentence, Match]]:
    """Where the article speaks of proposals, by their words or by what stands for them."""
    around = context.countries()
    named = frozenset(m.actor for m in context.cast.mentions)
    referents = Referents(context.matcher.words.heads)
    for sentence in context.parsed.sentences:
        if sentence.kind != "dateline":
            found = context.matcher.matches(sentence, around, named)
            found += list(referents.matches(sentence, found))
            yield from ((sentence, match) for match in found)
            referents.remember(sentence, found)


def _by_cue(context: Context, match: Match) -> Iterator[Verdict]:
    """The stand of the cue of a claim whose content speaks of a proposal, where the grammar does not lead to it."""
    for spoken in context.speech.over(match.anchor)[:1]:
        polarity = stand_of(spoken)
        begins = start_of(match.anchor) - spoken.claim.content[0].start
        if polarity is not None and begins < _NEAR and spoken.attribution.frame == "interposed":
            head = spoken.attribution.head
            turned = -polarity if match.turned else polarity
            yield Verdict(turned, spoken.attribution.holder, head, f'"{head.text}"', 0.6)


def held_by(context: Context, sentence: Sentence, match: Match, found: Verdict) -> Iterator[Taken]:
    """A verdict with each of its holders, and the claims that it shows in."""
    evidence = trimmed(context.article, *bounds(sentence))
    if evidence is None:
        return
    claims = _claims(context, sentence, found)
    for holder in holders(context, found):
        reason = f"{found.why} over what {match.reason}; holder: {holder.reason}"
        confidence = round(match.score * found.strength * (0.5 + 0.5 * holder.score), 2)
        stance = nearest_stance(found.polarity)
        yield Taken(holder.actor, match.proposal.id, stance, claims, evidence, confidence, reason)


def _claims(context: Context, sentence: Sentence, found: Verdict) -> tuple[Claim, ...]:
    """The claims in whose content a verdict is spoken, the innermost first; else those whose cue is its word."""
    inside = tuple(s.claim for s in context.speech.over(found.spoken))
    return inside or tuple(
        s.claim
        for s in context.speech.said
        if s.attribution.head == found.spoken and s.attribution.sentence.number == sentence.number
    )

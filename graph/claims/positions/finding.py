"""The stands that the sentences of an article take on proposals, one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.claims.matching import Match, Referents
from graph.claims.positions.context import Context
from graph.claims.positions.echoing import echoes
from graph.claims.positions.holders import Holder, holders
from graph.claims.positions.standing import stand_of
from graph.claims.positions.taken import Taken
from graph.claims.positions.unsaid import unsaid
from graph.claims.spans import bounds, trimmed
from graph.claims.stances import nearest_stance
from graph.claims.stands import Verdict, verdicts
from graph.language import Sentence, start_of
from graph.model import POLARITY, Claim

_LIKE = 0.9  # what a stand is worth that points to another one
_NEAR = 120  # characters from where a claim's content starts


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with the proposals that its words name, and the stands that it takes on them."""

    sentence: Sentence
    matches: tuple[Match, ...]
    taken: tuple[Taken, ...]


def all_judged(context: Context) -> Iterator[Judged]:
    """All sentences that are read."""
    around = context.countries()
    named = frozenset(m.actor for m in context.cast.mentions)
    apt = context.matcher.relevance.of(context.article.text)
    referents = Referents(context.matcher.words)
    lately: list[Taken] = []
    for sentence in context.parsed.sentences:
        if sentence.kind == "dateline":
            continue
        found = context.matcher.matches(sentence, around, named, apt)
        found += context.matcher.contents(sentence, found, around, named, apt)
        found += list(referents.matches(sentence, found))
        taken = [*_on_matches(context, sentence, found), *_on_nothing_named(context, sentence, found, referents)]
        taken += _echoed(context, sentence, (*lately, *taken))
        yield Judged(sentence, tuple(found), tuple(taken))
        lately = taken
        referents.remember(sentence, found)


def stands(context: Context, match: Match) -> list[Verdict]:
    """The stands taken on what was matched."""
    downward = context.matcher.words.direction[match.proposal.id] < 0
    return list(verdicts(match, downward)) or list(_by_cue(context, match))


def _on_matches(context: Context, sentence: Sentence, found: Sequence[Match]) -> Iterator[Taken]:
    for match in found:
        for verdict in stands(context, match):
            yield from held_by(context, sentence, match, verdict)


def _on_nothing_named(
    context: Context, sentence: Sentence, found: Sequence[Match], referents: Referents
) -> Iterator[Taken]:
    """The stands on what is under discussion, where the sentence does not name it."""
    for verdict in unsaid(sentence, found):
        match = referents.under_discussion(verdict.spoken, sentence, found)
        if match is not None:
            turned = replace(verdict, polarity=-verdict.polarity) if match.turned else verdict
            yield from held_by(context, sentence, match, turned)


def _echoed(context: Context, sentence: Sentence, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands that only point to the last one before."""
    for turn, verdict in echoes(sentence):
        for holder in holders(context, verdict):
            last = next((t for t in reversed(before) if t.holder != holder.actor), None)
            if last is not None:
                yield _like(context, sentence, last, turn, holder)


def _by_cue(context: Context, match: Match) -> Iterator[Verdict]:
    """The stand of the cue of a claim whose content speaks of a proposal, where the grammar does not lead to it."""
    for spoken in context.speech.over(match.anchor)[:1]:
        polarity = stand_of(spoken)
        begins = start_of(match.anchor) - spoken.claim.content[0].start
        if polarity is not None and begins < _NEAR and spoken.attribution.frame == "interposed":
            head = spoken.attribution.head
            turned = -polarity if match.turned else polarity
            yield Verdict(turned, spoken.attribution.holder, head, f'"{head.text}"', 0.6)


def _like(context: Context, sentence: Sentence, last: Taken, turn: int, holder: Holder) -> Taken:
    """A stand like the one before, or against it."""
    evidence = trimmed(context.article, *bounds(sentence)) or last.evidence
    stance = nearest_stance(turn * POLARITY[last.stance])
    confidence = round(last.confidence * _LIKE * (0.5 + 0.5 * holder.score), 2)
    way = "likewise" if turn > 0 else "on the contrary"
    return Taken(holder.actor, last.proposal, stance, (), evidence, confidence, f"{way}: {last.reason}")


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

"""From claims and reported acts to positions: who holds what of which proposal, proved by which words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.actors import Cast
from graph.claims.anaphora import Referents
from graph.claims.attribution import trimmed
from graph.claims.matching import Match, Matcher
from graph.claims.speech import Speech
from graph.claims.standing import stand_of
from graph.claims.stands import Verdict, verdicts
from graph.language import Parsed, Sentence, end_of, start_of
from graph.model import POLARITY, Claim, Mention, Position, Span, Stance
from graph.vocabulary import Minter

_OWN = frozenset(("its", "their", "our", "my"))
_LEAST = 0.3
_NEAR = 120  # characters from where a claim's content starts
_STEPS: dict[float, Stance] = {value: stance for stance, value in POLARITY.items()}


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


@dataclass(frozen=True, slots=True)
class Context:
    """What finding positions needs of an article."""

    parsed: Parsed
    cast: Cast
    speech: Speech
    matcher: Matcher
    minter: Minter
    authors: tuple[Mention, ...]


def positions(context: Context) -> tuple[tuple[Position, ...], tuple[Claim, ...]]:
    """The positions of an article, and the claims of its own voice that they need as their expression."""
    taken = [found for found in _all_taken(context) if found.confidence >= _LEAST]
    groups: dict[tuple[str, str], list[Taken]] = defaultdict(list)
    for found in taken:
        groups[found.holder, found.proposal].append(found)
    own: dict[str, Claim] = {}
    made = [_position(context, group, own) for group in groups.values()]
    return tuple(sorted(made, key=lambda p: (p.evidence[0].start, p.id))), tuple(own.values())


def _all_taken(context: Context) -> Iterator[Taken]:
    around = about(context)
    named = frozenset(m.actor for m in context.cast.mentions)
    referents = Referents(context.matcher.words.heads)
    for sentence in context.parsed.sentences:
        if sentence.kind == "dateline":
            continue
        found = context.matcher.matches(sentence, around, named)
        referred = referents.matches(sentence, found)
        for match in (*found, *referred):
            decided = list(verdicts(match, context.matcher.words.direction[match.proposal.id] < 0))
            for each in decided or _by_cue(context, match):
                yield from _held(context, sentence, match, each)
        referents.remember(sentence, [*found, *referred])


def _by_cue(context: Context, match: Match) -> Iterator[Verdict]:
    """The stand of the cue of a claim whose content speaks of a proposal, where the grammar does not lead to it."""
    for spoken in context.speech.over(start_of(match.anchor))[:1]:
        polarity = stand_of(spoken)
        begins = start_of(match.anchor) - spoken.claim.content[0].start
        if polarity is not None and begins < _NEAR and spoken.attribution.frame == "interposed":
            head = spoken.attribution.head
            yield Verdict(
                -polarity if match.turned else polarity, spoken.attribution.holder, head, f'"{head.text}"', 0.6
            )


def about(context: Context) -> frozenset[str]:
    """The countries that an article is about: those of its title, and those it names more than once."""
    counts: dict[str, int] = defaultdict(int)
    titles = [r for r in context.parsed.article.regions if r.kind == "title"]
    for mention in context.cast.mentions:
        if "/country/" in mention.actor:
            counts[mention.actor] += 2 if any(r.start <= mention.span.start < r.end for r in titles) else 1
    return frozenset(actor for actor, n in counts.items() if n > 1)


def _held(context: Context, sentence: Sentence, match: Match, decided: Verdict) -> Iterator[Taken]:
    """The stand with its holders: whom the sentence names, else who says it, else the author."""
    evidence = trimmed(context.parsed.article, start_of(sentence.tokens[0]), end_of(sentence.tokens[-1]))
    if evidence is None:
        return
    for holder in _holders(context, decided):
        claims = tuple(s.claim for s in context.speech.over(start_of(decided.spoken)))
        claims = claims or tuple(
            s.claim for s in context.speech.said
            if s.attribution.head == decided.spoken and s.attribution.sentence.number == sentence.number
        )  # fmt: skip
        stance = _STEPS.get(decided.polarity) or _nearest(decided.polarity)
        reason = f"{decided.why} over what {match.reason}; holder: {holder.reason}"
        confidence = match.score * decided.strength * (0.5 + 0.5 * holder.score)
        yield Taken(holder.actor, match.proposal.id, stance, claims, evidence, round(confidence, 2), reason)


def _holders(context: Context, decided: Verdict) -> list[Mention]:
    """Who holds a stand."""
    head = decided.holder
    if head is not None and any(c.dep_ == "poss" and c.lower_ in _OWN for c in head.children):
        speaker = context.speech.speaker_at(start_of(head))
        if speaker is not None:
            return [Mention(Span(0, 0, ""), speaker, 0.7, "speaks for its own")]
    if head is not None:
        named = [context.speech.who(t) for t in (head, *(c for c in head.conjuncts if c.i > head.i))]
        return [m for m in named if m is not None]
    speaker = context.speech.speaker_at(start_of(decided.spoken))
    if speaker is not None:
        return [Mention(Span(0, 0, ""), speaker, 0.8, "who says it")]
    if context.speech.over(start_of(decided.spoken)):
        return []
    carried = context.speech.speaker_before(decided.spoken)
    if carried is not None:
        return [Mention(Span(0, 0, ""), carried, 0.5, "who speaks in the sentences before")]
    return list(context.authors)


def _nearest(polarity: float) -> Stance:
    return min(_STEPS.items(), key=lambda step: abs(step[0] - polarity))[1]


def _position(context: Context, group: Sequence[Taken], own: dict[str, Claim]) -> Position:
    """One position of what one holder is found to think of one proposal: the surest stance, with all that shows it."""
    weights: dict[Stance, float] = defaultdict(float)
    for taken in group:
        weights[taken.stance] += taken.confidence
    stance = max(weights, key=lambda s: (weights[s], abs(POLARITY[s]), s))
    agreeing = [t for t in group if t.stance == stance]
    surest = max(agreeing, key=lambda t: t.confidence)
    claims = dict.fromkeys(c.id for t in agreeing for c in t.claims[:1])
    if not claims:
        claims = dict.fromkeys(_own_claim(context, t.evidence, own).id for t in agreeing[:1])
    article = context.parsed.article
    return Position(
        context.minter.position(article.slug, surest.holder, surest.proposal, stance),
        surest.holder,
        surest.proposal,
        stance,
        tuple(claims),
        tuple(sorted({t.evidence for t in agreeing})),
        min(0.99, round(surest.confidence + 0.05 * (len(agreeing) - 1), 2)),
        surest.reason,
        article.published,
    )


def _own_claim(context: Context, span: Span, own: dict[str, Claim]) -> Claim:
    """What the article says in its own voice: that somebody did something."""
    name = context.minter.claim(context.parsed.article.slug, span.start, span.end)
    taken = {c.id for c in context.speech.claims}
    while name in taken:
        name += "-"
    if name not in own:
        speakers = tuple(author.actor for author in context.authors)
        mentions = dict.fromkeys(m.actor for m in context.cast.mentions if span.start <= m.span.start < span.end)
        own[name] = Claim(name, speakers, (), (), (span,), "authorial", 0.8,
                          "the article reports it in its own voice", mentions=tuple(mentions))  # fmt: skip
    return own[name]

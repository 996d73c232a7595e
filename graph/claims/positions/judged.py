"""The stands that a learnt model finds: each claim of an article with each proposal that the article may be about."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.claims.matching.play import in_play
from graph.claims.positions.context import Context
from graph.claims.positions.finding import Taken
from graph.claims.spans import bounds, extent, joined, trimmed
from graph.language import StanceModel
from graph.language import pairing as read_as
from graph.model import Claim, Proposal, Span, Stance

_LEAST = 0.5  # of the probability, by the sign of a stance
_BEFORE = 300  # characters
_MOST = 8  # proposals an article
_SIGNS: dict[str, tuple[Stance, ...]] = {
    "for": ("support", "conditional"),
    "open": ("undecided",),
    "against": ("doubt", "oppose"),
}


@dataclass(frozen=True, slots=True)
class Voiced:
    """What is judged: the words of a stand, whose they are, and the claims that it shows in."""

    holders: tuple[str, ...]
    holder: tuple[Span, ...]
    evidence: tuple[Span, ...]
    claims: tuple[Claim, ...]
    how: str


def judged(context: Context, model: StanceModel) -> Iterator[Taken]:
    """The stands on a codebook's proposals, in the order of the text."""
    named = frozenset(m.actor for m in context.cast.mentions)
    proposals = in_play(context.matcher, context.parsed, named)[:_MOST]
    for voiced in _voiced(context) if proposals else ():
        pair = _context(context, voiced)
        for proposal in proposals:
            yield from _taken(context, voiced, proposal, model.tell(wording(proposal), pair))


def wording(proposal: Proposal) -> str:
    """A proposal in one line: its label, its other labels, its definition."""
    return "; ".join((proposal.label, *proposal.aliases)) + ". " + (proposal.definition or "")


def _voiced(context: Context) -> Iterator[Voiced]:
    """What anybody is made to say, what anybody does, and what the authors of a commentary say themselves."""
    for spoken in (*context.speech.said, *context.speech.unsure):
        claim = spoken.claim
        if claim.speakers:
            evidence = joined(context.article, (*claim.cue, *claim.content))
            shown = () if spoken in context.speech.unsure else (claim,)
            yield Voiced(claim.speakers, claim.source, evidence, shown, "who says it")
    yield from _own(context)


def _own(context: Context) -> Iterator[Voiced]:
    holders = tuple(author.actor for author in context.authors)
    cues = {s.attribution.sentence.number for s in context.speech.said}
    for sentence in context.parsed.sentences if holders else ():
        if sentence.kind == "body" and sentence.number not in cues and not context.speech.over(sentence.tokens.root):
            span = trimmed(context.article, *bounds(sentence))
            if span is not None:
                yield Voiced(holders, (), (span,), (), "the author")


def _context(context: Context, voiced: Voiced) -> read_as.Context:
    """The words of a stand in their sentences, as the model was taught to read them."""
    first, last = extent((*voiced.holder, *voiced.evidence))
    sentences = context.speech.page.sentences_of(first, last)
    start, end = bounds(*sentences) if sentences else (first, last)
    marked: list[tuple[int, int, read_as.Part]] = [(s.start, s.end, "evidence") for s in voiced.evidence]
    marked += [(s.start, s.end, "holder") for s in voiced.holder]
    text = context.article.text
    return read_as.Context(
        context.article.title or "", text[max(0, start - _BEFORE) : start], read_as.cut(text, start, end, marked)
    )


def _taken(context: Context, voiced: Voiced, proposal: Proposal, shares: dict[str, float]) -> Iterator[Taken]:
    """The likeliest stand, for each of its holders."""
    likely = {sign: sum(shares[s] for s in stances) for sign, stances in _SIGNS.items()}
    sign = max(likely, key=lambda s: likely[s])
    evidence = trimmed(context.article, *extent((*voiced.holder, *voiced.evidence)))
    if likely[sign] < _LEAST or evidence is None:
        return
    stance = max(_SIGNS[sign], key=lambda s: shares[s])
    reason = f"read as {stance} by the stance model; holder: {voiced.how}"
    for holder in voiced.holders:
        yield Taken(holder, proposal.id, stance, voiced.claims, evidence, round(likely[sign], 2), reason)

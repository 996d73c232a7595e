"""Who passes a claim on: the claim of somebody else whose content holds this one, its cue and its content."""

from collections.abc import Sequence
from dataclasses import replace

from graph.claims.extents import Extents
from graph.claims.spans import extent, shared
from graph.model import Claim, Span

_WHOLE = 0.9  # of the inner content: a tagger may draw the edges of two contents apart


def chained(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with the nearest claim that contains it and has another speaker as the one that passes it on.

    What the same speaker says within what she says is no link of a chain: the one who passes on her words does it.
    """
    contents: Extents[Claim] = Extents()
    for claim in claims:
        if claim.content:
            contents.add(*extent(claim.content), claim)
    return tuple(replace(claim, reported_by=_above(claim, contents)) for claim in claims)


def _above(claim: Claim, contents: Extents[Claim]) -> str | None:
    """The shortest claim around a claim that is somebody else's."""
    if not (claim.cue and claim.content):
        return None
    cue = claim.cue[0]
    around = (c for c in contents.at(cue.start, cue.end) if c.id != claim.id and _contains(c, claim))
    others = [c for c in around if not (claim.speakers and set(claim.speakers) <= set(c.speakers))]
    nearest = min(others, key=lambda c: (_length(c.content), c.id), default=None)
    return nearest.id if nearest is not None else None


def _contains(outer: Claim, inner: Claim) -> bool:
    """Whether a claim's content holds another's cue and content, and is more than it."""
    cue = inner.cue[0]
    held = any(o.start <= cue.start and cue.end <= o.end for o in outer.content)
    length = _length(inner.content)
    return held and _length(outer.content) > length and shared(inner.content, outer.content) >= _WHOLE * length


def _length(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)

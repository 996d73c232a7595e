"""Claims within claims: who passes on whose, and what somebody says of it that she says it."""

from collections.abc import Sequence
from dataclasses import replace

from graph.claims.extents import Extents
from graph.claims.spans import extent, shared
from graph.model import Claim, Span

_WHOLE = 0.9  # of the inner content: a tagger may draw the edges of two contents apart
_MUCH = 0.2  # of what somebody says, for it to be said again


def chained(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with the nearest claim that contains it and has another speaker as the one that passes it on.

    What the same speaker says within what she says is no link of a chain: the one who passes on her words does it.
    """
    contents = _contents(claims)
    return tuple(replace(claim, reported_by=_above(claim, contents)) for claim in claims)


def repeated(claims: Sequence[Claim]) -> frozenset[str]:
    """The claims that only say again much of what the one around them says: "I think" in what she says."""
    contents = _contents(claims)
    return frozenset(c.id for c in claims if any(_is_much(c, around) for around in _over(c, contents)))


def _is_much(claim: Claim, around: Claim) -> bool:
    return _is_hers(claim, around) and shared(claim.content, around.content) >= _MUCH * _length(around.content)


def _contents(claims: Sequence[Claim]) -> Extents[Claim]:
    contents: Extents[Claim] = Extents()
    for claim in claims:
        if claim.content:
            contents.add(*extent(claim.content), claim)
    return contents


def _above(claim: Claim, contents: Extents[Claim]) -> str | None:
    """The shortest claim around a claim that is somebody else's."""
    others = (c for c in _around(claim, contents) if not _is_hers(claim, c))
    nearest = min(others, key=lambda c: (_length(c.content), c.id), default=None)
    return nearest.id if nearest is not None else None


def _around(claim: Claim, contents: Extents[Claim]) -> list[Claim]:
    """The claims in whose content a claim stands."""
    return [c for c in _over(claim, contents) if _contains(c, claim)]


def _over(claim: Claim, contents: Extents[Claim]) -> list[Claim]:
    """The claims in whose content a claim's cue stands."""
    if not (claim.cue and claim.content):
        return []
    cue = claim.cue[0]
    near = (c for c in contents.at(cue.start, cue.end) if c.id != claim.id)
    return [c for c in near if any(o.start <= cue.start and cue.end <= o.end for o in c.content)]


def _is_hers(claim: Claim, around: Claim) -> bool:
    """Whether who speaks in a claim speaks in the one around it too."""
    if not claim.speakers:
        return bool(claim.source) and claim.source == around.source
    return set(claim.speakers) <= set(around.speakers)


def _contains(outer: Claim, inner: Claim) -> bool:
    """Whether a claim's content holds another's, and is more than it."""
    length = _length(inner.content)
    return _length(outer.content) > length and shared(inner.content, outer.content) >= _WHOLE * length


def _length(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)

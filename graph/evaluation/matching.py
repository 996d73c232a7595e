"""Which claim of one reading is which of another: by the characters that their contents share."""

from collections.abc import Callable, Iterable, Sequence

from graph.model import Claim

Overlap = tuple[float, int, int]


def overlaps(gold: Sequence[Claim], found: Sequence[Claim], least: float) -> list[Overlap]:
    """All pairs whose contents have a Jaccard index of at least `least`, with their places in the two sequences."""
    ours, theirs = [_characters(c) for c in gold], [_characters(c) for c in found]
    measured = (
        (len(a & b) / len(a | b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if not a.isdisjoint(b)
    )
    return [one for one in measured if one[0] >= least]


def pairs(overlaps: Iterable[Overlap], agree: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Pairs one to one, the best overlap first; of equal ones those that agree, then those that come first."""
    ranked = sorted(overlaps, key=lambda one: (-one[0], not agree(one[1], one[2]), one[1], one[2]))
    left: set[int] = set()
    right: set[int] = set()
    chosen: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def _characters(claim: Claim) -> set[int]:
    return {place for span in claim.content for place in range(span.start, span.end)}

"""What the tagger says of any stretch of an article: how likely it is a cue, or of a cue's source or content."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.claims.attributions.linking import shares
from graph.language import Tagged
from graph.model import Span

if TYPE_CHECKING:
    from numpy import ndarray

OF_SOURCE, OF_CONTENT = 0, 1  # columns of what is linked


@dataclass(frozen=True)
class Linked:
    """A cue from one piece of its window up to another."""

    tagged: Tagged
    first: int
    last: int

    @cached_property
    def shares(self) -> "ndarray":
        """For each piece of the window, how likely it is of the cue's source, of its content."""
        return shares(self.tagged, self.first, self.last)

    def pieces(self, spans: Iterable[Span]) -> list[int]:
        """The pieces of the window that lie in some spans."""
        return [i for span in spans for i in between(self.tagged, span.start, span.end)]


class Marks:
    """The windows of one article by where they start."""

    def __init__(self, tagged: Iterable[Tagged]) -> None:
        self.windows = tuple(tagged)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.window.starts[0] for t in self.windows]

    def window(self, offset: int) -> Tagged | None:
        """The window that an offset stands in, or the last before it."""
        at = bisect_right(self._starts, offset) - 1
        return self.windows[at] if at >= 0 else None

    def linked(self, start: int, end: int) -> Linked | None:
        """What belongs to the cue between two offsets; None where nothing there was tagged."""
        tagged = self.window(start)
        pieces = between(tagged, start, end) if tagged is not None else range(0)
        if tagged is None or not pieces:
            return None
        return Linked(tagged, pieces.start, pieces.stop)


def between(tagged: Tagged, start: int, end: int) -> range:
    """The pieces of a window that share a character with a stretch of the article."""
    first = bisect_right(tagged.window.ends, start)
    last = first
    while last < len(tagged.window.ids) and tagged.window.starts[last] < end:
        last += 1
    return range(first, last)


def runs(shares: Sequence[float], least: float, gap: int = 0) -> Iterator[tuple[int, int]]:
    """First and past-last place of each run of shares of at least so much; shorter gaps do not end a run."""
    start = last = -1
    for place, share in enumerate(shares):
        if share < least:
            continue
        if start >= 0 and place - last > gap + 1:
            yield start, last + 1
            start = place
        start, last = (place if start < 0 else start), place
    if start >= 0:
        yield start, last + 1

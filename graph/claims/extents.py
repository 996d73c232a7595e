"""What overlaps a stretch of a text, found without looking at the whole text."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_WIDTH = 512  # characters a shelf


class Extents(Generic[T]):
    """Things with a start and an end, kept on shelves by where they stand.

    >>> names = Extents[str]()
    >>> names.add(0, 5, "one")
    >>> names.add(600, 1200, "two")
    >>> list(names.at(3, 700)), list(names.at(5, 600))
    (['one', 'two'], [])
    """

    def __init__(self) -> None:
        self._shelves: dict[int, list[tuple[int, int, int, T]]] = defaultdict(list)
        self._count = 0

    def add(self, start: int, end: int, thing: T) -> None:
        """Keep a thing that reaches from `start` up to `end`."""
        for shelf in range(start // _WIDTH, max(start, end - 1) // _WIDTH + 1):
            self._shelves[shelf].append((self._count, start, end, thing))
        self._count += 1

    def at(self, start: int, end: int) -> Iterator[T]:
        """The things that share a character with a stretch, in the order in which they were added."""
        found = {
            number: thing
            for shelf in range(start // _WIDTH, max(start, end - 1) // _WIDTH + 1)
            for number, begin, stop, thing in self._shelves.get(shelf, ())
            if begin < end and start < stop
        }
        return (found[number] for number in sorted(found))

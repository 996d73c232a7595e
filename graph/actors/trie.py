"""Finding many names in a text at once: a tree of word pieces, longest match first."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from graph.actors.spelling import key, pieces, plain

T = TypeVar("T")


class Trie(Generic[T]):
    """Names to what they stand for; a name may stand for several things.

    >>> trie = Trie([("South Korea", 1), ("Korea", 2)])
    >>> [(start, end, found) for start, end, found in trie.find("in South Korea, a")]
    [(3, 14, (1,))]
    """

    def __init__(self, names: Iterable[tuple[str, T]] = ()) -> None:
        self._root: dict[str, object] = {}
        for name, value in names:
            self.add(name, value)

    def add(self, name: str, value: T) -> None:
        """Let a name stand for one thing more."""
        node = self._root
        for piece in key(name):
            node = node.setdefault(piece, {})  # type: ignore[assignment]
        held: tuple[T, ...] = node.get("", ())  # type: ignore[assignment]
        if node is not self._root and value not in held:
            node[""] = (*held, value)

    def get(self, name: str) -> tuple[T, ...]:
        """What a whole name stands for."""
        node = self._root
        for piece in key(name):
            if piece not in node:
                return ()
            node = node[piece]  # type: ignore[assignment]
        return node.get("", ())  # type: ignore[return-value]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Start, end and meanings of each name in a text, left to right, the longest first, none overlapping."""
        found = [(m.start(), m.end(), plain(m.group())) for m in pieces(text)]
        at = 0
        while at < len(found):
            length, values = self._longest(found, at)
            if length:
                yield found[at][0], found[at + length - 1][1], values
            at += length or 1

    def _longest(self, found: list[tuple[int, int, str]], at: int) -> tuple[int, tuple[T, ...]]:
        node, best, values = self._root, 0, ()
        for here in range(at, len(found)):
            piece = found[here][2]
            if piece not in node:
                break
            node = node[piece]  # type: ignore[assignment]
            if "" in node:
                best, values = here - at + 1, node[""]  # type: ignore[assignment]
        return best, values

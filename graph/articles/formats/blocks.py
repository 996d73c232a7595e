"""Extracted paragraphs put together as a text that remembers what its format said of each."""

from collections.abc import Iterable

from graph.model import Region, RegionKind

Block = tuple[RegionKind | None, str]


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[Region, ...]]:
    """The text, blank lines between the blocks, and a region for each block whose kind is known.

    >>> joined([("title", "Floods"), (None, "The river rose.")])
    ('Floods\\n\\nThe river rose.', (Region(kind='title', start=0, end=6),))
    """
    parts: list[str] = []
    hints: list[Region] = []
    at = 0
    for kind, text in blocks:
        clean = text.strip()
        if not clean:
            continue
        if kind is not None:
            hints.append(Region(kind, at, at + len(clean)))
        parts.append(clean)
        at += len(clean) + 2
    return "\n\n".join(parts), tuple(hints)

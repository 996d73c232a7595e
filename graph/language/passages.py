"""Which stretches of an article are read as one paragraph of running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Article, Region, RegionKind

READ: tuple[RegionKind, ...] = ("title", "heading", "dateline", "body")
_ENDS_SENTENCE = re.compile(r"[.!?:;”\"’')\]]\s*$")
_LIST_ITEM = re.compile(r"\s*([•*·–-]|\d+[.)])\s")
_WRAP_COLUMNS = range(40, 101)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: `article.text[start:end]`, its number, and what kind of region it stands in."""

    start: int
    end: int
    number: int
    kind: RegionKind


def passages(article: Article) -> Iterator[Passage]:
    """The paragraphs of the regions that are read, in order; lines that were only wrapped are joined."""
    regions = article.regions or (Region("body", 0, len(article.text)),)
    number = 0
    for region in regions:
        if region.kind not in READ:
            continue
        for start, end in _paragraphs(article.text, region.start, region.end):
            yield Passage(start, end, number, region.kind)
            number += 1


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; a block whose lines are not wrapped running text is cut at each line."""
    for block in re.finditer(r"\S(?:.*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:.*\S)?)*", text[start:end]):
        lines = [(start + block.start() + m.start(), start + block.start() + m.end())
                 for m in re.finditer(r"\S.*\S|\S", block.group())]  # fmt: skip
        if _wrapped([text[a:b] for a, b in lines]):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph cut at a column: full lines that stop in the middle of sentences."""
    if len(lines) < 2 or any(_LIST_ITEM.match(line) for line in lines):
        return False
    full = [line for line in lines[:-1] if len(line) in _WRAP_COLUMNS]
    broken = [line for line in full if not _ENDS_SENTENCE.search(line)]
    return len(full) == len(lines) - 1 and 2 * len(broken) >= len(full) and _even(full)


def _even(lines: list[str]) -> bool:
    """Whether lines are about as long as each other, as a column of wrapped text is."""
    return max(map(len, lines)) - min(map(len, lines)) <= 25

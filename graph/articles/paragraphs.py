"""Where the paragraphs of a text are: blocks between blank lines, lines that were wrapped at a column joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

LONGEST = 40_000
_LINE = re.compile(r"[^\S\n]*(\S(?:[^\n]*\S)?)")
_LIST_ITEM = re.compile(r"([•*·–—-]|\d{1,3}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?:;][”\"’')\]]*$|[”\"]$")
_NARROW, _WIDE = 40, 120
_SLACK = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]` without the white space around it; `after_gap` where a blank line stands before it."""

    start: int
    end: int
    after_gap: bool


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a stretch of a text, in order; none is longer than `LONGEST` code points.

    >>> [text[p.start : p.end] for text in ["One.\\n\\nTwo.\\nThree."] for p in paragraphs(text)]
    ['One.', 'Two.', 'Three.']
    """
    stop = len(text) if end is None else end
    column = _column(text)
    block: list[Paragraph] = []
    gap = True
    for line in _lines(text, start, stop):
        if line.end == line.start:
            yield from _joined(text, block, column)
            block, gap = [], True
        else:
            block.append(Paragraph(line.start, line.end, gap))
            gap = False
    yield from _joined(text, block, column)


def _lines(text: str, start: int, stop: int) -> Iterator[Paragraph]:
    """Every line without its outer white space, an empty one as an empty stretch; over-long ones are cut."""
    while start < stop:
        newline = text.find("\n", start, stop)
        after = stop if newline < 0 else newline
        if start == after or text[start:after].isspace():
            yield Paragraph(start, start, False)
        for first, last in _pieces(text, start, after):
            if found := _LINE.match(text, first, last):
                yield Paragraph(found.start(1), found.end(1), False)
        start = after + 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line as it is, or an over-long one cut between words."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space + 1 if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


@lru_cache(maxsize=4)
def _column(text: str) -> int:
    """The column at which the whole text is wrapped, or 0: nearly all lines are shorter, many nearly as long."""
    lengths = sorted(len(line.strip()) for line in text.split("\n") if line.strip())
    if len(lengths) < 4 or lengths[-1] > _WIDE or lengths[-1] < _NARROW:
        return 0
    full = sum(length >= 0.8 * lengths[-1] for length in lengths)
    return lengths[-1] if 2 * full >= len(lengths) else 0


def _joined(text: str, block: list[Paragraph], column: int) -> Iterator[Paragraph]:
    """The paragraphs of one block of lines."""
    if not block:
        return
    width = column or _block_column(text, block)
    current = block[0]
    for previous, line in pairwise(block):
        one = _breaks_off(text, previous, line) or (width and _goes_on(text, previous, line, width))
        if one and line.end - current.start <= LONGEST:
            current = Paragraph(current.start, line.end, current.after_gap)
        else:
            yield current
            current = line
    yield current


def _block_column(text: str, block: list[Paragraph]) -> int:
    """The column of a block that alone is wrapped: lines of even length, most of which break off in a sentence."""
    lengths = [_length(text, line) for line in block[:-1]]
    if not lengths or min(lengths) < _NARROW or max(lengths) > _WIDE or max(lengths) - min(lengths) > 25:
        return 0
    broken = sum(not _ENDS_SENTENCE.search(text, max(line.start, line.end - 4), line.end) for line in block[:-1])
    begins_low = text[block[1].start].islower() or len(block) > 2
    return max(*lengths, _length(text, block[-1])) if 2 * broken >= len(lengths) and begins_low else 0


def _breaks_off(text: str, line: Paragraph, following: Paragraph) -> bool:
    """Whether a long line stops in a sentence that the next one, which begins with a small letter, takes up."""
    ends = _ENDS_SENTENCE.search(text, max(line.start, line.end - 4), line.end)
    return line.end - line.start >= _NARROW and not ends and text[following.start].islower()


def _goes_on(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether the next line is the same paragraph: its first word had no room left on this one."""
    if _LIST_ITEM.match(text, following.start, following.end) or _indent(text, following) > _indent(text, line) + 1:
        return False
    first_word = re.match(r"\S+", text[following.start : min(following.end, following.start + width)])
    room = width - _length(text, line) - 1
    cramped = first_word is not None and len(first_word.group()) >= room - _SLACK
    ends = _ENDS_SENTENCE.search(text, max(line.start, line.end - 4), line.end)
    return cramped or (not ends and text[following.start].islower())


def _length(text: str, line: Paragraph) -> int:
    """How long the line is that stands on the page, of which a stretch may hold only the end."""
    begins = text.rfind("\n", max(0, line.start - _WIDE), line.start) + 1
    return line.end - (line.start if begins == 0 or text[begins : line.start].isspace() else begins)


def _indent(text: str, line: Paragraph) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1

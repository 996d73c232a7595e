"""The lines of a page put together as paragraphs, words that were cut at a line's end made whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_ENDS = re.compile(r"[.!?:][”\"’')\]]*$")
_ITEM = re.compile(r"([•*·▪–—-]|\d{1,3}[.)])\s")
_CUT = re.compile(r"([^\W\d_]{2,})-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def reflowed(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs: a line that is clearly shorter than the others and ends a sentence, or has no end, ends one."""
    if not lines:
        return
    width = sorted(map(len, lines))[int(0.9 * (len(lines) - 1))]
    words = frozenset(word.casefold() for line in lines for word in _WORD.findall(line))
    paragraph = lines[0]
    for line, following in pairwise(lines):
        if _ends_paragraph(line, following, width):
            yield paragraph
            paragraph = following
        else:
            paragraph = _with(paragraph, following, words)
    yield paragraph


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if _ITEM.match(following):
        return True
    short = len(line) + 1 + len(following.split(maxsplit=1)[0]) < 0.9 * width
    if _ENDS.search(line):
        return short
    return short and not following[0].islower() and not line.endswith((",", "-", "–", "—", ";"))


def _with(paragraph: str, following: str, words: frozenset[str]) -> str:
    """Two lines as one; a word cut by a hyphen is joined unless the text elsewhere writes it with one."""
    cut = _CUT.search(paragraph)
    if not cut or not following[0].islower():
        return f"{paragraph} {following}"
    rest = _WORD.match(following)
    hyphened = f"{cut[1]}-{rest[0] if rest else ''}".casefold()
    whole = hyphened.replace("-", "")
    keeps = hyphened in words and whole not in words
    return paragraph + following if keeps else paragraph[:-1] + following

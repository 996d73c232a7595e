"""Where the quotation marks of an article open and close, over sentences and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[“”„«»\"]|''|``|(?<![\w’'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENS = {"“", "„", "«", "``", "‘"}
_CLOSES = {"”", "»", "’"}
_SINGLE = {"'", "‘", "’"}
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: from its opening to its closing mark, both included; `open_ended` where no mark closes it."""

    start: int
    end: int
    open_ended: bool = False


def quotes(text: str, paragraphs: list[tuple[int, int]]) -> tuple[Quote, ...]:
    """The quotations of each paragraph, outermost only, in the order of the text.

    A paragraph that opens a quotation and does not close it is quoted to its end, as English typography has it
    where the next paragraph goes on with a new opening mark.
    """
    return tuple(quote for start, end in paragraphs for quote in _of_paragraph(text, start, end))


def _of_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    begun: tuple[int, str] | None = None
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()
        if begun is None:
            if sign not in _CLOSES and (sign not in _SINGLE or _closed_later(text, mark.end(), end)):
                begun = (mark.start(), sign)
        elif _closes(sign, begun[1]):
            if mark.end() - begun[0] <= _LONGEST:
                yield Quote(begun[0], mark.end())
            begun = None
        elif sign in _OPENS and sign not in _SINGLE and sign == begun[1]:
            yield Quote(begun[0], mark.start(), open_ended=True)
            begun = (mark.start(), sign)
    if begun is not None and begun[1] not in _SINGLE:
        yield Quote(begun[0], end, open_ended=True)


def _closes(sign: str, opened: str) -> bool:
    """Whether a mark closes what another one opened."""
    pairs = {"“": '”"', "„": "“”", "«": "»", "``": "''", "''": "''", '"': '"”', "‘": "’'", "'": "'’"}
    return sign in pairs.get(opened, opened) and sign != ""


def _closed_later(text: str, start: int, end: int) -> bool:
    """Whether a single mark has its partner nearby (else it is an apostrophe)."""
    return re.search(r"(?<=[\w.,!?…])[’'](?!\w)", text[start : min(end, start + 400)]) is not None

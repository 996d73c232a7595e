"""Passages that the text has already, or has again and longer: leads printed twice, teasers, pull quotations."""

import re
from collections.abc import Iterator

from graph.articles.regions.sheet import Line, Sheet, plain
from graph.model import RegionKind

_SHORTEST = 40
_OPENING = 30
_MOST_PLACES = 20
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+")
_TEASER = re.compile(r"(?:\.{3}|…|\[…\]|\[\.{3}\])[\"”’')\]]*$")
_KINDS: tuple[RegionKind | None, ...] = (None, "heading", "title")


def mark_repeated(sheet: Sheet) -> None:
    """Mark all but one of the passages that say the same words; of a short and a long one the long one stays."""
    titles = {plain(sheet.lines[i].text) for i, kind in enumerate(sheet.kinds) if kind == "title"}
    whole: dict[str, int] = {}
    where: dict[str, list[int]] = {}
    openings: dict[str, list[tuple[str, int]]] = {}
    for index in range(len(sheet.lines)):
        if sheet.kinds[index] in _KINDS:
            whole.setdefault(plain(_said(sheet, index)), index)
            for sentence in _sentences(_said(sheet, index)):
                where.setdefault(sentence, []).append(index)
                openings.setdefault(sentence[:_OPENING], []).append((sentence, index))
    for index, line in enumerate(sheet.lines):
        if sheet.kinds[index] not in (None, "heading"):
            continue
        again = len(said := plain(_said(sheet, index))) >= _SHORTEST and whole.get(said, index) < index
        again = again or plain(line.text) in titles or _stands_elsewhere(sheet, index, where)
        if again or _is_teaser(line, index, openings):
            sheet.kinds[index] = "repeated"
            sheet.inside.pop(index, None)


def _said(sheet: Sheet, index: int) -> str:
    """A line without its dateline."""
    line = sheet.lines[index]
    at = max((part.end for part in sheet.inside.get(index, ()) if part.kind == "dateline"), default=line.start)
    return line.text[at - line.start :].strip()


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        found = plain(sentence)
        if len(found) >= _SHORTEST:
            yield found


def _stands_elsewhere(sheet: Sheet, index: int, where: dict[str, list[int]]) -> bool:
    """Whether every sentence of a line stands in one that was kept before it, or in a longer one after it."""
    text = _said(sheet, index)
    sentences = list(_sentences(text))
    covered = sum(map(len, sentences))
    if not sentences or covered < 0.8 * len(plain(text)):
        return False
    return all(any(_keeps(sheet, other, index) for other in where[sentence][:_MOST_PLACES]) for sentence in sentences)


def _keeps(sheet: Sheet, other: int, index: int) -> bool:
    if other == index or sheet.kinds[other] not in _KINDS:
        return False
    return other < index or len(sheet.lines[other].text) > len(sheet.lines[index].text) + _SHORTEST


def _is_teaser(line: Line, index: int, openings: dict[str, list[tuple[str, int]]]) -> bool:
    """Whether a line that breaks off with dots begins as a sentence elsewhere does."""
    cut = _TEASER.search(line.text)
    start = plain(line.text[: cut.start()] if cut else "")
    if len(start) < _SHORTEST:
        return False
    last = plain(_SENTENCE_END.split(line.text[: cut.start() if cut else 0])[-1])
    found = openings.get(last[:_OPENING], ()) if len(last) >= _OPENING else ()
    return any(
        other != index and sentence.startswith(last) and len(sentence) > len(last)
        for sentence, other in found[:_MOST_PLACES]
    )

"""A quotation in its paragraph: what stands before it, the marked words, and what stands after."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from graph.model import Span
from graph.page.texts import QUOTATION

MARKS = ("quotation", "source", "cue")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Window:
    """How many characters of the paragraph are shown before and after the words that are marked."""

    before: int = 300
    after: int = 220


def passage(text: str | None, marked: dict[str, Iterable[Span]], window: Window) -> dict[str, Any]:
    """The words of a claim or a position with their context, as segments of text with the marks on them.

    `marked` gives the spans of "quotation", and of "source" and "cue" where known. `found` says whether every
    quotation stands at its place in the text; where it does not the quotation alone is given, never one like it.
    """
    quotes = sorted(marked.get("quotation", ()))
    if text is None or not quotes or any(text[q.start : q.end] != q.text for q in quotes):
        return {
            "found": False,
            "segments": [[cut(q.text), ["quotation"]] for q in quotes],
            "before": False,
            "after": False,
        }
    start, end = _around(text, quotes, window)
    spans = [
        (max(start, span.start), min(end, span.end), kind)
        for kind in MARKS
        for span in marked.get(kind, ())
        if text[span.start : span.end] == span.text and span.start < end and span.end > start
    ]
    return {
        "found": True,
        "segments": _segments(text, start, end, spans),
        "before": bool(text[:start].strip()),
        "after": bool(text[end:].strip()),
    }


def cut(text: str) -> str:
    """At most `QUOTATION` characters, and how many more there are."""
    return text if len(text) <= QUOTATION else f"{text[:QUOTATION]} […{len(text) - QUOTATION:,} more characters]"


def near(spans: Iterable[Span], reach: int) -> list[list[Span]]:
    """Spans in the order of the text, in groups that a reader can take in at once."""
    groups: list[list[Span]] = []
    for span in sorted(spans):
        if groups and span.end - groups[-1][0].start <= reach:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _around(text: str, quotes: list[Span], window: Window) -> tuple[int, int]:
    """Where the context begins and ends: inside the paragraph, at a word's edge."""
    first, last = quotes[0].start, max(q.end for q in quotes)
    low, high = max(0, first - window.before), min(len(text), last + window.after)
    for match in _PARAGRAPH.finditer(text, low, first):
        low = match.end()
    after = _PARAGRAPH.search(text, last, high)
    high = after.start() if after else high
    while 0 < low < first and not text[low - 1].isspace():
        low += 1
    while last < high < len(text) and not text[high].isspace():
        high -= 1
    return low, max(high, last)


def _segments(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> list[list[Any]]:
    """The stretch cut at every edge of a mark: [text, [marks on it]]."""
    edges = sorted({start, end, *(edge for low, high, _ in spans for edge in (low, high))})
    return [
        [cut(text[low:high]), [kind for begin, stop, kind in spans if begin <= low < stop]]
        for low, high in pairwise(edges)
    ]

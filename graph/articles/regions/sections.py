"""Stretches that a line opens: other stories, a legal notice, references, comments, what a house says of itself."""

import re

from graph.articles.regions.rules import Rule, openers
from graph.articles.regions.sheet import Line, Sheet

_HEADLINE = 170
_LEGAL = re.compile(
    r"\b(?:warrant(?:y|ies)|liab(?:le|ility)|disclaim\w*|copyright|accuracy|advice|indemn\w+|damages|reserved"
    r"|risks? and uncertainties|forward-looking|undertakes? no"
    r"|responsib(?:le|ility)|terms|views expressed|conflict of interest|no competing)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:\[?\d{1,3}[\].)]|\[\d|[†‡*]|https?://|[^\W\d_].{0,120}\((?:19|20)\d\d[a-z]?\)|.{0,200}\bdoi\b|.{0,240}https?://|.{0,200}\b(?:19|20)\d\d\b.{0,20}$)",
    re.IGNORECASE,
)
_LEGAL_CHARACTERS = 2500


def mark_sections(sheet: Sheet) -> None:
    """Mark each opening line and the lines that it takes with it."""
    index = 0
    while index < len(sheet.lines):
        rule = _opener(sheet, index)
        if rule is None:
            index += 1
            continue
        end = _END[rule.takes or ""](sheet, index)
        if end is not None:
            for taken in range(index, end):
                sheet.kinds[taken] = "boilerplate"
        index = max(end or 0, index + 1)


def _opener(sheet: Sheet, index: int) -> Rule | None:
    if sheet.kinds[index] not in (None, "heading", "boilerplate"):
        return None
    text = sheet.lines[index].words
    return next((rule for rule in openers() if rule.match(text)), None)


def _headlines(sheet: Sheet, index: int) -> int:
    """The lines below that are no sentences; a last one that stands above running text is a heading of that text."""
    end = index + 1
    while end < len(sheet.lines) and _is_headline(sheet.lines[end]):
        end += 1
    taken = end - index - 1
    if taken > 1 and end < len(sheet.lines) and sheet.lines[end - 1].after_gap and not sheet.lines[end - 2].after_gap:
        return end - 1
    return end


def _is_headline(line: Line) -> bool:
    return (
        len(line.text) <= _HEADLINE
        and not line.text.rstrip("”\"’'").endswith((".", ":", ";", ","))
        and not line.text[0].islower()
    )


def _legal(sheet: Sheet, index: int) -> int:
    """The paragraph below, and further ones that speak of law."""
    end, size = index + 1, 0
    while end < len(sheet.lines) and size <= _LEGAL_CHARACTERS:
        line = sheet.lines[end]
        together = end == index + 1 or not line.after_gap
        if not together and not _LEGAL.search(line.text):
            break
        size += len(line.text)
        end += 1
    after = sum(len(line.text) for line in sheet.lines[end:])
    before = sum(len(line.text) for line in sheet.lines[:index])
    return end if before >= after or size < before + after else index + 1


def _references(sheet: Sheet, index: int) -> int:
    end = index + 1
    while (
        end < len(sheet.lines)
        and _opener(sheet, end) is None
        and (_REFERENCE.match(sheet.lines[end].text) or not sheet.lines[end].is_sentence)
    ):
        end += 1
    in_tail = sum(len(line.text) for line in sheet.lines[end:]) <= sum(len(line.text) for line in sheet.lines[:index])
    return end if in_tail else index + 1


def _all(sheet: Sheet, index: int) -> int | None:
    """Everything below, where the article is clearly over; else the line is none of ours."""
    before = sum(len(line.text) for line in sheet.lines[:index])
    after = sum(len(line.text) for line in sheet.lines[index + 1 :])
    return len(sheet.lines) if before > after else None


def _house(sheet: Sheet, index: int) -> int | None:
    """What a house says of itself, where the next paragraph takes up the name."""
    words = re.findall(r"[^\W\d_]{3,}", sheet.lines[index].text.casefold())[1:]
    below = sheet.lines[index + 1].text[:80].casefold() if index + 1 < len(sheet.lines) else ""
    known = {"us", "company", "author", "authors", "institute", "organisation", "organization", "foundation"}
    takes_up = any(word in below for word in words if word != "the") or bool(known & set(words))
    return _all(sheet, index) if takes_up else None


_END = {"headlines": _headlines, "legal": _legal, "references": _references, "all": _all, "house": _house}

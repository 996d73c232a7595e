"""Headings: short lines above a paragraph, and such as are glued to its first sentence."""

import re
from functools import cache

from graph.articles.regions.rules import table
from graph.articles.regions.sheet import Line, Sheet, in_title_case
from graph.model import Region

_LONGEST = 120
_MOST_WORDS = 16
_PARAGRAPH = 80
_GLUED_LONGEST = 90
_SHORTEST_REST = 40
_SEAM = re.compile(r"(?<=[a-zß-ÿ0-9?!)”’])(?=[A-ZÀ-Ý“])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2,}\s)")
_ENDS = re.compile(r"[.,;:…!][\"”’')\]]*$|[\"”’']$")
# a question of an interview, a line of a transcript, somebody quoted
_SPEECH = re.compile(r"[\"“”]|^Q\b|^[A-Z.' ]{2,30}: .*\?$|''|[<>{}@]")


def mark_headings(sheet: Sheet) -> None:
    """Mark short lines that stand above a paragraph, and split those that are glued to one."""
    fit = [index for index in sheet.open_lines() if _is_heading(sheet, index)]
    # among statements as headings a question can be one; else it is the author asking
    plain = any(not sheet.lines[index].text.endswith("?") for index in fit)
    for index in fit:
        if plain or not sheet.lines[index].text.endswith("?") or in_title_case(sheet.lines[index].text):
            sheet.kinds[index] = "heading"
    words = _words(sheet)
    for index in sheet.open_lines():
        line = sheet.lines[index]
        if index not in sheet.inside and (length := glued_heading(line.text, words)):
            sheet.inside[index] = [Region("heading", line.start, line.start + length)]


def _is_heading(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    if index in sheet.inside or index + 1 >= len(sheet.lines) or not _looks_like_heading(line):
        return False
    below = sheet.lines[index + 1]
    is_above_text = sheet.kinds[index + 1] is None and (
        below.is_sentence or len(below.text) >= _PARAGRAPH or (_looks_like_heading(below) and below.after_gap)
    )
    return is_above_text and len(below.text) > 20 and not below.is_item


def _looks_like_heading(line: Line) -> bool:
    text = line.text
    short = len(text) <= _LONGEST and text.count(" ") < _MOST_WORDS
    # scripts without capitals begin with any letter
    begins = (
        text[0].isupper() or text[0].isdigit() or text[0] in "‘¿¡'" or (text[0].isalpha() and not text[0].islower())
    )
    return short and begins and not line.is_item and not _ENDS.search(text) and not _SPEECH.search(text)


def _words(sheet: Sheet) -> frozenset[str]:
    """The words of the text as they are written, to see whether the halves of a word are words themselves."""
    return frozenset(word for line in sheet.lines for word in re.findall(r"[^\W\d_]+", line.text))


def glued_heading(text: str, words: frozenset[str]) -> int:
    """How long the heading is that is glued to the first sentence of a paragraph; 0 where there is none.

    >>> glued_heading("What farmers fearAt the heart of the dispute is the water of the upper valley.", frozenset())
    17
    >>> glued_heading("The McDonald family and YouTube agreed with TotalEnergies on the use of water.", frozenset())
    0
    """
    for seam in _SEAM.finditer(text, 0, _GLUED_LONGEST):
        head, rest = text[: seam.start()], text[seam.start() :]
        if len(rest) < _SHORTEST_REST or re.search(r"[.;](?:\s|$)", head):
            return 0
        if _splits(head, rest, words):
            return seam.start()
    return 0


def _splits(head: str, rest: str, words: frozenset[str]) -> bool:
    """Whether two halves are a heading and a sentence: the second begins as sentences do, or both halves are words."""
    left, right = _last_word(head), _first_word(rest)
    if (
        left + right in _names()
        or head[0].islower()
        or len(head.split()) < 2
        or not re.match(r"[“\"]?\w+[\s,’']", rest)
    ):
        return False
    if left in _sentence_openers() or re.search(r"[@#<>{}\"“/]", head):
        return False
    if right in _sentence_openers():
        return len(left) != 1
    return left in words and right in words and len(left) > 3 and (left.islower() or in_title_case(head))


def _last_word(text: str) -> str:
    return re.split(r"[^\w]", text)[-1] if text[-1].isalnum() else ""


def _first_word(text: str) -> str:
    found = re.match(r"[“\"]?([^\W\d_]+)", text)
    return found[1] if found else ""


@cache
def _names() -> frozenset[str]:
    return frozenset(table("names with a capital inside"))


@cache
def _sentence_openers() -> frozenset[str]:
    return frozenset(table("sentence openers"))

"""The author's name alone on a line above the text, where what stands below it or at the end says who that is."""

import re

from graph.articles.regions.biographies import authors_of, is_occupation
from graph.articles.regions.rules import NAME
from graph.articles.regions.sheet import Sheet

_HEAD_LINES = 8
_NAME = re.compile(rf"(?P<authors>{NAME})")
_DATED = frozenset({"date label", "date alone", "reading time", "age"})


def mark_signatures(sheet: Sheet) -> None:
    """Mark a line that is only a name, above the text, as a byline: of an author, or above an occupation."""
    for index, line in enumerate(sheet.lines[:_HEAD_LINES]):
        match = _NAME.fullmatch(line.words) if sheet.kinds[index] in (None, "heading") and index else None
        if match is None:
            continue
        below = sheet.lines[index + 1].words if index + 1 < len(sheet.lines) else ""
        office = is_occupation(below)
        if office or match["authors"].casefold().split()[-1] in authors_of(sheet):
            sheet.kinds[index] = "byline"
            sheet.found.append(("signature", {"authors": match["authors"]}))
            if office and sheet.kinds[index + 1] in (None, "heading"):
                sheet.kinds[index + 1] = "byline"

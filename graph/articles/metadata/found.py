"""What the marked lines of an article tell of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph.articles.draft import Known
from graph.articles.metadata.authors import split_names
from graph.articles.metadata.dates import parse_date
from graph.model import Region

Found = Sequence[tuple[str, dict[str, str]]]

# which lines are believed first: a press release names its issuer, a copyright notice may name a distributor
_PUBLISHERS = ("issuer", "agency alone", "dateline", "notice", "copyright", "age")
_NOTICE = re.compile(
    r"(?P<publisher>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}) provides?\s+(?:the|this)\s+"
    r"(?:information|content|article)\b"
)
_NO_NAME = frozenset({"We", "He", "She", "It", "They", "This", "The"})


def known_of(text: str, regions: Sequence[Region], found: Found) -> Known:
    """Title, publisher, authors and date, as far as the text tells them."""
    return Known(
        title=_title(text, regions),
        publisher=_publisher(text, regions, found),
        authors=_authors(found),
        published=_published(found),
    )


def _title(text: str, regions: Sequence[Region]) -> str | None:
    return next((" ".join(text[r.start : r.end].split()) for r in regions if r.kind == "title"), None)


def _publisher(text: str, regions: Sequence[Region], found: Found) -> str | None:
    named = [*found, *(("notice", {"publisher": name}) for name in _in_notices(text, regions))]
    for wanted in _PUBLISHERS:
        for rule, groups in named:
            if rule == wanted and groups.get("publisher"):
                return " ".join(groups["publisher"].split()).strip(" ,")
    return None


def _in_notices(text: str, regions: Sequence[Region]) -> Iterator[str]:
    """Who provides the information, by a legal notice."""
    for region in regions:
        if region.kind == "boilerplate":
            for match in _NOTICE.finditer(text, region.start, region.end):
                if match["publisher"] not in _NO_NAME:
                    yield match["publisher"]


def _authors(found: Found) -> tuple[str, ...]:
    """The names of the bylines; where there is none, those who are credited with the reporting."""
    for group in ("authors", "reporters"):
        lines = [_whole_line(found, at, group) for at, (_, groups) in enumerate(found) if group in groups]
        names = [name for line in lines for name in split_names(line)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _whole_line(found: Found, at: int, group: str) -> str:
    """A byline with the word that its line had no room for, as in "Author: Valley Press / Team Date: 3 March 2025"."""
    carried = found[at + 1][1].get("carried", "") if at + 1 < len(found) else ""
    return f"{found[at][1][group]} {carried}".strip()


def _published(found: Found) -> date | None:
    """The first date that a marked line tells."""
    dates = [parse_date(groups["date"]) for _, groups in found if "date" in groups]
    return next((day for day in dates if day), None)

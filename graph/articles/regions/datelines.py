"""The place and the agency before the first sentence: "OSLO, March 3 (AFP) - The river ..."."""

import re
from functools import cache

from graph.articles.metadata.dates import DATE, MONTH
from graph.articles.regions.rules import table
from graph.articles.regions.sheet import Sheet
from graph.model import Region

_DASH = r"(?:\.?\s?[–—―]+|\.?\s?--+|\.?\s?-)"
_PLACE = r"[^\W\d_][\w.,’'/() -]{1,70}?"
_DAY = rf"(?:,?\s+(?:{DATE}|(?i:{MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+[^\W\d_]{{3,12}}\.?))?"


def mark_datelines(sheet: Sheet) -> None:
    """Mark the dateline at the beginning of a paragraph, up to and with its dash; the sentence after it is body."""
    for index in sheet.open_lines():
        line = sheet.lines[index]
        length, agency = dateline(line.text)
        if length:
            sheet.inside.setdefault(index, []).append(Region("dateline", line.start, line.start + length))
            day = re.search(DATE, line.text[:length], re.IGNORECASE)
            told = {"publisher": agency, "date": day[0] if day else ""}
            sheet.found.append(("dateline", {name: value for name, value in told.items() if value}))


def dateline(text: str) -> tuple[int, str]:
    """How long the dateline at the beginning of a text is (0 where there is none), and the agency it names.

    >>> dateline("OSLO (Reuters) -The river rose."), dateline("OSLO - it is cold"), dateline("GENF — Der Rat tagt.")
    ((16, 'Reuters'), (0, ''), (6, ''))
    """
    start = text[:160]
    if match := _with_agency().match(start):
        return match.end("all"), match["agency"].strip()
    match = _bare().match(start)
    if match and _is_place(match["place"]):
        return match.end("all"), ""
    return 0, ""


@cache
def _with_agency() -> re.Pattern[str]:
    agencies = "|".join(re.escape(name) for name in sorted(table("agencies"), key=len, reverse=True))
    signed = rf"[(/\[]\s?(?P<agency>{agencies})(?:[/ ,-][^()/\n]{{1,30}})?\s?[)/\]]"
    return re.compile(rf"(?P<all>(?:{_PLACE},?\s*)?{signed}\s*(?:{_DASH}|_|[.:](?=\s)))\s*(?=[\"“‘'(\[]?[^\W_])")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<all>(?P<place>{_PLACE}){_DAY}(?:\s+\([^()\n]{{2,40}}\))?\s*(?:[–—―]+|--+|(?<=\s)-))\s*(?=[\"“‘']?[^\W\d_a-zß-ÿ])"
    )


def _is_place(place: str) -> bool:
    """Whether words could be the place of a dateline: the first part in capitals, few words, no label."""
    city = place.split(",")[0].strip(" .")
    words = city.split()
    letters = "".join(char for char in city if char.isalpha())
    return (
        len(letters) >= 3
        and letters.isupper()
        and len(words) <= 4
        and not set(words) & set(table("labels before a dash"))
    )

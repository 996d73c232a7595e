"""Dates as papers and records write them."""

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
MONTH_NUMBERS = {form: number for number, name in enumerate(_MONTHS, start=1) for form in (name, name[:3])} | {
    "sept": 9
}
MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

DATE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)"
    rf"|{_WEEKDAY}(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}(?!\d)"
    rf"|{_WEEKDAY}(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\.?,?\s+\d{{4}}(?!\d)"
    r"|\d{4}年\s?\d{1,2}月\s?\d{1,2}日)"
)
"""A regular expression for a whole date, to be used without regard to case."""

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?!\d)",
        r"(?P<y>\d{4})年\s?(?P<m>\d{1,2})月\s?(?P<d>\d{1,2})日",
        rf"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{MONTH})\.?,?\s+(?P<y>\d{{4}})(?!\d)",
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<y>\d{4})(?!\d)",
    )
)


def parse_date(text: str) -> date | None:
    """The first whole date in a short text; one that can be read in two ways (04/05/2025) is none.

    >>> parse_date("Published April 23, 2025"), parse_date("04/23/2025"), parse_date("25 November 2025 09:00")
    (datetime.date(2025, 4, 23), datetime.date(2025, 4, 23), datetime.date(2025, 11, 25))
    """
    for form in _FORMS:
        if match := form.search(text):
            return _date(match.groupdict())
    return _by_other_languages(text)


def _date(parts: dict[str, str]) -> date | None:
    if "first" in parts:
        return _of_slashes(int(parts["first"]), int(parts["second"]), int(parts["y"]))
    month = MONTH_NUMBERS.get(parts["m"].casefold()) or int(parts["m"])
    return _day(int(parts["y"]), month, int(parts["d"]))


def _of_slashes(first: int, second: int, year: int) -> date | None:
    """04/23/2025 and 23/04/2025 can be read in one way only; 04/05/2025 in two, so not at all."""
    readings = {_day(year, first, second), _day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by_other_languages(text: str) -> date | None:
    """A date with a month's name in another language."""
    if not re.search(r"\d{4}", text) or not re.search(r"[^\W\d_]{3}", text) or len(text) > 60:
        return None
    import dateparser

    found = dateparser.parse(text, settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]})
    return found.date() if found else None

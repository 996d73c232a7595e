"""The times that a question names: "since March 2025", "before 2025-04-01", "between May and June 2025"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from graph.errors import InputError

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = rf"(?:{'|'.join(f'{month}|{month[:3]}' for month in _MONTHS)}|sept)\b\.?"
_DAY = (
    rf"(?:\d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}"
    rf"(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s+\d{{4}})?|(?:the\s+year\s+)?(?:19|20)\d{{2}})(?![\w-])"
)
_WHEN = re.compile(
    rf"\b(?P<how>since|after|from|before|until|till|up\s+to|in|during|on|by|between)\s+(?P<one>{_DAY})"
    rf"(?:\s+(?:and|to|until|till|up\s+to)\s+(?P<other>{_DAY}))?",
    re.IGNORECASE,
)
_PAIRED = ("between", "from", "since")


class Period(NamedTuple):
    """The values of `since` and `until` that a phrase of the question gives, and where the phrase stands."""

    values: Mapping[str, str]
    start: int
    end: int


def periods(text: str) -> Iterator[Period]:
    """The phrases of time in a question; a month without its year is none, since nothing tells which is meant.

    >>> [period.values for period in periods("who spoke after March 2025")]
    [{'since': '2025-04-01'}]

    :raises InputError: for a day that no calendar has.
    """
    for match in _WHEN.finditer(text):
        how, other = match["how"].lower().split()[0], match["other"]
        if other and how not in _PAIRED:
            other = None
        year = re.search(r"\d{4}", other or "")
        first = _bounds(match["one"], year[0] if year else None)
        last = _bounds(other) if other else None
        if first and (last or not other) and (other or how != "between"):
            yield Period(_values(how, first, last), match.start(), match.end() if other else match.end("one"))


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day that a text means by itself: a day, a month of a year, a year; None for another text.

    >>> [str(day) for day in days_of("March 2025")]
    ['2025-03-01', '2025-03-31']

    :raises InputError: for a day that no calendar has.
    """
    return _bounds(text) if re.fullmatch(_DAY, text.strip(), re.IGNORECASE) else None


def _values(how: str, first: tuple[date, date], last: tuple[date, date] | None) -> dict[str, str]:
    day = timedelta(days=1)
    if last:
        return {"since": first[0].isoformat(), "until": last[1].isoformat()}
    if how in ("since", "from"):
        return {"since": first[0].isoformat()}
    if how == "after":
        return {"since": (first[1] + day).isoformat()}
    if how == "before":
        return {"until": (first[0] - day).isoformat()}
    if how in ("until", "till", "up", "by"):
        return {"until": first[1].isoformat()}
    return {"since": first[0].isoformat(), "until": first[1].isoformat()}


def _bounds(text: str, year: str | None = None) -> tuple[date, date] | None:
    """The first and the last day of a day, a month or a year; None for a month of no known year."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    name = re.search(r"[A-Za-z]{3,}", re.sub(r"(?i)the\s+year", "", text))
    month = [_MONTHS.index(m) + 1 for m in _MONTHS if name and m.startswith(name[0].lower()[:3])]
    if month:
        years, days = [n for n in numbers if n > 31], [n for n in numbers if n <= 31]
        if not years and year is None:
            return None
        numbers = [*(years or [int(year or 0)]), month[0], *days]
    return _span(text, numbers)


def _span(text: str, numbers: list[int]) -> tuple[date, date]:
    year, month, day = (*numbers, 0, 0)[:3]
    try:
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
        return date(year, month or 1, day or 1), last
    except (ValueError, IndexError) as error:
        raise InputError(f"{text!r} is no day of the calendar: write it as 2025-03-02 or March 2025.") from error

"""The day that words such as "on Thursday" or "two weeks ago" mean, seen from the day an article appeared."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from graph.articles.metadata.dates import DATE, MONTH, MONTH_NUMBERS, parse_date

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYNAME = r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
# a month begins with a capital: "may 10 countries agree?" names no day
_MONTH = rf"(?=(?-i:[A-Z]))(?:{MONTH})"
_WITHOUT_YEAR = (
    rf"(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\b)"
)

Resolver = Callable[[re.Match[str], date, bool], date | None]


def resolve_day(text: str, published: date, *, ahead: bool = False) -> date | None:
    """The first day that a phrase or a sentence names, or None where it names none.

    A bare weekday or a day without a year is the nearest in the past, or with `ahead` (for what is to come)
    the nearest to come; "last week" and "next month" are the same day a week or a month away.

    >>> resolve_day("on Thursday", date(2025, 10, 3)), resolve_day("last week", date(2025, 10, 3))
    (datetime.date(2025, 10, 2), datetime.date(2025, 9, 26))
    """
    for pattern, resolver in _RESOLVERS:
        if match := pattern.search(text):
            return resolver(match, published, ahead)
    return None


def _whole(match: re.Match[str], published: date, ahead: bool) -> date | None:
    return parse_date(match.group())


def _near(match: re.Match[str], published: date, ahead: bool) -> date | None:
    return published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(match["near"].casefold(), 0))


def _counted(match: re.Match[str], published: date, ahead: bool) -> date | None:
    count = match["count"].casefold()
    number = int(count) if count.isdigit() else _COUNTS[count]
    sign = 1 if match["after"] else -1
    return _moved(published, sign * number, match["unit"].casefold())


def _named_period(match: re.Match[str], published: date, ahead: bool) -> date | None:
    return _moved(published, -1 if match["side"].casefold() == "last" else 1, match["unit"].casefold())


def _weekday(match: re.Match[str], published: date, ahead: bool) -> date | None:
    side = (match["side"] or "").casefold()
    wanted = _WEEKDAYS.index(match["weekday"].casefold()[:3])
    if side in ("next", "this", "coming") or (ahead and side not in ("last", "past")):
        return published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)
    back = (published.weekday() - wanted) % 7
    return published - timedelta(days=back or (7 if side in ("last", "past") else 0))


def _without_year(match: re.Match[str], published: date, ahead: bool) -> date | None:
    month = MONTH_NUMBERS[(match["m1"] or match["m2"]).casefold()]
    day = int(match["d1"] or match["d2"])
    found = [moment for year in (-1, 0, 1) if (moment := _safe(published.year + year, month, day))]
    if ahead:
        return min((moment for moment in found if moment >= published), default=None)
    # a day's grace: the article may have appeared west of what it tells
    return max((moment for moment in found if moment <= published + timedelta(days=1)), default=None)


def _moved(day: date, number: int, unit: str) -> date | None:
    if unit.startswith(("day", "week")):
        return day + timedelta(days=number * (7 if unit.startswith("week") else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit.startswith("year") else 1)
    for last in (day.day, 30, 29, 28):
        if last <= day.day and (moment := _safe(months // 12, months % 12 + 1, last)):
            return moment
    return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_RESOLVERS: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolver)
    for pattern, resolver in (
        (DATE, _whole),
        (r"\b" + _WITHOUT_YEAR + r"(?![\d,]*\d)", _without_year),
        (rf"\b(?:the\s+)?(?:(?P<side>last|next|this|past|coming)\s+)?{_DAYNAME}\b", _weekday),
        (r"\b(?P<near>yesterday|today|tonight|tomorrow)\b", _near),
        (
            rf"\b{_COUNT}\s+(?P<unit>days?|weeks?|months?|years?)\s+(?:ago|earlier|before|(?P<after>later|from now))\b",
            _counted,
        ),
        (r"\b(?P<side>last|next)\s+(?P<unit>week|month|year)\b", _named_period),
    )
)

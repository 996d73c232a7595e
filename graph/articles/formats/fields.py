"""The metadata that front matter and JSONL records give, as they may be written: strings, lists, dates."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from graph.articles.draft import Known
from graph.articles.metadata.authors import split_names
from graph.articles.metadata.dates import parse_date
from graph.errors import InputError
from graph.model import Source

_PERSON = r"(?:[^\W\d_a-z][\w.’'-]*\s)+(?:(?:al|bin|da|de|del|den|der|di|du|la|le|ter|van|von)\s)*[^\W\d_a-z][\w.’'-]*"


def known_from(record: Mapping[str, object], name: str) -> Known:
    """What a record says of its article.

    :raises InputError: where `published` is no date.
    """
    return Known(
        title=_line(record.get("title")),
        publisher=_line(record.get("publisher")),
        authors=_names(record.get("authors") or record.get("author")),
        published=_date(record.get("published") or record.get("date"), name),
        language=_language(record.get("language") or record.get("lang")),
        url=_url(record.get("url")),
        based_on=_source(record.get("based_on"), name),
    )


def _line(value: object) -> str | None:
    """A value on one line; lists and mappings are no line."""
    if value is None or isinstance(value, (list, dict)):
        return None
    return " ".join(_whole(str(value)).split()) or None


def _whole(text: str) -> str:
    """Text that can be stored as UTF-8, its control characters left out."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c for c in sound if c.isprintable() or c.isspace())


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(name for name in map(_line, value) if name)
    line = _line(value)
    several = split_names(line or "")
    people = len(several) > 1 and all(re.fullmatch(_PERSON, name) for name in several)
    return several if people else (line,) if line else ()


def _date(value: object, name: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    found = parse_date(str(value))
    if found is None:
        raise InputError(f"{name} has {str(value)[:40]!r} as its date: write it as 2025-11-25.")
    return found


def _language(value: object) -> str | None:
    line = _line(value)
    return line.replace("_", "-").partition("-")[0].casefold() if line else None


def _url(value: object) -> str | None:
    """An address that may stand as a link: http or https."""
    line = _line(value)
    return line if line and line.casefold().startswith(("http://", "https://")) else None


def _source(value: object, name: str) -> Source | None:
    if isinstance(value, dict):
        published = _date(value.get("date") or value.get("published"), name)
        return Source(_line(value.get("title")), _line(value.get("publisher")), published)
    line = _line(value)
    return Source(line) if line else None

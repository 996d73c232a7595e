"""The countries that a text names, by name or adjective."""

import re
from collections.abc import Iterator

from graph.actors import Authority

_PART = re.compile(r"[^\s–—/-]+")
_WORD = re.compile(r"[^\W\d_](?:[\w.’'-]*[\w])?\.?")
_LONGEST_NAME = 4  # words


def countries(text: str, authority: Authority) -> frozenset[str]:
    """The IRIs of the countries that a text names."""
    return frozenset(country for _, _, country in _named(text, authority))


def without_countries(text: str, authority: Authority) -> str:
    """The text without the names of countries in it."""
    for start, end, _ in reversed(list(_named(text, authority))):
        text = text[:start] + " " + text[end:]
    return text


def _named(text: str, authority: Authority) -> Iterator[tuple[int, int, str]]:
    """Start, end and IRI of each name of a country, the longest names first where several begin."""
    words = [m.span() for part in _PART.finditer(text) for m in _WORD.finditer(text, *part.span())]
    at = 0
    while at < len(words):
        start = words[at][0]
        for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            end = words[at + size - 1][1]
            country = _country(text[start:end], authority)
            if country is not None:
                yield start, end, country
                at += size - 1
                break
        at += 1


def _country(name: str, authority: Authority) -> str | None:
    """The country that a name with a capital means."""
    if not name[0].isupper():
        return None
    plain = re.sub(r"['’]s?$", "", name)
    meanings = (*authority.named(plain), *authority.named(plain.rstrip(".")))  # "U.S.", and "Nigeria." that ends a text
    return next((m.actor for m in meanings if "/country/" in m.actor), None)

"""What the name of a candidate means, for comparing it with others: its kind of measure, and what it is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.actors import Authority
from graph.claims.matching.countries import countries, without_countries
from graph.claims.matching.stems import stems
from graph.claims.tables import words
from graph.resources import table_lines

_PREPOSITION = re.compile(r"\b(?:on|for|of|in|between|with|within|to|from|against|at|over|under|above|across)\b")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BRINGS_ABOUT, _EMPTY = "-", "="


@dataclass(frozen=True, slots=True, order=True)
class Meaning:
    """The kind of measure ("" where none is known), the stems of what it is about, its numbers, its countries."""

    kind: str
    about: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def meaning_of(label: str, authority: Authority) -> Meaning:
    """What a name means: "abolishing the toll on the bridge" ends something about a toll and a bridge."""
    named = tuple(sorted(countries(label, authority)))
    kind, rest = _parted(without_countries(label, authority))
    telling = (word for word in rest.split() if not _is_empty(word.lower()))
    found = sorted(set(stems(" ".join(telling))))
    numbers = tuple(s for s in found if s[0].isdigit())
    return Meaning(kind, tuple(s for s in found if not s[0].isdigit()), numbers, named)


def _parted(text: str) -> tuple[str, str]:
    """The kind that the first verb or the noun of a name tells, and the name without that word."""
    opening = _WORD.findall(_PREPOSITION.split(text)[0])
    if not opening:
        return "", text
    kind = _kinds().get(opening[0].lower(), "")
    if kind == _BRINGS_ABOUT and len(_WORD.findall(text)) > 1:
        return _parted(_without(text, opening[0]))
    if kind not in ("", _EMPTY) and (opening[0].lower().endswith("ing") or len(opening) == 1):
        return kind, _without(text, opening[0])
    kind = _kinds().get(opening[-1].lower(), "")
    return (kind, _without(text, opening[-1])) if kind not in ("", _BRINGS_ABOUT, _EMPTY) else ("", text)


def _is_empty(word: str) -> bool:
    """Whether a word does not tell one measure from another."""
    return word in words("vague_adjectives") or _kinds().get(word) == _EMPTY


def _without(text: str, word: str) -> str:
    """The text without the first place of a word, and without the preposition that then begins it."""
    return re.sub(rf"\b{re.escape(word)}\b", " ", text, count=1).strip()


@cache
def _kinds() -> Mapping[str, str]:
    lines = (line.split("\t") for line in table_lines("candidates", "kinds.tsv"))
    return {word: kind for kind, found in lines for word in found.split()}

"""Which words tell an event: the verbs with their frames, the nouns with their classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.claims.tables import rows


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a verb tells: a PLOVER code, the frame that it needs, the class of nouns that its object is of."""

    code: str | None
    frame: str
    nouns: str | None


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """The verbs that tell an event, by lemma; some tell different ones by their objects.

    >>> [trigger.code for trigger in triggers()["suspend"]]
    ['CONCEDE', 'SANCTION', 'SANCTION']
    """
    found: dict[str, list[Trigger]] = {}
    for code, frame, verbs, nouns in rows("events"):
        for verb in verbs.split():
            found.setdefault(verb, []).append(Trigger(_or_none(code), frame, _or_none(nouns)))
    return {verb: tuple(told) for verb, told in found.items()}


@cache
def noun_class(name: str) -> frozenset[str]:
    """The lemmas of a class of nouns: "talks", "curb"."""
    return frozenset(noun for named, _, nouns in rows("event_nouns") if named == name for noun in nouns.split())


@cache
def telling_nouns() -> Mapping[str, tuple[str, str]]:
    """The nouns that tell an event by themselves, with its code and their class.

    >>> telling_nouns()["summit"]
    ('CONSULT', 'talks')
    """
    told = (row for row in rows("event_nouns") if row[1] != "-")
    return {noun: (code, name) for name, code, nouns in told for noun in nouns.split()}


@cache
def making(kind: str) -> frozenset[str]:
    """The words of `tables/assertion.tsv` that make the same of a verb: "aspect", "told", "scheduled", ..."""
    return frozenset(word for named, listed in rows("assertion") if named == kind for word in listed.split())


def _or_none(field: str) -> str | None:
    return None if field == "-" else field

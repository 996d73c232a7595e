"""The values that a query can be given, by type, as RDF terms."""

import re
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

import pyoxigraph
from pyoxigraph import NamedNode

from graph.errors import InputError
from graph.vocabulary import PREFIXES, SHORTCUTS

if TYPE_CHECKING:
    from decimal import Decimal

Type = Literal["actor", "proposal", "article", "iri", "text", "number", "integer", "date", "stance", "kind", "relation"]
Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.Literal
# what is chosen from a few words, which the saved queries write as these words too
CHOICES: dict[str, tuple[str, ...]] = {
    "stance": tuple(SHORTCUTS),
    "kind": ("person", "organisation", "country", "group"),
    "relation": ("agree", "disagree", "undecided"),
}


def plain(kind: Type, text: str) -> Term:
    """The term that a text stands for, of a type that needs no look into the store.

    >>> str(plain("date", "2025-03-02")), str(plain("number", "0.5"))[:5]
    ('"2025-03-02"^^<http://www.w3.org/2001/XMLSchema#date>', '"0.5"')

    :raises InputError: where the text is not of the type.
    """
    if kind == "iri":
        return _known(as_iri(text), text, "an IRI such as id:person/... or <https://...>")
    if kind == "text":
        return pyoxigraph.Literal(text)
    if kind in CHOICES:
        word = _chosen(kind, text)
        return _known(pyoxigraph.Literal(word) if word else None, text, f"one of {', '.join(CHOICES[kind])}")
    return _known(_number_or_day(kind, text), text, _EXAMPLES[kind])


def _chosen(kind: Type, text: str) -> str | None:
    """The word that is chosen from a few, also by what people say for it: "opposes" or "against" for oppose."""
    if text.lower() in CHOICES[kind]:
        return text.lower()
    from graph.querying.asking.choices import chosen
    from graph.querying.asking.words import stems

    return chosen(kind, stems(text))


def as_iri(text: str) -> NamedNode | None:
    """The IRI that is written as <...>, in full, or with one of our prefixes; None where it is none of these.

    >>> as_iri("id:person/ada-lovelace").value
    'https://w3id.org/claimgraph/id/person/ada-lovelace'
    >>> as_iri("Liu: a portrait")
    """
    prefix, colon, local = text.partition(":")
    if text.startswith("<") and text.endswith(">"):
        address = text[1:-1]
    elif colon and prefix in PREFIXES and not re.search(r"\s", local):
        address = PREFIXES[prefix] + local
    elif re.match(r"(https?://|urn:)\S+$", text):
        address = text
    else:
        return None
    try:
        return NamedNode(address)
    except ValueError:
        return None


def guessed(text: str) -> Term | None:
    """The term that a text without a type looks like: an IRI, a whole or a decimal number, a day; else None."""
    if node := as_iri(text):
        return node
    for kind in ("integer", "number", "date"):
        if (term := _number_or_day(kind, text)) is not None:
            return term
    return None


_EXAMPLES = {
    "number": "a number such as 0.5, of at most 20 digits before the point and 18 after it",
    "integer": "a whole number of at most 18 digits",
    "date": "a day such as 2025-03-02, a month such as March 2025, or a year",
}
_BEFORE, _AFTER, _INTEGER = (
    20,
    18,
    10**18,
)  # as much as engines compute with; of more they say nothing, and find nothing
_SHOWN = 60  # characters of what was given


def _number_or_day(kind: str, text: str) -> pyoxigraph.Literal | None:
    from decimal import Decimal, InvalidOperation

    xsd = PREFIXES["xsd"]
    try:
        if kind == "date":
            return pyoxigraph.Literal(date.fromisoformat(text).isoformat(), datatype=NamedNode(f"{xsd}date"))
        if kind == "integer":
            whole = int(text)
            return pyoxigraph.Literal(str(whole), datatype=NamedNode(f"{xsd}integer")) if _is_held(whole) else None
        written = _decimal(Decimal(text))
        return pyoxigraph.Literal(written, datatype=NamedNode(f"{xsd}decimal")) if written else None
    except (ValueError, InvalidOperation):
        return None


def _is_held(whole: int) -> bool:
    return -_INTEGER < whole < _INTEGER


def _decimal(value: "Decimal") -> str | None:
    """A number without an exponent; None for one with too many digits, of which some would be a billion."""
    if not value.is_finite() or abs(value.adjusted()) > _BEFORE + _AFTER:
        return None
    written = f"{value:f}"
    before, _, after = written.lstrip("-").partition(".")
    return written if len(before) <= _BEFORE and len(after.rstrip("0")) <= _AFTER else None


def _known(term: Term | None, text: str, wanted: str) -> Term:
    if term is None:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        raise InputError(f"{shown!r} is not {wanted}.")
    return term

"""RDF terms as Python values, and as a person reads them."""

import re
from datetime import date, datetime
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from graph.terminal.visible import visible
from graph.vocabulary import PREFIXES

Value: TypeAlias = str | int | float | bool | date | datetime | None

_XSD = PREFIXES["xsd"]
_LOCAL = re.compile(r"[\w][\w./-]*(?<!\.)")
_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt",
             "unsignedLong", "unsignedShort", "unsignedByte", "negativeInteger", "nonPositiveInteger")  # fmt: skip
_DECIMALS = ("decimal", "double", "float")


def value(term: Any) -> Value:  # noqa: ANN401 - any term
    """A term as Python has it: numbers, days, times and truth values as such, an IRI or a text as text.

    >>> [value(Literal(t, datatype=NamedNode(_XSD + k))) for t, k in (("3", "integer"), ("2025-03-02", "date"))]
    [3, datetime.date(2025, 3, 2)]
    >>> value(NamedNode("urn:x")), value(None)
    ('urn:x', None)
    """
    if term is None or isinstance(term, NamedNode):
        return None if term is None else str(term.value)
    if not isinstance(term, Literal):
        return as_text(term)
    text, kind = term.value, term.datatype.value
    if not kind.startswith(_XSD):
        return text
    try:
        return _typed(text, kind[len(_XSD) :])
    except ValueError:  # such as a day of the year 12000, or "INF" with a sign of its own
        return text


def _typed(text: str, kind: str) -> Value:
    if kind in _INTEGERS:
        return int(text)
    if kind in _DECIMALS:
        return float(text)
    if kind == "boolean":
        return text in ("true", "1")
    if kind == "date":
        return date.fromisoformat(text)
    return datetime.fromisoformat(text) if kind == "dateTime" else text


def shown(term: Any) -> str:  # noqa: ANN401 - any term
    """The text of a term: a literal's own, an IRI with its prefix; control characters are written out.

    >>> shown(NamedNode("https://w3id.org/claimgraph/id/person/x")), shown(Literal("a", language="en")), shown(None)
    ('id:person/x', 'a', '')
    """
    if term is None:
        return ""
    if isinstance(term, Literal):
        return visible(term.value)
    return visible(shortened(term.value) if isinstance(term, NamedNode) else as_text(term))


def as_text(term: Any) -> str:  # noqa: ANN401 - any term
    """A term as N-Triples writes it; the engine leaves out the brackets of a triple that is a term.

    >>> as_text(Triple(NamedNode("urn:s"), NamedNode("urn:p"), Literal("o")))
    '<<( <urn:s> <urn:p> "o" )>>'
    """
    return f"<<( {term} )>>" if isinstance(term, Triple) else str(term)


def shortened(iri: str) -> str:
    """The IRI with a prefix where one fits, else in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"

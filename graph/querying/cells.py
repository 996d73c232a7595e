"""Terms as a person reads them, and safe to show: prefixes for long IRIs, no control characters."""

import re

from pyoxigraph import Literal, NamedNode

from graph.querying.rows import Term
from graph.vocabulary import PREFIXES

_LOCAL = re.compile(r"[\w][\w./-]*(?<!\.)")
# C0 and C1 controls, and what turns the direction of writing round (Trojan Source): none of it may reach a terminal
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_UNSAFE_BYTES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
_NUMBERS = {PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "long", "int")}


def cell(term: Term | None) -> str:
    """The text of a term: a literal's own, an IRI with its prefix.

    >>> cell(NamedNode("https://w3id.org/claimgraph/id/person/x")), cell(Literal("a", language="en")), cell(None)
    ('id:person/x', 'a', '')
    """
    if term is None:
        return ""
    if isinstance(term, Literal):
        return visible(term.value)
    if isinstance(term, NamedNode):
        return visible(shortened(term.value))
    return visible(str(term))


def shortened(iri: str) -> str:
    """The IRI with a prefix where one fits, else in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def visible(text: str) -> str:
    r"""The text with its control characters written out.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _UNSAFE.sub(lambda m: m[0] if m[0] in "\r" else _written(m[0]), text).replace("\r", " ")


def visible_bytes(data: bytes) -> bytes:
    """The same for the bytes of a format that goes to a terminal; it may cut no two-byte control in halves."""
    return _UNSAFE_BYTES.sub(lambda m: _written(m[0].decode()).encode(), data)


def is_number(term: Term | None) -> bool:
    """Whether it is a number, to be set to the right of its column."""
    return isinstance(term, Literal) and term.datatype.value in _NUMBERS


def as_json(term: Term) -> str | int | float | bool:
    """A term as JSON has it: numbers and truth values as such, everything else as text."""
    if isinstance(term, Literal):
        kind = term.datatype.value.removeprefix(PREFIXES["xsd"])
        try:
            if kind in ("integer", "int", "long"):
                return int(term.value)
            if kind in ("decimal", "double", "float") and re.search(r"\d", term.value):
                return float(term.value)
        except ValueError:
            return term.value
        return term.value == "true" if kind == "boolean" else term.value
    return term.value if isinstance(term, NamedNode) else str(term)


def _written(character: str) -> str:
    return character.encode("unicode_escape").decode()

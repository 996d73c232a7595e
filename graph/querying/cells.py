"""Terms in the cells of a table, of CSV and of JSON."""

import re

from pyoxigraph import Literal, Triple

from graph.querying.rows import Term
from graph.store.values import as_text, value, written
from graph.vocabulary import PREFIXES

_UNSAFE_BYTES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
_NUMBERS = {PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "long", "int")}


def visible_bytes(data: bytes) -> bytes:
    """Control characters written out, in bytes that go to a terminal; it may cut no two-byte control in halves."""
    return _UNSAFE_BYTES.sub(lambda m: written(m[0].decode()).encode(), data)


def is_number(term: Term | None) -> bool:
    """Whether it is a number, to be set to the right of its column."""
    return isinstance(term, Literal) and term.datatype.value in _NUMBERS


def as_json(term: Term) -> str | int | float | bool:
    """A term as JSON has it: numbers and truth values as such, everything else as text."""
    found = value(term)
    if isinstance(found, float) and found - found != 0:  # infinite, or no number: JSON has none of these
        return term.value if isinstance(term, Literal) else ""
    if isinstance(found, bool | int | float):
        return found
    return as_text(term) if isinstance(term, Triple) else term.value

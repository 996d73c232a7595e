"""Terms in the cells of a table, of CSV and of JSON."""

from pyoxigraph import Literal, Triple

from graph.querying.rows import Term
from graph.store.values import as_text, value
from graph.vocabulary import PREFIXES

_NUMBERS = {PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "long", "int")}


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

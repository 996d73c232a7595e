"""How the store is asked: one query of `rows/` at a time, and its values as plain strings, numbers and days."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from graph.model import POLARITY, Stance
from graph.networks.ahead import Ahead
from graph.networks.debate import last_part
from graph.resources import resource

Row = dict[str, str]


class Queryable(Protocol):
    """The part of a store that networks are read by: SELECT over the union of all graphs."""

    def query(self, query: str) -> Any: ...  # noqa: ANN401 - `Solutions` of any store


def rows(store: Queryable, name: str) -> Iterator[Row]:
    """The solutions of one query of `rows/` as plain strings; what is unbound is left out."""
    text = query_of(name)
    known = store.rows(text) if isinstance(store, Ahead) else None
    if known is not None:
        yield from known
        return
    solutions = store.query(text)
    variables = solutions.variables
    for solution in solutions:
        found = zip(variables, solution, strict=True)
        yield {name: term.value for name, term in found if term is not None}


def query_of(name: str) -> str:
    """The text of one query of `rows/`."""
    return resource("networks", "rows", f"{name}.rq").read_text(encoding="utf-8")


def several(store: Queryable, name: str, value: str) -> dict[str, tuple[str, ...]]:
    """All values of one variable for each subject, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(store, name):
        found[row["id"]].add(row[value])
    return {key: tuple(sorted(values)) for key, values in found.items()}


def one_each(found: Iterator[Row]) -> list[Row]:
    """One row a subject, always the same one where several graphs describe it, ordered by IRI."""
    best: dict[str, Row] = {}
    for row in found:
        known = best.get(row["id"])
        if known is None or _order(row) < _order(known):
            best[row["id"]] = row
    return [best[key] for key in sorted(best)]


def _order(row: Row) -> tuple[int, str]:
    return -len(row), repr(sorted(row.items()))


def parse_stance(iri: str) -> Stance:
    """The step of the scale that an IRI of the stance scheme names; what is unknown is undecided."""
    name = last_part(iri)
    return name if name in POLARITY else "undecided"


def parse_day(text: str | None) -> date | None:
    """The day of a date, a date with time, or a year with month; None where it is no date.

    >>> parse_day("2025-11-25T08:00:00Z"), parse_day("2025"), parse_day(None)
    (datetime.date(2025, 11, 25), None, None)
    """
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None

"""What is looked at before a server's answer is believed: its columns, that our own questions leave none empty."""

import re
from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import NamedNode, QuerySolution

from graph.errors import StoreError
from graph.store.answers import Solutions
from graph.store.values import visible

_MOST_GRAPHS = 2_000_000
_SHOWN = 80  # characters of what a server calls its columns


def columns_of(sparql: str) -> frozenset[str]:
    """The columns of a SELECT of ours, which names them before its first brace.

    >>> sorted(columns_of("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }"))
    ['n', 's']
    """
    return frozenset(re.findall(r"\?(\w+)", sparql.partition("{")[0]))


def with_columns(found: Solutions, wanted: Collection[str], location: str) -> Solutions:
    """The rows, where they have the columns that were asked for, in whatever order.

    :raises StoreError: where they have others.
    """
    if wanted and set(found.variables) != set(wanted):
        told = visible(", ".join(found.variables))[:_SHOWN] or "none"
        raise StoreError(
            f"The endpoint {location} answers with other columns ({told}) than were asked for "
            f"({', '.join(sorted(wanted))[:_SHOWN]}): is it an endpoint?"
        )
    return found


def full(rows: Iterable[QuerySolution], location: str) -> Iterator[QuerySolution]:
    """The rows of a question that leaves no cell empty.

    :raises StoreError: where a cell is empty all the same.
    """
    for row in rows:
        if None in row:
            raise StoreError(f"The endpoint {location} leaves a cell empty that no answer leaves empty: ask another.")
        yield row


def names(rows: Iterable[QuerySolution], location: str) -> Iterator[str]:
    """The IRIs of graphs, which are what ?g stands for.

    :raises StoreError: where one is no IRI, or there are more than one can keep.
    """
    for count, row in enumerate(rows):
        if count == _MOST_GRAPHS:
            raise StoreError(f"The endpoint {location} names more than {_MOST_GRAPHS:,} graphs: ask another.")
        if not isinstance(node := row["g"], NamedNode):
            raise StoreError(
                f"The endpoint {location} names a graph by what is no IRI ({visible(str(node))[:_SHOWN]})."
            )
        yield node.value


def number(rows: Iterable[QuerySolution], location: str) -> int:
    """The one number ?n that was counted.

    :raises StoreError: where there is none.
    """
    said = next((row["n"].value for row in rows), "")
    if not (said.isascii() and said.isdigit() and len(said) < 20):
        raise StoreError(f"The endpoint {location} counts by what is no number ({visible(said)[:_SHOWN]!r}).")
    return int(said)

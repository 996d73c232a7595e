"""All that one graph holds, proved whole by its number of triples.

Virtuoso cuts what it gives after 10,000 triples, by the Graph Store Protocol and by CONSTRUCT alike, and does not say
so; so the triples are counted first, and fetched by pages where fewer came.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from pyoxigraph import NamedNode, QuerySolution, Triple

from graph.errors import StoreError
from graph.store.endpoints.checking import number

PAGE = 1000
"""Rows of a page; no server is known that gives fewer."""

Ask = Callable[[str], Iterable[QuerySolution]]
Fetch = Callable[[], Iterable[Triple]]


def whole_graph(graph: NamedNode, ask: Ask, fetch: Fetch, location: str) -> Iterable[Triple]:
    """The triples of a graph, as they are fetched at once, or else by pages.

    :raises StoreError: where they are not as many as the server counts.
    """
    count = counted(graph, ask, location)
    if not count:
        return ()
    found = list(islice(fetch(), count + 1))
    if len(found) == count:
        return found
    paged = set(chain.from_iterable(_page(graph, ask, start, location) for start in range(0, count, PAGE)))
    if len(paged) != counted(graph, ask, location):
        raise StoreError(f"The endpoint {location} did not give all of {graph}: it was changed meanwhile; ask again.")
    return paged


def counted(graph: NamedNode, ask: Ask, location: str) -> int:
    """How many triples a graph has."""
    return number(ask(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }}"), location)


def _page(graph: NamedNode, ask: Ask, start: int, location: str) -> Iterator[Triple]:
    """One page; the order is made within, as Virtuoso sorts no more than 10,000 rows where LIMIT stands beside it."""
    rows = f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o"
    for row in ask(f"SELECT ?s ?p ?o {{ {{ {rows} }} }} LIMIT {PAGE} OFFSET {start}"):
        try:
            yield Triple(row["s"], row["p"], row["o"])
        except TypeError:
            raise StoreError(f"The endpoint {location} gives what is no triple: is it an endpoint?") from None

"""The SPARQL that is run for a question: with what was given for its parameters, and as few rows as are wanted."""

from collections.abc import Mapping
from functools import lru_cache

from graph.errors import QueryError
from graph.querying.binding import bind, limited
from graph.querying.guard import place
from graph.querying.params import Tell, silently, terms
from graph.querying.saved import Query
from graph.sparql.forms import graphs_named, place_of_graph
from graph.store import Store


def prepared(store: Store, query: Query, values: Mapping[str, str], limit: int | None, tell: Tell = silently) -> str:
    """The SPARQL that is run: parameters bound, rows limited, its graphs known to the store."""
    text = bind(query.text, terms(store, query, values, tell)) if query.params or values else query.text
    if _may_name_graphs(query.text):
        _check_graphs(store, query.text)
    if "*" in text and not query.name:
        from graph.querying.columns import in_order

        text = in_order(text, query.text)
    return text if limit is None else limited(text, limit)


@lru_cache(maxsize=128)
def _may_name_graphs(text: str) -> bool:
    """Whether the letters of FROM stand anywhere, which is told without reading the tokens."""
    return "FROM" in text.upper()


def _check_graphs(store: Store, text: str) -> None:
    known = set(store.graphs())
    for graph in graphs_named(text):
        if graph not in known:
            where = place(text, place_of_graph(text, graph))
            raise QueryError(f"FROM <{graph}>: the store has no such graph, and addresses are not fetched{where}")

"""A dataset of rdflib that asks nobody else: rdflib itself follows SERVICE and LOAD, and fetches what FROM names.

What is asked is looked at as rdflib has parsed it, so that no spelling hides it.
"""

from collections.abc import Iterator
from typing import Any

import rdflib
from rdflib.plugins.sparql import prepareQuery, prepareUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query, Update
from rdflib.query import Result

from graph.errors import QueryError

# parts that rdflib would fetch something for, as it calls them, and what SPARQL calls them
_ELSEWHERE = {"ServiceGraphPattern": "SERVICE", "Load": "LOAD", "UsingClause": "USING"}


class ClosedDataset(rdflib.Dataset):
    """A dataset that asks others only where `federation=True` allows it."""

    def query(
        self,
        query_object: str | Query,
        *args: Any,  # noqa: ANN401
        federation: bool = False,
        **kwargs: Any,  # noqa: ANN401
    ) -> Result:
        """As rdflib does it.

        :raises QueryError: where it would ask another server, or fetch an address that is no graph of this dataset.
        """
        if isinstance(query_object, str):
            query_object = prepareQuery(query_object, kwargs.get("initNs") or dict(self.namespaces()))
        if not federation:
            self._refuse_elsewhere(query_object.algebra)
        return super().query(query_object, *args, **kwargs)

    def update(
        self,
        update_object: str | Update,
        *args: Any,  # noqa: ANN401
        federation: bool = False,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """As rdflib does it; of USING it takes no graph of its own, and fetches all.

        :raises QueryError: where it would ask another server, or fetch an address.
        """
        if isinstance(update_object, str):
            update_object = prepareUpdate(update_object, kwargs.get("initNs") or dict(self.namespaces()))
        if not federation:
            self._refuse_elsewhere(update_object.algebra)
        super().update(update_object, *args, **kwargs)

    def _refuse_elsewhere(self, algebra: object) -> None:
        for part in _parts(algebra):
            if word := _ELSEWHERE.get(part.name):
                raise QueryError(f"{word} fetches from elsewhere: take it out, or allow it with federation=True.")
            if part.name == "DatasetClause" and not len(self.get_context(graph := part.default or part.named)):
                raise QueryError(f"FROM {graph.n3()}: the store has no such graph, and addresses are not fetched.")


def _parts(algebra: object) -> Iterator[CompValue]:
    """Every part of what rdflib has parsed."""
    todo = [algebra]
    while todo:
        part = todo.pop()
        if isinstance(part, CompValue):
            yield part
            todo += part.values()
        elif isinstance(part, list | tuple):
            todo += part

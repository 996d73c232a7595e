"""The store behind an endpoint, as `graph.store.base` promises it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, QuerySolution

from graph.errors import QueryError, StoreError
from graph.sparql.depth import refuse_deep
from graph.sparql.forms import names_its_graphs, refuse_elsewhere
from graph.sparql.prologue import with_prefixes
from graph.store.answers import Answer
from graph.store.changes import named as with_names
from graph.store.common import CommonStore
from graph.store.endpoints.addresses import Addresses
from graph.store.endpoints.asking import Asking
from graph.store.endpoints.telling import Telling
from graph.store.endpoints.transport import Transport
from graph.store.updates import Agree, always
from graph.vocabulary import iri

if TYPE_CHECKING:
    from graph.store.plans import Plan

_FINGERPRINT = NamedNode(iri("cg:fingerprint"))
_SIGNATURE = NamedNode(iri("cg:signature"))
_USED = NamedNode(iri("prov:used"))
_LOADED = 10_000  # quads that are looked at together
_BANDS = 200  # looked up by one query


class EndpointStore(CommonStore):
    """A server as a store: `asking` reads, `telling` writes; which graphs are there is told by the server each time."""

    def __init__(self, addresses: Addresses, transport: Transport, *, writable: bool = False) -> None:
        self.location = addresses.query
        self._transport: Transport | None = transport
        self._telling = Telling(addresses, transport) if writable else None
        self._asking = Asking(addresses, transport, self._telling)

    def graphs(self, prefix: str = "") -> Iterator[str]:
        self._open()
        return (name for name in self._asking.graphs() if name.startswith(prefix))

    def quads(self, graph: str) -> Iterator[Quad]:
        self._open()
        node = named_node(graph)
        found = self._asking.triples(node)
        return (Quad(triple.subject, triple.predicate, triple.object, node) for triple in found)

    def query(self, sparql: str, *, named: bool = False, federation: bool = False) -> Answer:
        self._open()
        refuse_deep(sparql)
        if not federation:
            refuse_elsewhere(sparql)
        return self._asking.answer(sparql, named=named, federation=federation)

    def size(self) -> int:
        self._open()
        return self._asking.size()

    def fingerprint(self, article: str) -> str | None:
        node = named_node(article)
        holders = f"{{ {node} {_FINGERPRINT} ?f }} UNION {{ ?run {_USED} {node} ; {_FINGERPRINT} ?f }}"
        found = self._rows(f"SELECT ?f {{ {holders} }}")
        return next((str(row["f"].value) for row in found if isinstance(row["f"], Literal)), None)

    def articles_sharing(self, bands: Iterable[str]) -> tuple[str, ...]:
        wanted = [str(Literal(band)) for band in bands]
        found: dict[str, None] = {}
        for start in range(0, len(wanted), _BANDS):
            values = " ".join(wanted[start : start + _BANDS])
            rows = self._rows(f"SELECT DISTINCT ?a {{ VALUES ?band {{ {values} }} ?a {_SIGNATURE} ?band }}")
            found |= dict.fromkeys(row["a"].value for row in rows if isinstance(row["a"], NamedNode))
        return tuple(found)

    def replace_graph(self, graph: str, quads: Iterable[Quad]) -> None:
        telling, node = self._writer(), named_node(graph)
        telling.replace(self._asking.keeping(), node, set(with_names(quads, node)))

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads to the graphs that they name; many of them in several steps, each atomic."""
        telling = self._writer()
        telling.add(self._asking.keeping(), set(with_names(quads)))

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads as they come, in steps of a bounded size, each atomic."""
        telling = self._writer()
        waiting = with_names(quads)
        while part := set(islice(waiting, _LOADED)):
            telling.add(self._asking.keeping(), part)

    def update(self, sparql: str, *, agree: Agree = always, federation: bool = False) -> bool:
        """Send an update, of which nobody can tell before what it changes; it has to say in which graphs.

        :raises StoreError: where the server's graphs can be changed by a build or a load alone.
        """
        telling, rebuilt = self._writer(), self._asking.keeping().rebuilt
        refuse_deep(sparql, "update")
        if not federation:
            refuse_elsewhere(sparql)
        if rebuilt is None:
            raise StoreError(
                f"The endpoint {self.location} holds the union of our graphs in one more graph, which an update would "
                "not reach: change it by `claimgraph build` and `load`."
            )
        if rebuilt and not names_its_graphs(sparql):
            raise QueryError("An update of an endpoint has to say in which graphs: write GRAPH <...> { ... }, or WITH.")
        if not agree(None):
            return False
        telling.update(" ;\n".join(filter(None, (with_prefixes(sparql).rstrip().rstrip(";"), rebuilt))))
        return True

    def plan(self, sparql: str, timeout: float | None = None) -> "Plan | None":
        return None  # no protocol tells one

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def _rows(self, sparql: str) -> Iterable[QuerySolution]:
        self._open()
        return self._asking.rows(sparql)

    def _writer(self) -> Telling:
        self._open()
        if self._telling is None:
            raise self._not_writable()
        return self._telling

    def _open(self) -> None:
        if self._transport is None:
            raise self._closed()


def named_node(name: str) -> NamedNode:
    """:raises QueryError: where it is no absolute IRI."""
    try:
        return NamedNode(name)
    except ValueError as error:
        raise QueryError(f"{name[:200]!r} is no IRI: give one like https://example.org/id/x.") from error

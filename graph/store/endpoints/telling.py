"""Writing to a server: updates by the SPARQL Protocol, large graphs by the Graph Store HTTP Protocol before them."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from graph.errors import StoreError
from graph.store.changes import text_of
from graph.store.endpoints.addresses import Addresses
from graph.store.endpoints.keeping import MERGE, ByServer, Data, InVirtuoso, Keeping
from graph.store.endpoints.refusals import Refused
from graph.store.endpoints.transport import Request, Transport

_TRIPLES, _BYTES = 1000, 500_000  # of one request of several: Virtuoso takes no INSERT DATA of 5,000 triples


class Telling:
    """Changes to one server. An update is sent once: whether one that failed was done cannot be known."""

    def __init__(self, addresses: Addresses, transport: Transport) -> None:
        self._addresses, self._transport = addresses, transport

    def update(self, sparql: str) -> None:
        """Run one update, by section 2.2.2 of the protocol."""
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        body = sparql.encode()
        self._transport.send(Request("POST", self._addresses.update, headers, body, safe=False)).drop()

    def replace(self, keeping: Keeping, graph: NamedNode, quads: set[Quad]) -> None:
        """Make a graph hold these quads: by one update, and by Virtuoso in steps."""
        if isinstance(keeping, InVirtuoso) and quads:
            self._replace_in_steps(keeping, graph, quads)
        else:
            self.update(keeping.replace(graph, text_of(quads)))

    def add(self, keeping: Keeping, quads: Iterable[Quad]) -> None:
        """Add quads to their graphs, in updates of bounded size."""
        for part in _parts(quads):
            self.update(keeping.add(part))

    def _replace_in_steps(self, keeping: InVirtuoso, graph: NamedNode, quads: set[Quad]) -> None:
        """Each step may be done twice; whoever looks in between finds the merge without what the graph alone says.

        What says that an article was read is in the merge last, so that one that was left halfway is read again.
        """
        self.update(keeping.leave(graph))
        self._bring("PUT", graph, quads)
        self._bring("POST", MERGE, quads)
        self.update(keeping.enter(graph))

    def _bring(self, method: str, graph: NamedNode, quads: set[Quad]) -> None:
        """Send a whole graph by the Graph Store Protocol, or in parts where the server takes none or not this one."""
        if self._addresses.graph_store:
            address, headers = self._addresses.of_graph(graph.value), {"Content-Type": "application/n-triples"}
            try:
                self._transport.send(Request(method, address, headers, text_of(quads).encode())).drop()
                return
            except Refused as error:
                if error.status in (401, 403, 429, 503):
                    raise
        if method == "PUT":
            self.update(f"DROP SILENT GRAPH {graph}")
        for part in _parts(Quad(quad.subject, quad.predicate, quad.object, graph) for quad in quads):
            self.update(ByServer().add(part))


def _parts(quads: Iterable[Quad]) -> Iterator[Data]:
    """The quads as texts by graph, of so many triples and bytes at most; a longer triple goes alone."""
    part: list[tuple[str, str]] = []
    size = 0
    for quad in quads:
        text = text_of([quad])
        if part and (len(part) == _TRIPLES or size + len(text) > _BYTES):
            yield _by_graph(part)
            part, size = [], 0
        part.append((_graph(quad), text))
        size += len(text)
    if part:
        yield _by_graph(part)


def _by_graph(part: list[tuple[str, str]]) -> Data:
    texts: dict[str, list[str]] = {}
    for graph, text in part:
        texts.setdefault(graph, []).append(text)
    return [(NamedNode(graph), "".join(lines)) for graph, lines in texts.items()]


def _graph(quad: Quad) -> str:
    if not isinstance(quad.graph_name, NamedNode):
        raise StoreError(f"The statement {quad} names no graph: give it the IRI of one.")
    return str(quad.graph_name.value)

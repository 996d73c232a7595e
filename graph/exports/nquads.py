"""N-Quads: every quad a line; reading it back gives the store."""

from collections.abc import Iterable
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.exports.ordered import ordered_graphs
from graph.store import Store


def write_nquads(store: Store, out: BinaryIO) -> None:
    """Write the quads by graph and subject (RDF 1.1 N-Quads)."""
    for graph, triples in ordered_graphs(store):
        out.write(lines_of(graph, triples))


def lines_of(graph: str, triples: Iterable[Triple]) -> bytes:
    """The lines of one graph."""
    name = NamedNode(graph)
    quads = (Quad(t.subject, t.predicate, t.object, name) for t in triples)
    return serialize(quads, format=RdfFormat.N_QUADS) or b""

"""N-Quads: every quad a line; reading it back gives the store."""

from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.exports.ordered import ordered_graphs
from graph.store import Store


def write_nquads(store: Store, out: BinaryIO) -> None:
    """Write the quads by graph and subject (RDF 1.1 N-Quads)."""
    for graph, triples in ordered_graphs(store):
        name = NamedNode(graph)
        quads = (Quad(t.subject, t.predicate, t.object, name) for t in triples)
        out.write(serialize(quads, format=RdfFormat.N_QUADS) or b"")

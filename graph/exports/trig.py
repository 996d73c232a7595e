"""TriG: every named graph by itself, for people to read; reading it back gives the store."""

from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.exports.ordered import EXPORT_PREFIXES, ordered_graphs, prefix_lines, without_prefix_lines
from graph.store import Store


def write_trig(store: Store, out: BinaryIO) -> None:
    """Write the named graphs one after another (RDF 1.1 TriG)."""
    out.write(prefix_lines())
    for graph, triples in ordered_graphs(store):
        name = NamedNode(graph)
        quads = [Quad(t.subject, t.predicate, t.object, name) for t in triples]
        out.write(without_prefix_lines(serialize(quads, format=RdfFormat.TRIG, prefixes=EXPORT_PREFIXES) or b""))

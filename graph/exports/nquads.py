"""N-Quads: every quad a line; reading it back gives the store."""

from collections.abc import Iterator
from typing import BinaryIO

from pyoxigraph import NamedNode

from graph.exports.lines import lines_of
from graph.store import Store


def write_nquads(store: Store, out: BinaryIO) -> None:
    """Write the quads graph by graph, within each in the order of the lines' bytes (RDF 1.1 N-Quads)."""
    for graph in sorted(store.graphs()):
        out.writelines(quads_of(store, graph))


def quads_of(store: Store, graph: str) -> Iterator[bytes]:
    """The lines of one graph, many at a time."""
    end = f" {NamedNode(graph)} .\n".encode()
    for lines in lines_of(store, [graph]):
        yield lines.replace(b" .\n", end)  # a line feed within a literal is escaped

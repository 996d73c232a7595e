"""N-Triples: the merge of all graphs, one triple a line."""

from typing import BinaryIO

from graph.exports.lines import lines_of
from graph.store import Store


def write_ntriples(store: Store, out: BinaryIO) -> None:
    """Write each triple once, in the order of the lines' bytes (RDF 1.1 N-Triples)."""
    out.writelines(lines_of(store, store.graphs()))

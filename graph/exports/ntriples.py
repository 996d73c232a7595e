"""N-Triples: the merge of all graphs, one triple a line."""

from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from graph.exports.ordered import merged
from graph.store import Store


def write_ntriples(store: Store, out: BinaryIO) -> None:
    """Write each triple once, in canonical N-Triples (RDF 1.1 N-Triples, section 4)."""
    for triples in merged(store):
        out.write(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")

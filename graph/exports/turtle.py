"""Turtle: the merge of all graphs, for people to read and for any RDF tool."""

from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from graph.exports.ordered import EXPORT_PREFIXES, merged, prefix_lines, without_prefix_lines
from graph.store import Store


def write_turtle(store: Store, out: BinaryIO) -> None:
    """Write each triple once, without the names of the graphs (RDF 1.1 Turtle)."""
    out.write(prefix_lines())
    for triples in merged(store):
        text = serialize(triples, format=RdfFormat.TURTLE, prefixes=EXPORT_PREFIXES) or b""
        out.write(without_prefix_lines(text))

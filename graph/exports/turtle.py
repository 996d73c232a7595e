"""Turtle: the merge of all graphs, for people to read and for any RDF tool."""

from collections.abc import Iterable
from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, serialize

from graph.exports.ordered import EXPORT_PREFIXES, merged, prefix_lines, without_prefix_lines
from graph.store import Store


def write_turtle(store: Store, out: BinaryIO) -> None:
    """Write each triple once, without the names of the graphs (RDF 1.1 Turtle)."""
    out.write(prefix_lines())
    for triples in merged(store):
        out.write(turtle_of(triples))


def turtle_of(triples: Iterable[Triple]) -> bytes:
    """Triples as Turtle, to stand behind the lines of prefixes."""
    return without_prefix_lines(serialize(triples, format=RdfFormat.TURTLE, prefixes=EXPORT_PREFIXES) or b"")

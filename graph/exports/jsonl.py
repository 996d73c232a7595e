"""JSONL: the same records that `extract` prints, one JSON object a line."""

from collections.abc import Iterator
from typing import BinaryIO

from graph.mapping import actors_from, read_back
from graph.model import Reading
from graph.records import line, records_of
from graph.store import Store
from graph.vocabulary import RESERVED_GRAPHS


def write_jsonl(store: Store, out: BinaryIO) -> None:
    """Write the records of each article, and the actors at the end."""
    for record in records_of(readings(store)):
        out.write(line(record).encode())


def readings(store: Store) -> Iterator[Reading]:
    """What the store knows of each article, as it was read; one article is in memory at a time."""
    graphs = sorted(store.graphs())
    shared = [graph for graph in graphs if graph.rpartition("/")[2] in RESERVED_GRAPHS]
    authority = {name: actor for graph in shared for name, actor in actors_from(store.quads(graph)).items()}
    for graph in graphs:
        reading = read_back(store.quads(graph), authority, graph.rpartition("graph/")[0])
        if reading:
            yield reading

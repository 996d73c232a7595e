"""The formats that a store can be written in: one file a format, one line in `EXPORTERS`."""

from collections.abc import Callable
from typing import BinaryIO

from graph.exports.graphml import write_graphml
from graph.exports.jsonl import write_jsonl
from graph.exports.jsonld import write_jsonld
from graph.exports.nquads import write_nquads
from graph.exports.ntriples import write_ntriples
from graph.exports.trig import write_trig
from graph.exports.turtle import write_turtle
from graph.store import Store

Exporter = Callable[[Store, BinaryIO], None]

EXPORTERS: dict[str, Exporter] = {
    "turtle": write_turtle,
    "ntriples": write_ntriples,
    "nquads": write_nquads,
    "trig": write_trig,
    "jsonld": write_jsonld,
    "jsonl": write_jsonl,
    "graphml": write_graphml,
}

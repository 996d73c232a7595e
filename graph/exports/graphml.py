"""GraphML: a network for Gephi, Cytoscape, yEd and networkx.

Every attribute has one type and a value on every node or edge: strings and floating-point numbers, no lists, no gaps.
`label` is what Gephi shows and yEd maps (Edit, Properties Mapper), `name` what Cytoscape shows. Characters that XML 1.0
cannot hold (section 2.2: most control characters) become U+FFFD.
Specification: U. Brandes and others, GraphML Primer, http://graphml.graphdrawing.org/primer/graphml-primer.html
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from graph.exports.rows import edges, nodes
from graph.networks.debate import Debate
from graph.networks.graphs import Graph

NODE = {"label": str, "name": str, "kind": str, "weight": float}
EDGE = {"label": str, "relation": str, "polarity": float, "weight": float, "confidence": float, "statements": float}
_TYPES = {str: "string", float: "double"}
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write_graphml(graph: Graph, debate: Debate, out: BinaryIO) -> None:
    """Write a network, nodes and edges in the order of their IRIs."""
    for line in graphml(graph, debate):
        out.write(line.encode())


def graphml(graph: Graph, debate: Debate) -> Iterator[str]:
    """The lines of the file."""
    yield HEAD
    for place, columns in (("node", NODE), ("edge", EDGE)):
        for name, kind in columns.items():
            yield f'  <key id="{place}-{name}" for="{place}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'
    yield '  <graph id="network" edgedefault="directed">\n'
    for row in nodes(graph, debate):
        yield f"    <node id={quoted(str(row['id']))}>{_data('node', NODE, {**row, 'name': row['label']})}</node>\n"
    for row in edges(graph, debate):
        ends = f"source={quoted(str(row['source']))} target={quoted(str(row['target']))}"
        cells = _data("edge", EDGE, {**row, "label": row["relation"]})
        yield f'    <edge id="{row["id"]}" {ends}>{cells}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(place: str, columns: dict[str, type], values: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{place}-{name}">{escape(writable(str(kind(values[name]))))}</data>'
        for name, kind in columns.items()
    )


def writable(text: str) -> str:
    """The text with what XML cannot hold replaced, and its line ends as one kind.

    >>> writable("a\\x00b\\r\\nc")
    'a\ufffdb\\nc'
    """
    return _UNWRITABLE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def quoted(text: str) -> str:
    """The text as the value of an attribute, with its quotation marks."""
    return quoteattr(writable(text))

"""Node-link JSON: what `networkx.node_link_graph(data, edges="links")` and d3-force read.

Each node and each link has all attributes; days are text, what is not known is null.
Reference: NetworkX, `networkx.readwrite.json_graph.node_link_data`; D3, d3-force.
"""

import json
from collections.abc import Iterable
from typing import BinaryIO

from graph.exports.rows import Row, edges, nodes
from graph.networks.debate import Debate
from graph.networks.graphs import Graph


def write_node_link(graph: Graph, debate: Debate, out: BinaryIO) -> None:
    """Write one node or link a line."""
    out.write(b'{"directed": true, "multigraph": true, "graph": {},\n"nodes": [')
    _write(nodes(graph, debate), out)
    out.write(b'],\n"links": [')
    _write(({**row, "key": row["relation"]} for row in edges(graph, debate)), out)
    out.write(b"]}\n")


def _write(rows: Iterable[Row], out: BinaryIO) -> None:
    for number, row in enumerate(rows):
        # escapes hold what UTF-8 cannot, such as a lone surrogate
        out.write(f"{',' if number else ''}\n{json.dumps(row, default=str)}".encode())

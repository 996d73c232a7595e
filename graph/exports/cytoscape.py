"""Cytoscape JSON: elements and a style, for Cytoscape.js and for the desktop's import of `.cyjs`.

Reference: Cytoscape.js, "JSON" and "Style"; Cytoscape User Manual, "Cytoscape.js JSON".
"""

import json
from typing import Any, BinaryIO

from graph.exports.looks import all_looks, size_of
from graph.exports.rows import Row, edges, nodes
from graph.networks.debate import Debate
from graph.networks.graphs import Graph

_SHAPES = {
    "dot": "ellipse", "square": "rectangle", "hexagon": "hexagon", "triangle": "triangle", "diamond": "diamond",
    "star": "star", "triangleDown": "vee",
}  # fmt: skip


def write_cytoscape(graph: Graph, debate: Debate, out: BinaryIO) -> None:
    """Write one element a line; `cytoscape({elements, style})` takes both as they are."""
    out.write(b'{"format_version": "1.0", "generated_by": "claimgraph",\n"elements": {"nodes": [')
    for number, row in enumerate(nodes(graph, debate)):
        size = size_of(row)
        _write(out, number, {**row, "name": row["label"], "size": size})
    out.write(b'],\n"edges": [')
    for number, row in enumerate(edges(graph, debate)):
        _write(out, number, {**row, "interaction": row["relation"]})
    out.write(f']}},\n"style": {json.dumps(_style(), indent=1)}\n}}\n'.encode())


def _write(out: BinaryIO, number: int, row: Row) -> None:
    data = {name: value for name, value in row.items() if value is not None}
    out.write(f"{',' if number else ''}\n{json.dumps({'data': data}, default=str)}".encode())


def _style() -> list[dict[str, Any]]:
    kinds, relations = all_looks()
    plain = {"label": "data(label)", "width": "data(size)", "height": "data(size)", "font-size": 10,
             "text-wrap": "wrap", "text-max-width": "120px"}  # fmt: skip
    line = {"width": 1.5, "curve-style": "bezier", "target-arrow-shape": "triangle", "arrow-scale": 0.7}
    return [
        {"selector": "node", "style": plain},
        {"selector": "edge", "style": line},
        *({"selector": f'node[kind = "{kind}"]', "style": {
            "background-color": look["light"], "shape": _SHAPES.get(look["shape"], "ellipse"),
        }} for kind, look in kinds.items()),
        *({"selector": f'edge[relation = "{relation}"]', "style": {
            "line-color": look["light"], "target-arrow-color": look["light"],
            "line-style": "dashed" if look["dash"] else "solid",
        }} for relation, look in relations.items()),
    ]  # fmt: skip

"""CX2: a network for Cytoscape and for NDEx, with declared attributes and looks.

Specification: Cytoscape Consortium, CX2 Specification.
"""

import json
from typing import Any, BinaryIO

from graph.exports.looks import all_looks, size_of
from graph.exports.rows import EDGE, NODE, Cell, Row, edges, nodes
from graph.networks.debate import Debate
from graph.networks.graphs import Graph

_TYPES = {str: "string", float: "double", int: "integer"}
_SHAPES = {"square": "rectangle", "hexagon": "hexagon", "triangle": "triangle", "diamond": "diamond",
           "triangleDown": "vee", "star": "octagon"}  # fmt: skip


def write_cx2(graph: Graph, debate: Debate, out: BinaryIO) -> None:
    """Write a network; nodes and edges have numbers, their IRIs are the attribute `id`."""
    number = {node: place for place, node in enumerate(sorted(graph))}
    _begin(out, graph)
    for place, row in enumerate(nodes(graph, debate)):
        values = {**_known(row, NODE), "name": row["label"], "size": size_of(row)}
        _write(out, place, {"id": number[str(row["id"])], "v": values})
    out.write(b']},\n{"edges": [')
    for place, row in enumerate(edges(graph, debate)):
        ends = {"s": number[str(row["source"])], "t": number[str(row["target"])]}
        _write(out, place, {"id": place, **ends, "v": {**_known(row, EDGE), "interaction": row["relation"]}})
    out.write(f"]}},\n{json.dumps({'visualProperties': [_looks()]})},\n".encode())
    out.write(b'{"status": [{"success": true}]}]\n')


def _begin(out: BinaryIO, graph: Graph) -> None:
    counts = {
        "attributeDeclarations": 1, "networkAttributes": 1, "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(), "visualProperties": 1,
    }  # fmt: skip
    head: list[dict[str, Any]] = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": [{"name": name, "elementCount": count} for name, count in counts.items()]},
        {"attributeDeclarations": [_declared()]},
        {"networkAttributes": [{"name": "Who stands where"}]},
    ]
    out.write(("[" + ",\n".join(map(json.dumps, head)) + ',\n{"nodes": [').encode())


def _declared() -> dict[str, dict[str, dict[str, str]]]:
    return {
        "networkAttributes": {"name": {"d": "string"}},
        "nodes": {
            **{name: {"d": _TYPES[kind]} for name, kind in NODE.items()},
            "name": {"d": "string"},
            "size": {"d": "double"},
        },
        "edges": {
            **{name: {"d": _TYPES.get(kind, "string")} for name, kind in EDGE.items()},
            "interaction": {"d": "string"},
        },
    }


def _known(row: Row, columns: dict[str, type]) -> dict[str, Cell]:
    """The values that are there; days as text."""
    cells = {name: row[name] for name in columns}
    return {
        name: value if isinstance(value, str | int | float) else str(value)
        for name, value in cells.items()
        if value is not None
    }


def _write(out: BinaryIO, place: int, entry: dict[str, Any]) -> None:
    out.write(f"{',' if place else ''}\n{json.dumps(entry)}".encode())


def _looks() -> dict[str, Any]:
    kinds, relations = all_looks()
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_LABEL_FONT_SIZE": 10, "NODE_BORDER_WIDTH": 0.5, "NODE_SHAPE": "ellipse"},
            "edge": {"EDGE_WIDTH": 1.5, "EDGE_TARGET_ARROW_SHAPE": "triangle"},
        },
        "nodeMapping": {
            "NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "label", "type": "string"}},
            "NODE_BACKGROUND_COLOR": _by("kind", {kind: look["light"] for kind, look in kinds.items()}),
            "NODE_SHAPE": _by("kind", {kind: _SHAPES.get(look["shape"], "ellipse") for kind, look in kinds.items()}),
            "NODE_WIDTH": {"type": "PASSTHROUGH", "definition": {"attribute": "size", "type": "double"}},
            "NODE_HEIGHT": {"type": "PASSTHROUGH", "definition": {"attribute": "size", "type": "double"}},
        },
        "edgeMapping": {
            name: _by("relation", {relation: look["light"] for relation, look in relations.items()})
            for name in ("EDGE_LINE_COLOR", "EDGE_TARGET_ARROW_COLOR")
        },
    }


def _by(attribute: str, values: dict[str, str]) -> dict[str, Any]:
    pairs = [{"v": value, "vp": shown} for value, shown in values.items()]
    return {"type": "DISCRETE", "definition": {"attribute": attribute, "type": "string", "map": pairs}}

"""Networks as igraph, networkx and Cytoscape.js read them from the file, and where they put what they read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import igraph
import networkx as nx

from graph.exports.looks import edge_look, node_look
from tests.exports.pictures.drawing import Point, Stroke, picture, points, strokes, word

Elsewhere = Callable[[str, Path], Any]
ROW = 22
_OPEN = "None"  # which networkx writes for an end that is not there


def graphml(path: Path) -> bytes:
    """By igraph: its two-sided layout, which crosses few lines, turned by a quarter."""
    graph = igraph.Graph.Read_GraphML(str(path))
    graph.vs["type"] = [kind == "Proposal" for kind in graph.vs["kind"]]
    layout = graph.layout_bipartite()
    # igraph's own distances would leave names no room: the order is kept
    place = {
        v: rank
        for side in (False, True)
        for rank, v in enumerate(sorted((v.index for v in graph.vs if v["type"] == side), key=lambda v: layout[v][0]))
    }
    rows = {side: graph.vs["type"].count(side) for side in (False, True)}
    height = ROW * max(rows.values()) + 20

    def spot(v: igraph.Vertex) -> tuple[float, float]:
        return (660.0 if v["type"] else 290.0), (place[v.index] + 0.5) * (height - 20) / rows[v["type"]] + 10

    lines = [
        Stroke((*spot(graph.vs[e.source]), *spot(graph.vs[e.target])), edge_look(e["relation"])["light"], e["weight"])
        for e in graph.es
    ]
    nodes = [
        Point(*spot(v), 8 + v["weight"], node_look(v["kind"])["light"], v["label"], "start" if v["type"] else "end")
        for v in graph.vs
    ]
    return picture(1080, height, "The sample graph as igraph reads the GraphML", [*strokes(lines), *points(nodes)])


def gexf(path: Path) -> bytes:
    """By networkx: the spells that Gephi's timeline plays, a row for each line."""
    graph = nx.read_gexf(path, version="1.3")
    label = graph.nodes(data="label")
    rows = sorted(
        (e["spells"][0][0], label[a], label[b], e["relation"], e["spells"])
        for a, b, e in graph.edges(data=True) if "spells" in e
    )  # fmt: skip
    days = sorted({day for *_, spells in rows for spell in spells for day in spell if day != _OPEN})
    first, last = date.fromisoformat(days[0]).toordinal(), date.fromisoformat(days[-1]).toordinal() + 30
    left, right, step = 620, 1000, 16

    def across(day: str) -> float:
        return left + (date.fromisoformat(day).toordinal() - first) * (right - left) / (last - first)

    parts = []
    for number, (_, who, what, relation, spells) in enumerate(rows):
        y = 30 + number * step
        parts.append(word(left - 8, y + 4, f"{who} {edge_look(relation)['label']}: {what}", "end"))
        parts += strokes(
            Stroke((across(start), y, right if end == _OPEN else across(end), y), edge_look(relation)["light"], 8)
            for start, end in spells
        )
    ends = [word(left, 14, days[0]), word(right, 14, "and on", "end")]
    return picture(1020, 40 + step * len(rows), "The sample graph in time as networkx reads the GEXF", [*ends, *parts])


def cytoscape(path: Path, read: Elsewhere) -> bytes:
    """By Cytoscape.js: its circle, its colours and sizes."""
    found = read("drawn", path)
    wide = 960
    spot = {node["id"]: (node["x"] + 230, node["y"] + 20) for node in found["nodes"]}
    lines = [Stroke((*spot[e["source"]], *spot[e["target"]]), e["colour"]) for e in found["edges"]]
    nodes = [
        Point(*spot[n["id"]], n["size"], n["colour"], n["label"], "start" if spot[n["id"]][0] >= wide / 2 else "end")
        for n in found["nodes"]
    ]
    return picture(wide, 540, "Who agrees with whom, as Cytoscape.js reads it", [*strokes(lines), *points(nodes)])

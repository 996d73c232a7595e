"""GEXF 1.3: a dynamic network for Gephi, with spells for its timeline, colours, sizes and shapes.

Colours and the like stand in the namespace of GEXF itself, as Gephi's schema of version 1.3 has them.
Specification: Gephi, GEXF 1.3, https://gexf.net/schema.html
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO

from graph.exports.graphml import quoted
from graph.exports.looks import channels, edge_look, node_look, size_of
from graph.exports.rows import Cell, Row, edges, nodes
from graph.exports.spells import Line, Spell, spells_of
from graph.networks.debate import Debate
from graph.networks.graphs import Graph

NODE = {"kind": "string", "aliases": "string", "weight": "double"}
EDGE = {"relation": "string", "polarity": "double", "confidence": "double", "statements": "integer"}
_SHAPES = {"square": "square", "triangle": "triangle", "triangleDown": "triangle", "diamond": "diamond"}


def write_gexf(graph: Graph, debate: Debate, out: BinaryIO) -> None:
    """Write a network; nodes and lines without a day are there all the time."""
    for line in _lines(graph, debate):
        out.write(f"{line}\n".encode())


def _lines(graph: Graph, debate: Debate) -> Iterator[str]:
    spells, first = spells_of(graph, debate)
    mode = 'mode="dynamic" timeformat="date" timerepresentation="interval"' if spells else 'mode="static"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield "  <meta><creator>claimgraph</creator></meta>"
    yield f'  <graph defaultedgetype="directed" idtype="string" {mode}>'
    for owner, columns in (("node", NODE), ("edge", EDGE)):
        yield f'    <attributes class="{owner}">'
        yield from (f'      <attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in columns.items())
        yield "    </attributes>"
    yield f'    <nodes count="{graph.number_of_nodes()}">'
    yield from (_node(row, first.get(str(row["id"]))) for row in nodes(graph, debate))
    yield f'    </nodes>\n    <edges count="{graph.number_of_edges()}">'
    yield from (_edge(row, spells.get(_line(row), [])) for row in edges(graph, debate))
    yield "    </edges>\n  </graph>\n</gexf>"


def _line(row: Row) -> Line:
    return str(row["source"]), str(row["target"]), str(row["relation"])


def _node(row: Row, first: date | None) -> str:
    look = node_look(str(row["kind"]))
    parts = [
        _spelled([(first, None)] if first else []),
        _colour(look["light"]),
        f'<size value="{size_of(row)}"/>',
        f'<shape value="{_SHAPES.get(look["shape"], "disc")}"/>',
        _values(row, NODE),
    ]
    return f"      <node id={quoted(str(row['id']))} label={quoted(str(row['label']))}>{''.join(parts)}</node>"


def _edge(row: Row, spells: list[Spell]) -> str:
    relation = quoted(str(row["relation"]))
    ends = f"source={quoted(str(row['source']))} target={quoted(str(row['target']))}"
    colour = _colour(edge_look(str(row["relation"]))["light"])
    # Gephi keeps lines between the same nodes apart by their kind
    return (
        f'      <edge id="{row["id"]}" {ends} weight="{row["weight"]}" label={relation} kind={relation}>'
        f"{_spelled(spells)}{colour}{_values(row, EDGE)}</edge>"
    )


def _spelled(spells: list[Spell]) -> str:
    if not spells:
        return ""
    return "<spells>" + "".join(_spell(start, end) for start, end in spells) + "</spells>"


def _spell(start: date, end: date | None) -> str:
    return f'<spell start="{start.isoformat()}"' + (f' end="{end.isoformat()}"' if end else "") + "/>"


def _colour(colour: str) -> str:
    red, green, blue = channels(colour)
    return f'<color r="{red}" g="{green}" b="{blue}"/>'


def _values(row: Mapping[str, Cell], columns: Mapping[str, str]) -> str:
    cells = "".join(f'<attvalue for="{name}" value={quoted(str(row[name]))}/>' for name in columns)
    return f"<attvalues>{cells}</attvalues>"

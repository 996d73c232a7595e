"""Neo4j: files for `neo4j-admin database import`, the same as a script of Cypher, constraints, and how to use them.

Each node has its IRI as key and two labels, such as `:Actor:Person`; each relation of a network is a type of its own.
Reference: Neo4j Operations Manual, "Neo4j-admin import"; Cypher Manual, "Literals" and "Escaping".
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from graph.exports.cells import plain, write_csv
from graph.exports.rows import Cell, Row, edges, nodes
from graph.networks.debate import Debate
from graph.networks.filters import KINDS
from graph.networks.graphs import Graph
from graph.resources import resource

NODES: dict[str, type] = {
    "iri:ID": str, "name:string": str, "kind:string": str, "aliases:string[]": str, "weight:double": float,
    ":LABEL": str,
}  # fmt: skip
RELATIONSHIPS: dict[str, type] = {
    ":START_ID": str, ":END_ID": str, ":TYPE": str, "relation:string": str, "polarity:double": float,
    "weight:double": float, "confidence:double": float, "statements:long": int, "first:date": str, "last:date": str,
}  # fmt: skip
TYPES = {
    "support": "SUPPORTS", "conditional": "CONDITIONALLY_SUPPORTS", "undecided": "IS_UNDECIDED_ON", "doubt": "DOUBTS",
    "oppose": "OPPOSES", "congruence": "AGREES_WITH", "conflict": "DISAGREES_WITH", "says": "SAYS",
    "reports": "PASSES_ON", "affiliated": "BELONGS_TO", "in": "APPEARS_IN", "topic": "HAS_TOPIC",
}  # fmt: skip
_AT_ONCE = 500  # rows of one statement of the script


def write_neo4j(graph: Graph, debate: Debate, folder: Path) -> None:
    """Write nodes.csv, relationships.csv, constraints.cypher, graph.cypher and README.md."""
    with (folder / "nodes.csv").open("wb") as out:
        write_csv((_node(row) for row in nodes(graph, debate)), NODES, out)
    with (folder / "relationships.csv").open("wb") as out:
        write_csv((_relationship(row) for row in edges(graph, debate)), RELATIONSHIPS, out)
    with (folder / "graph.cypher").open("w", encoding="utf-8", newline="\n") as script:
        script.writelines(f"{line}\n" for line in _script(graph, debate))
    for name in ("constraints.cypher", "README.md"):
        (folder / name).write_text(
            resource("exports", "neo4j_files", name).read_text(encoding="utf-8"), encoding="utf-8"
        )


def _labels(kind: Cell) -> tuple[str, ...]:
    return ("Actor", str(kind)) if kind in KINDS else (str(kind),)


def _node(row: Row) -> Row:
    aliases = ";".join(alias.replace(";", ",") for alias in str(row["aliases"]).split("|"))
    cells = (row["id"], row["label"], row["kind"], aliases, row["weight"], ";".join(_labels(row["kind"])))
    return dict(zip(NODES, cells, strict=True))


def _relationship(row: Row) -> Row:
    relation = str(row["relation"])
    cells = (row["source"], row["target"], _type(relation), relation, row["polarity"], row["weight"],
             row["confidence"], row["statements"], row["first"], row["last"])  # fmt: skip
    return dict(zip(RELATIONSHIPS, cells, strict=True))


def _type(relation: str) -> str:
    return TYPES.get(relation, "IS_LINKED_WITH")


def _script(graph: Graph, debate: Debate) -> Iterator[str]:
    """Statements that may be run again: nodes by their labels, then relations by their types."""
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in nodes(graph, debate):
        by_kind[str(row["kind"])].append(row)
    for kind, rows in sorted(by_kind.items()):
        label = ":".join(_labels(kind))
        for some in _in_parts(rows):
            maps = (_map(row, {"id": "iri", "label": "name", "kind": "kind", "weight": "weight"}) for row in some)
            yield f"UNWIND [{', '.join(maps)}] AS row MERGE (n:{label} {{iri: row.iri}}) SET n += row;"
    by_type: dict[str, list[Row]] = defaultdict(list)
    for row in edges(graph, debate):
        by_type[_type(str(row["relation"]))].append(row)
    names = {"polarity": "polarity", "weight": "weight", "confidence": "confidence", "statements": "statements",
             "relation": "relation"}  # fmt: skip
    for kind, rows in sorted(by_type.items()):
        for some in _in_parts(rows):
            maps = (
                f"{{a: {literal(row['source'])}, b: {literal(row['target'])}, with: {_map(row, names)}}}"
                for row in some
            )
            yield (
                f"UNWIND [{', '.join(maps)}] AS row MATCH (a {{iri: row.a}}), (b {{iri: row.b}}) "
                f"MERGE (a)-[r:{kind}]->(b) SET r += row.with;"
            )


def _ends(row: Row, properties: str) -> str:
    return f"{{a: {literal(row['source'])}, b: {literal(row['target'])}, with: {properties}}}"


def _map(row: Row, names: dict[str, str]) -> str:
    parts = [f"{name}: {literal(row[column])}" for column, name in names.items()]
    parts += [f"{name}: date({literal(str(row[name]))})" for name in ("first", "last") if row.get(name)]
    return "{" + ", ".join(parts) + "}"


def literal(cell: Cell) -> str:
    """A value as Cypher writes it.

    >>> literal("it's \\\\ a\\nline"), literal(0.5), literal(None)
    ("'it\\\\'s \\\\\\\\ a\\\\nline'", '0.5', 'null')
    """
    if cell is None:
        return "null"
    if isinstance(cell, int | float):
        return repr(cell)
    escapes = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "'" + "".join(escapes.get(sign) or _shown(sign) for sign in plain(cell)) + "'"


def _shown(sign: str) -> str:
    """Control characters by their number: some clients end a line at them."""
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or sign in "\u2028\u2029" else sign


def _in_parts(rows: list[Row]) -> Iterator[list[Row]]:
    every = iter(rows)
    while some := list(islice(every, _AT_ONCE)):
        yield some

"""The sample graph in each format, as another's reader counts it: the table of docs/exports.md."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import ladybug
import networkx as nx
import pandas as pd
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from ndex2.cx2 import RawCX2NetworkFactory
from rdflib import RDF, Dataset, URIRef

from graph.exports.framed import FRAMES
from graph.exports.writing import Asked, export
from graph.store import Store
from tests.exports.conftest import read

RAPTOR = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig", "rdfxml": "rdfxml"}


def rows(store: Store, folder: Path) -> Iterator[str]:
    """The table, line by line."""
    yield "| format | counted by | found in the sample graph |"
    yield "|---|---|---|"
    for name, (reader, count) in COUNTS.items():
        path = folder / name.replace(" ", "-")
        form, _, frame = name.partition(" --frame ")
        export(store, form, path, Asked(frame=frame or None))
        yield f"| `{name}` | {reader} | {count(path)} |"


def _raptor(syntax: str) -> Callable[[Path], str]:
    def count(path: Path) -> str:
        command = [str(shutil.which("rapper")), "-q", "-i", syntax, "-o", "ntriples", str(path)]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
        return _many(len(done.stdout.splitlines()), "statement")

    return count


def _many(number: int, one: str) -> str:
    return f"{number:,} {one}" + "s" * (number != 1)


def _network(nodes: int, edges: int) -> str:
    return f"{_many(nodes, 'node')}, {_many(edges, 'line')}"


def _elsewhere(form: str) -> Callable[[Path], str]:
    def count(path: Path) -> str:
        found = read(form, path)
        return _network(len(found["nodes"]), len(found["edges"]))

    return count


def _jsonld(path: Path) -> str:
    return _many(len(read("jsonld", path).splitlines()), "quad")


def _trees(path: Path) -> str:
    return f"{_many(len(json.loads(path.read_bytes())['@graph']), 'tree')}, {_jsonld(path)}"


def _nanopub(path: Path) -> str:
    found = Dataset(default_union=True)
    found.parse(path, format="trig")
    kind = URIRef("http://www.nanopub.org/nschema#Nanopublication")
    return _many(len(set(found.subjects(RDF.type, kind))), "nanopublication")


def _cx2(path: Path) -> str:
    network = RawCX2NetworkFactory().get_cx2network(json.loads(path.read_bytes()))
    return _network(len(network.get_nodes()), len(network.get_edges()))


def _node_link(path: Path) -> str:
    graph = nx.node_link_graph(json.loads(path.read_bytes()), edges="links")
    return _network(graph.number_of_nodes(), graph.number_of_edges())


def _kgx(path: Path) -> str:
    return _network(*(len(pd.read_csv(path / f"{name}.tsv", sep="\t")) for name in ("nodes", "edges")))


def _csv(path: Path) -> str:
    nodes, edges, said = (len(pd.read_csv(path / f"{name}.csv")) for name in ("nodes", "edges", "statements"))
    return f"{_network(nodes, edges)}, {_many(said, 'statement')}"


def _adjacency(path: Path) -> str:
    matrix = pd.read_csv(path, index_col=0)
    return (
        f"{len(matrix)} actors by {_many(len(matrix.columns), 'proposal')}, {_many(int(matrix.count().sum()), 'mean')}"
    )


def _parquet(path: Path) -> str:
    with duckdb.connect() as connection:
        counts = {
            name: connection.execute(f"SELECT COUNT(*) FROM '{path}/{name}.parquet'").fetchall()[0][0]
            for name in ("nodes", "edges", "positions", "claims", "evidence")
        }
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


def _neo4j(path: Path) -> str:
    asked = ladybug.Connection(ladybug.Database(str(path.with_suffix(".db"))))
    asked.execute("CREATE NODE TABLE N(iri STRING PRIMARY KEY, name STRING, kind STRING, aliases STRING, "
                  "weight DOUBLE, label STRING)")  # fmt: skip
    asked.execute("CREATE REL TABLE R(FROM N TO N, type STRING, relation STRING, polarity DOUBLE, weight DOUBLE, "
                  "confidence DOUBLE, statements INT64, first DATE, last DATE)")  # fmt: skip
    for table, name in (("N", "nodes"), ("R", "relationships")):
        asked.execute(f"COPY {table} FROM '{path}/{name}.csv' (HEADER=true, PARALLEL=false, ESCAPE='\"')")
    (nodes,), (edges,) = (
        asked.execute(f"MATCH {pattern} RETURN COUNT(*)").get_all()[0] for pattern in ("(n)", "()-[r]->()")
    )
    return _network(nodes, edges)


def _dna(path: Path) -> str:
    ask = sqlite3.connect(path).execute
    documents, statements = (
        ask(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("DOCUMENTS", "STATEMENTS")
    )
    return f"{_many(documents, 'document')}, {_many(statements, 'statement')}"


def _dna_csv(path: Path) -> str:
    return _many(len(pd.read_csv(path)), "statement")


def _markdown(path: Path) -> str:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin).parse(path.read_text(encoding="utf-8"))
    kinds = [token.type for token in tokens]
    return f"{_many(kinds.count('heading_open'), 'heading')}, {_many(kinds.count('footnote_open'), 'footnote')}"


def _obsidian(path: Path) -> str:
    notes = list(path.rglob("*.md"))
    parser = MarkdownIt("gfm-like", {"linkify": False})
    links = sum(
        child.type == "link_open"
        for note in notes
        for token in parser.parse(note.read_text(encoding="utf-8"))
        for child in token.children or ()
    )
    return f"{_many(len(notes), 'note')}, {_many(links, 'link')}"


COUNTS: dict[str, tuple[str, Callable[[Path], str]]] = {
    **{name: ("Raptor", _raptor(syntax)) for name, syntax in RAPTOR.items()},
    "nanopub": ("rdflib", _nanopub),
    "jsonld": ("jsonld.js", _jsonld),
    **{f"jsonld --frame {frame}": ("jsonld.js", _trees) for frame in FRAMES},
    "graphml": ("graphology-graphml", _elsewhere("graphml")),
    "gexf": ("graphology-gexf", _elsewhere("gexf")),
    "cx2": ("ndex2", _cx2),
    "cytoscape": ("Cytoscape.js", _elsewhere("cytoscape")),
    "node-link": ("networkx", _node_link),
    "kgx": ("pandas", _kgx),
    "csv": ("pandas", _csv),
    "adjacency": ("pandas", _adjacency),
    "parquet": ("DuckDB", _parquet),
    "neo4j": ("Ladybug", _neo4j),
    "dna": ("SQLite", _dna),
    "dna-csv": ("pandas", _dna_csv),
    "markdown": ("markdown-it", _markdown),
    "obsidian": ("markdown-it", _obsidian),
}

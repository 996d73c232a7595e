"""The formats that a store can be written in: one file a format, one line in `EXPORTERS`."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from graph.exports.adjacency import write_adjacency
from graph.exports.csv_files import write_csv_files
from graph.exports.cx2 import write_cx2
from graph.exports.cytoscape import write_cytoscape
from graph.exports.dna import write_dna, write_dna_csv
from graph.exports.framed import write_framed
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.jsonl import write_jsonl
from graph.exports.jsonld import write_jsonld
from graph.exports.kgx import write_kgx
from graph.exports.markdown import write_markdown
from graph.exports.nanopub import write_nanopub
from graph.exports.neo4j import write_neo4j
from graph.exports.node_link import write_node_link
from graph.exports.nquads import write_nquads
from graph.exports.ntriples import write_ntriples
from graph.exports.obsidian import write_obsidian
from graph.exports.parquet import write_parquet
from graph.exports.rdfxml import write_rdfxml
from graph.exports.trig import write_trig
from graph.exports.turtle import write_turtle
from graph.exports.turtle12 import write_turtle12


class Exporter(NamedTuple):
    """How a format is written.

    What `write` gets is told by `of`: the whole "store"; a "network" (a graph of `NETWORKS`, as the reader chose it)
    and the debate that it was made of; or the "debate" (what a filter keeps) and the store, for the texts. The last
    argument is where to: a binary file, or with `folder` the path of an empty folder. With `cells`, `write` takes the
    keyword `excel`: whether a spreadsheet shall open it. `framed` writes the store as trees of one of `FRAMES`.
    """

    write: Callable[..., None]
    of: Literal["store", "network", "debate"] = "store"
    folder: bool = False
    cells: bool = False
    framed: Callable[..., None] | None = None


EXPORTERS: dict[str, Exporter] = {
    "turtle": Exporter(write_turtle),
    "ntriples": Exporter(write_ntriples),
    "nquads": Exporter(write_nquads),
    "trig": Exporter(write_trig),
    "rdfxml": Exporter(write_rdfxml),
    "turtle12": Exporter(write_turtle12),
    "nanopub": Exporter(write_nanopub),
    "jsonld": Exporter(write_jsonld, framed=write_framed),
    "jsonl": Exporter(write_jsonl),
    "graphml": Exporter(write_graphml, "network"),
    "gexf": Exporter(write_gexf, "network"),
    "cx2": Exporter(write_cx2, "network"),
    "cytoscape": Exporter(write_cytoscape, "network"),
    "csv": Exporter(write_csv_files, "network", folder=True, cells=True),
    "adjacency": Exporter(write_adjacency, "network", cells=True),
    "kgx": Exporter(write_kgx, "network", folder=True),
    "node-link": Exporter(write_node_link, "network"),
    "neo4j": Exporter(write_neo4j, "network", folder=True),
    "parquet": Exporter(write_parquet, "network", folder=True),
    "dna": Exporter(write_dna, "debate"),
    "dna-csv": Exporter(write_dna_csv, "debate", cells=True),
    "markdown": Exporter(write_markdown, "debate"),
    "obsidian": Exporter(write_obsidian, "debate", folder=True),
}

"""CSV in a folder: nodes.csv and edges.csv of a network, with Gephi's names, and statements.csv with all quotations."""

from pathlib import Path

from graph.exports.cells import write_csv
from graph.exports.rows import EDGE, NODE, STATEMENT, edges, nodes, statements
from graph.networks.debate import Debate
from graph.networks.graphs import Graph

# what Gephi calls them (Gephi, "Import CSV Data"); igraph and pandas do not mind
_GEPHI = {"id": "Id", "label": "Label", "source": "Source", "target": "Target", "weight": "Weight"}


def write_csv_files(graph: Graph, debate: Debate, folder: Path, *, excel: bool = False) -> None:
    """Write the three files."""
    for name, rows, columns in (
        ("nodes", nodes(graph, debate), NODE),
        ("edges", ({**row, "type": "Directed"} for row in edges(graph, debate)), {**EDGE, "type": str}),
        ("statements", statements(debate), STATEMENT),
    ):
        named = {
            _GEPHI.get(column, column.capitalize()) if name != "statements" else column: column for column in columns
        }
        with (folder / f"{name}.csv").open("wb") as out:
            write_csv(({head: row[column] for head, column in named.items()} for row in rows),
                      {head: columns[column] for head, column in named.items()}, out, excel=excel)  # fmt: skip

"""CSV, KGX, node-link JSON and matrices, as pandas and networkx read them."""

import csv
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from graph.errors import InputError
from graph.exports.rows import EDGE, NODE, STATEMENT
from graph.exports.writing import Asked, export
from graph.mapping import quads
from graph.model import Reading
from graph.networks.discourse import affiliation
from graph.networks.filters import Filter
from graph.networks.graphs import NETWORKS
from graph.networks.reading import read_debate
from graph.store import Store, open_store
from tests.networks.made_up import MINT, debate_of, hostile, small

HOSTILE = [
    "=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", " =1", "\t=1", "a\tb", "two\r\nlines", 'a "quoted" name', "a,b;c",
    "|", "null\x00", "🙂 賴清德", "\u202edeus", "x" * 10_000, "NA", "nan", "1e5", "\ufeff", "'",
]  # fmt: skip


def filled(readings: list[Reading]) -> Store:
    """A store in memory."""
    store = open_store(":memory:", write=True)
    for reading in readings:
        store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
    return store


def table(path: Path, **options: Any) -> pd.DataFrame:
    """A file as pandas reads it, every cell as text."""
    return pd.read_csv(path, dtype=str, keep_default_na=False, **options)


@pytest.fixture(params=["small", "hostile"])
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    """A debate that is easy to write, and one that is not."""
    return small() if request.param == "small" else hostile(HOSTILE)


@pytest.mark.parametrize("network", NETWORKS)
def test_csv_has_every_node_edge_and_statement_to_the_letter(
    readings: list[Reading], network: str, tmp_path: Path
) -> None:
    """Labels, stances, days and quotations are those of the debate; only NUL is replaced."""
    export(filled(readings), "csv", tmp_path / "x", Asked(network))
    debate = read_debate(filled(readings))
    graph = NETWORKS[network](debate)
    nodes, edges, said = (table(tmp_path / "x" / f"{name}.csv") for name in ("nodes", "edges", "statements"))
    assert dict(zip(nodes.Id, nodes.Label, strict=True)) == {
        node: label.replace("\0", "\ufffd") for node, label in graph.nodes(data="label")
    }
    assert sorted(zip(edges.Source, edges.Target, edges.Relation, strict=True)) == sorted(graph.edges(keys=True))
    assert dict(zip(said.id, zip(said.stance, said.date, said.polarity.astype(float), strict=True), strict=True)) == {
        s.id: (s.position.stance, str(s.day), s.position.polarity) for s in debate.statements
    }
    assert (len(nodes.columns), len(edges.columns), len(said.columns)) == (len(NODE), len(EDGE) + 1, len(STATEMENT))


def test_a_spreadsheet_runs_no_cell(tmp_path: Path) -> None:
    """With --for excel no text begins as a formula does, whatever blanks stand before it; numbers stay numbers."""
    export(filled(hostile(HOSTILE)), "csv", tmp_path / "x", Asked(excel=True))
    export(filled(hostile(HOSTILE)), "adjacency", tmp_path / "a.csv", Asked(excel=True))
    for path in (*(tmp_path / "x").iterdir(), tmp_path / "a.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.strip().startswith(("=", "+", "-", "@")) or float(cell) <= 0
    said = table(tmp_path / "x" / "statements.csv", encoding="utf-8-sig")
    assert set(said.polarity.astype(float)) == {-1.0}
    assert any(label.startswith("'=cmd") for label in said.holder_label)


def test_a_spreadsheet_is_asked_for_where_there_is_a_table(tmp_path: Path) -> None:
    """Other formats refuse --for."""
    with pytest.raises(InputError, match="nothing for a spreadsheet"):
        export(filled(small()), "turtle", tmp_path / "x", Asked(excel=True))


@pytest.mark.parametrize("network", NETWORKS)
def test_kgx_has_one_line_a_node_and_an_edge(readings: list[Reading], network: str, tmp_path: Path) -> None:
    """Ends are ids of nodes, predicates and categories are CURIEs, nothing breaks a line."""
    export(filled(readings), "kgx", tmp_path / "x", Asked(network))
    graph = NETWORKS[network](read_debate(filled(readings)))
    reader = {"sep": "\t", "quoting": csv.QUOTE_NONE}
    nodes, edges = (table(tmp_path / "x" / f"{name}.tsv", **reader) for name in ("nodes", "edges"))
    assert set(nodes.iri) == set(graph) and len(edges) == graph.number_of_edges()
    assert set(edges.subject) | set(edges.object) <= set(nodes.id)
    assert nodes.category.str.startswith("cg:").all() and edges.predicate.str.contains(":").all()


def test_kgx_turns_a_relation_that_rdf_names_from_the_other_end(tmp_path: Path) -> None:
    """A claim has its speaker, an article mentions an actor."""
    export(filled(small()), "kgx", tmp_path / "x", Asked("everything"))
    edges = table(tmp_path / "x" / "edges.tsv", sep="\t")
    said = edges[edges.predicate == "cg:speaker"]
    assert len(said) and said.subject.str.startswith("id:claim/").all()


@pytest.mark.parametrize("network", NETWORKS)
def test_networkx_reads_the_node_link_json(readings: list[Reading], network: str, tmp_path: Path) -> None:
    """The same nodes with their labels, the same edges with their weights."""
    export(filled(readings), "node-link", tmp_path / "x.json", Asked(network))
    found = nx.node_link_graph(json.loads((tmp_path / "x.json").read_bytes()), edges="links")
    wanted = NETWORKS[network](read_debate(filled(readings)))
    assert dict(found.nodes(data="label")) == dict(wanted.nodes(data="label"))
    assert set(found.edges(keys=True)) == set(wanted.edges(keys=True))
    assert {e[:3]: e[3] for e in found.edges(keys=True, data="weight")} == {
        e[:3]: e[3] for e in wanted.edges(keys=True, data="weight")
    }


def test_the_matrix_of_both_is_the_affiliation_network(tmp_path: Path) -> None:
    """Actors by proposals, the mean polarity in each cell, nothing where nothing is said."""
    export(filled(small()), "adjacency", tmp_path / "x.csv")
    matrix = pd.read_csv(tmp_path / "x.csv", index_col=0)
    network = affiliation(debate_of(small()))
    label = network.nodes(data="label")
    cells = {(label[a], label[p]): weight for a, p, weight in network.edges(data="weight")}
    assert dict(matrix.stack().dropna().items()) == cells


def test_the_matrix_of_one_mode_is_square_and_the_same_across(tmp_path: Path) -> None:
    """networkx makes the network of it again; conflict weighs less than nothing."""
    export(filled(small()), "adjacency", tmp_path / "x.csv", Asked("actors"))
    matrix = pd.read_csv(tmp_path / "x.csv", index_col=0)
    assert list(matrix.index) == list(matrix.columns) and matrix.equals(matrix.T)
    graph = nx.from_pandas_adjacency(matrix.fillna(0))
    wanted = NETWORKS["actors"](debate_of(small()))
    assert graph.number_of_nodes() == wanted.number_of_nodes()
    assert matrix.min().min() < 0 < matrix.max().max()


def test_filters_leave_less(tmp_path: Path) -> None:
    """A table holds what the filter keeps."""
    export(filled(small()), "csv", tmp_path / "x", Asked(wanted=Filter(stances=("oppose",))))
    assert set(table(tmp_path / "x" / "statements.csv").stance) == {"oppose"}
    assert set(table(tmp_path / "x" / "edges.csv").Relation) == {"oppose"}

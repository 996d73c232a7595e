"""GraphML reads back with types, labels and every line, whatever the labels hold."""

import io
from pathlib import Path

import networkx as nx
import pytest

from graph.exports.graphml import EDGE, NODE, graphml
from graph.exports.writing import Asked, export
from graph.mapping import quads
from graph.networks.filters import Filter
from graph.networks.graphs import NETWORKS
from graph.store import open_store
from tests.networks.made_up import MINT, debate_of, hostile, large, small

HOSTILE = ["<b>&amp;\"'", "null\x00bell\x07", "]]>", "line\r\nend\ttab", "\u202edeus", "🙂 賴清德", "\ufffe\uffff"]


def read(text: str) -> nx.MultiDiGraph:
    """The file as networkx reads it."""
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


@pytest.mark.parametrize("network", NETWORKS)
def test_every_network_reads_back_with_all_nodes_lines_and_types(network: str) -> None:
    """Each node and edge has every attribute, as a string or a float."""
    debate = debate_of(small())
    wanted, found = NETWORKS[network](debate), read("".join(graphml(NETWORKS[network](debate), debate)))
    assert set(found) == set(wanted)
    assert found.number_of_edges() == wanted.number_of_edges()
    for columns, things in ((NODE, found.nodes(data=True)), (EDGE, found.edges(data=True))):
        for *_, data in things:
            assert {name: type(data[name]) for name in columns} == columns


def test_labels_that_are_hostile_to_xml_are_text_again() -> None:
    """Markup stays text; what XML cannot hold is replaced."""
    debate = debate_of(hostile(HOSTILE))
    labels = {label for _, label in read("".join(graphml(NETWORKS["everything"](debate), debate))).nodes(data="label")}
    assert {"<b>&amp;\"'", "null\ufffdbell\ufffd", "]]>", "line\nend\ttab", "🙂 賴清德"} <= labels


def test_a_store_is_written_with_and_without_a_filter_the_same_at_each_time(tmp_path: Path) -> None:
    """The order is fixed, and a filter leaves less."""
    with open_store(":memory:", write=True) as store:
        for reading in small():
            store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
        whole, again, part = (tmp_path / name for name in ("whole", "again", "part"))
        for path, asked in ((whole, Asked()), (again, Asked()), (part, Asked(wanted=Filter(stances=("oppose",))))):
            export(store, "graphml", path, asked)
    assert whole.read_bytes() == again.read_bytes()
    assert {r for *_, r in read(part.read_text(encoding="utf-8")).edges(data="relation")} == {"oppose"}


def test_a_large_network_is_written() -> None:
    """Every line of some hundred nodes has an id of its own."""
    debate = debate_of(large(600))
    found = read("".join(graphml(NETWORKS["actors-proposals"](debate), debate)))
    assert found.number_of_edges() > 1500

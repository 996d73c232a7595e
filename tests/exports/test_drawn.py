"""Networks with looks and times, as graphology, networkx, igraph, ndex2 and Cytoscape.js read them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from lxml import etree
from ndex2.cx2 import RawCX2NetworkFactory

from graph.exports.graphml import writable
from graph.exports.spells import spells_of
from graph.exports.writing import Asked, export
from graph.model import Reading
from graph.networks.graphs import NETWORKS, Graph
from graph.networks.reading import read_debate
from tests.exports.test_tables import filled
from tests.networks.made_up import hostile, small
from tests.page.payloads import PAYLOADS

HOSTILE = [
    *PAYLOADS, "<b>&amp;\"'", "null\x00bell\x07", "]]>", "line\r\nend\ttab", "\u202edeus", "🙂 賴清德", "x" * 10_000,
    "\ufffe",
]  # fmt: skip
GEXF = "{http://gexf.net/1.3}"
Elsewhere = Callable[[str, Path], Any]


@pytest.fixture(params=["small", "hostile"])
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    """A debate that is easy to write, and one that is not."""
    return small() if request.param == "small" else hostile(HOSTILE)


def network_of(readings: list[Reading], network: str) -> Graph:
    """What should be in the file."""
    return NETWORKS[network](read_debate(filled(readings)))


def label(text: str, form: str) -> str:
    """A label as the format can hold it: XML holds no control characters, and its attributes fold line ends."""
    if form in ("gexf", "graphml"):
        text = writable(text)
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["gexf", "graphml", "cytoscape"])
@pytest.mark.parametrize("network", NETWORKS)
def test_another_library_reads_every_node_and_edge(
    readings: list[Reading], network: str, form: str, read_elsewhere: Elsewhere, tmp_path: Path
) -> None:
    """graphology and Cytoscape.js find the same labels, kinds, relations and numbers."""
    export(filled(readings), form, tmp_path / "x", Asked(network))
    found, wanted = read_elsewhere(form, tmp_path / "x"), network_of(readings, network)
    assert {writable(node): (" ".join(data["label"].split()), data["kind"]) for node, data in found["nodes"]} == {
        writable(node): (label(data["label"], form), data["kind"]) for node, data in wanted.nodes(data=True)
    }
    assert sorted(
        (one, other, e["relation"], e["polarity"], e["confidence"]) for one, other, e in found["edges"]
    ) == sorted(
        (one, other, relation, e["polarity"], e["confidence"])
        for one, other, relation, e in wanted.edges(keys=True, data=True)
    )


def test_looks_are_read_too(read_elsewhere: Elsewhere, tmp_path: Path) -> None:
    """Colour, size and shape of a node, the colour of a line."""
    for form in ("gexf", "cytoscape"):
        export(filled(small()), form, tmp_path / form)
    node = dict(read_elsewhere("gexf", tmp_path / "gexf")["nodes"])
    assert {data["shape"] for data in node.values()} == {"disc", "square", "triangle", "diamond"}
    assert all(data["size"] > 10 and data["color"].startswith("rgb(") for data in node.values())
    found = read_elsewhere("cytoscape", tmp_path / "cytoscape")
    assert {data["shape"] for _, data in found["nodes"]} == {"ellipse", "rectangle", "hexagon", "triangle", "diamond"}
    assert all(data["label"] for _, data in found["nodes"])
    assert len({data["line-color"] for *_, data in found["edges"]}) == 5


@pytest.mark.parametrize("network", NETWORKS)
def test_networkx_reads_the_gexf(readings: list[Reading], network: str, tmp_path: Path) -> None:
    """Nodes and edges with their numbers; it takes the first spell for the time of a node."""
    export(filled(readings), "gexf", tmp_path / "x.gexf", Asked(network))
    found = nx.read_gexf(tmp_path / "x.gexf", version="1.3")
    wanted = network_of(readings, network)
    assert set(found) == set(wanted) and found.number_of_edges() == wanted.number_of_edges()


@pytest.mark.parametrize("network", NETWORKS)
def test_igraph_reads_the_graphml(readings: list[Reading], network: str, tmp_path: Path) -> None:
    """One type an attribute, so that it takes the file; labels are whole."""
    export(filled(readings), "graphml", tmp_path / "x.graphml", Asked(network))
    found, wanted = igraph.Graph.Read_GraphML(str(tmp_path / "x.graphml")), network_of(readings, network)
    assert (found.vcount(), found.ecount()) == (wanted.number_of_nodes(), wanted.number_of_edges())
    assert sorted(found.vs["label"]) == sorted(writable(text) for _, text in wanted.nodes(data="label"))
    assert sorted(found.es["polarity"]) == sorted(value for *_, value in wanted.edges(data="polarity"))


@pytest.mark.parametrize("network", NETWORKS)
def test_ndex2_reads_the_cx2(readings: list[Reading], network: str, tmp_path: Path) -> None:
    """Every attribute is declared with its type, numbers are numbers, looks are there."""
    export(filled(readings), "cx2", tmp_path / "x.cx2", Asked(network))
    found = RawCX2NetworkFactory().get_cx2network(json.loads((tmp_path / "x.cx2").read_bytes()))
    wanted = network_of(readings, network)
    name = {number: node["v"]["id"] for number, node in found.get_nodes().items()}
    assert {node["v"]["id"]: node["v"]["label"] for node in found.get_nodes().values()} == dict(
        wanted.nodes(data="label")
    )
    assert sorted((name[e["s"]], name[e["t"]], e["v"]["relation"]) for e in found.get_edges().values()) == sorted(
        wanted.edges(keys=True)
    )
    declared = found.get_attribute_declarations()
    assert all(set(node["v"]) <= set(declared["nodes"]) for node in found.get_nodes().values())
    assert all(set(edge["v"]) <= set(declared["edges"]) for edge in found.get_edges().values())
    assert "NODE_LABEL" in found.get_visual_properties()["nodeMapping"]


def test_a_spell_ends_where_its_holder_takes_another_stance(tmp_path: Path) -> None:
    """The timeline of Gephi plays: every dated line has spells, a change ends one, and nodes are there before lines."""
    debate = read_debate(filled(small()))
    spells, first = spells_of(NETWORKS["actors-proposals"](debate), debate)
    assert len(spells) == NETWORKS["actors-proposals"](debate).number_of_edges()
    ended = [(line, spell) for line, found in spells.items() for spell in found if spell[1]]
    assert ended
    for (holder, proposal, stance), (_, end) in ended:
        later = [s for s in debate.statements if (s.position.holder, s.position.proposal) == (holder, proposal)]
        assert any(s.day and end and s.day > end and s.position.stance != stance for s in later)
    for (one, other, _), found in spells.items():
        assert max(first[one], first[other]) <= found[0][0]
    export(filled(small()), "gexf", tmp_path / "x.gexf")
    root = etree.parse(tmp_path / "x.gexf").getroot()
    assert root.find(f"{GEXF}graph").attrib["mode"] == "dynamic"
    starts = [date.fromisoformat(spell.attrib["start"]) for spell in root.iter(f"{GEXF}spell")]
    assert len(starts) >= len(spells) and min(starts) == min(s.day for s in debate.statements if s.day)


def test_a_network_without_days_is_static(tmp_path: Path) -> None:
    """Nothing plays where nothing is dated."""
    readings = [*hostile(["a"])]
    store = filled(readings)
    debate = read_debate(store)
    assert spells_of(NETWORKS["actors"](debate), debate) == ({}, {})
    export(store, "gexf", tmp_path / "x.gexf", Asked("actors"))
    assert etree.parse(tmp_path / "x.gexf").getroot().find(f"{GEXF}graph").attrib["mode"] == "static"

"""The page carries every statement with its words in their paragraph, or says that they are not there."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Span
from graph.networks.debate import Debate
from graph.networks.graphs import NETWORKS
from graph.page.passages import Window, passage
from graph.page.policy_network import PolicyNetwork
from graph.page.texts import plain, short_names
from graph.page.write import page_of
from tests.networks.made_up import debate_of, large, small, texts_of

TEXT = "First paragraph.\n\nBefore it, she said the bridge “is 🙂 too dear” and left. More follows.\n\nThird paragraph."


def span(words: str) -> Span:
    """The place of some words in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def test_a_quotation_stands_in_its_own_paragraph_with_its_marks() -> None:
    """Neither the paragraph before nor the one after is shown; characters beyond the BMP shift nothing."""
    found = passage(
        TEXT, {"quotation": [span("“is 🙂 too dear”")], "source": [span("she")], "cue": [span("said")]}, Window()
    )
    assert found["segments"] == [
        ["Before it, ", []], ["she", ["source"]], [" ", []], ["said", ["cue"]], [" the bridge ", []],
        ["“is 🙂 too dear”", ["quotation"]], [" and left. More follows.", []],
    ]  # fmt: skip
    assert found["found"] and found["before"] and found["after"]


def test_a_quotation_that_is_not_at_its_place_is_said_to_be_lost() -> None:
    """Never the nearest lookalike: the words alone, and that they were not found."""
    moved = Span(3, 18, "“is 🙂 too dear”")
    for text in (TEXT, None):
        found = passage(text, {"quotation": [moved]}, Window())
        assert not found["found"] and found["segments"] == [["“is 🙂 too dear”", ["quotation"]]]


@given(st.text(min_size=1, max_size=400), st.data())
def test_segments_put_together_are_the_text_as_it_stands(text: str, data: st.DataObject) -> None:
    """Whatever the text holds, what is shown is a stretch of it, and what is marked is what was quoted."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = passage(text, {"quotation": [Span(start, end, text[start:end])]}, Window(20, 20))
    assert "".join(part for part, _ in found["segments"]) in text
    assert "".join(part for part, marks in found["segments"] if marks) == text[start:end]


@pytest.mark.parametrize("network", NETWORKS)
def test_every_reference_of_the_page_leads_somewhere(network: str) -> None:
    """Lines join nodes that are there; statements, claims and articles are there under their number."""
    readings = small()
    page = page_of(debate_of(readings), texts_of(readings), network=network)
    held = json.loads(json.dumps(page.debate))
    ids = {node["id"] for node in page.nodes}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in page.edges)
    assert all(0 <= n < len(held["statements"]) for edge in page.edges for n in edge["statements"])
    assert all(0 <= n < len(held["claims"]) for edge in page.edges for n in edge["claims"])
    assert all(0 <= s["article"] < len(held["articles"]) for s in held["statements"])
    assert all(p["found"] for s in held["statements"] for p in s["passages"])
    assert len({edge["id"] for edge in page.edges}) == len(page.edges)


def test_the_same_debate_gives_the_same_file() -> None:
    """To the byte."""
    readings = large(200)
    one, other = (page_of(debate_of(readings), texts_of(readings)).generate_html() for _ in range(2))
    assert one == other


def test_an_empty_debate_gives_a_page() -> None:
    """Nothing found is no error."""
    assert "<h1" in page_of(Debate(), {}).generate_html()


def test_names_are_short_where_they_are_alone() -> None:
    """Two graphs may have the same last parts; then the whole IRI is the name."""
    names = short_names(["https://a.example/id/person/x", "https://b.example/id/person/x", "urn:y"])
    assert names["https://a.example/id/person/x"] == "https://a.example/id/person/x"
    assert len(set(names.values())) == 3


def test_what_cannot_be_seen_is_shown_as_such() -> None:
    """Controls and characters that turn the direction become U+FFFD, letters of any script stay."""
    assert plain("賴清德 \x00\u202eabc\n d") == "賴清德 \ufffd\ufffdabc d"


class TestPyvis:
    """What pyvis' users know goes on working."""

    def test_stock_methods_work_on_the_network(self) -> None:
        """Nodes, edges, neighbours, physics and options as in pyvis' own documentation."""
        page = PolicyNetwork("By hand")
        page.add_nodes([1, 2, 3], label=["One", "Two", "Three"], color=["#ff0000", "#00ff00", "#0000ff"])
        page.add_edges([(1, 2), (2, 3, 0.5)])
        page.add_edge(1, 2, title="again")
        page.barnes_hut()
        page.toggle_physics(True)
        assert page.num_nodes() == 3 and page.num_edges() == 3
        assert page.get_node(1)["label"] == "One" and page.neighbors(1) == {2}
        assert page.get_adj_list()[2] == {3}
        assert page.generate_html().count('"title":"again"') == 1

    def test_a_networkx_graph_is_taken_with_its_parallel_edges(self) -> None:
        """Both edges of a multigraph are there."""
        import networkx as nx

        graph = nx.MultiDiGraph([("a", "b"), ("a", "b")])
        page = PolicyNetwork()
        page.from_nx(graph)
        assert page.num_edges() == 2

    def test_an_edge_to_nowhere_is_refused_and_a_known_node_passed_over(self) -> None:
        """As pyvis does it, in constant time."""
        page = PolicyNetwork()
        page.add_node("a")
        page.add_node("a", label="other")
        assert page.num_nodes() == 1 and page.get_node("a")["label"] == "a"
        with pytest.raises(IndexError, match="nowhere"):
            page.add_edge("a", "nowhere")

    def test_options_given_as_text_are_kept(self) -> None:
        """`set_options` replaces pyvis' options by a tree of JSON."""
        page = PolicyNetwork()
        page.add_node("a")
        page.set_options('{"physics": {"enabled": false}}')
        assert '"options":{"physics":{"enabled":false}}' in page.generate_html()

    def test_a_notebook_shows_the_page_in_a_frame(self) -> None:
        """The whole page is in an attribute, so that nothing of it reaches the notebook."""
        page = PolicyNetwork()
        page.add_node("<b>")
        shown = page._repr_html_()
        assert shown.startswith("<iframe srcdoc=") and shown.count("<") == 2

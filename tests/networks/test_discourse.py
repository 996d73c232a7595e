"""Discourse networks and measures give the numbers that can be counted by hand."""

import pytest

from graph.model import Position
from graph.networks.debate import Debate, Statement
from graph.networks.discourse import affiliation, one_mode
from graph.networks.graphs import NETWORKS
from graph.networks.measures import divisions, places, summary
from graph.networks.tables import TABLES, edges
from tests.networks.made_up import debate_of, large, small


def debate(*rows: tuple[str, str, str]) -> Debate:
    """Statements as (holder, stance, proposal)."""
    made = [
        Statement(Position(f"p{n}", who, what, stance, (), (), 1.0, ""), "article")
        for n, (who, stance, what) in enumerate(rows)
    ]
    return Debate(statements=tuple(made))


# a and b agree on x and y and differ on z; c speaks of z only, against a; d is undecided
FOUR = debate(
    ("a", "support", "x"), ("b", "support", "x"), ("a", "doubt", "y"), ("b", "oppose", "y"), ("a", "support", "z"),
    ("b", "oppose", "z"), ("c", "oppose", "z"), ("d", "undecided", "x"), ("a", "support", "x"),
)  # fmt: skip


def test_affiliation_is_signed_and_a_mean() -> None:
    """Actors by proposals, with the mean polarity and the number of statements."""
    graph = affiliation(FOUR)
    assert graph["a"]["x"] == {"weight": 1.0, "statements": 2}
    assert graph["a"]["y"]["weight"] == -0.5


def test_congruence_and_conflict_count_a_proposal_once() -> None:
    """Saying the same thing twice makes nobody agree twice; without a sign there is neither."""
    agree, differ = one_mode(FOUR, "actors", "congruence"), one_mode(FOUR, "actors", "conflict")
    assert {frozenset(e): w for *e, w in agree.edges(data="weight")} == {frozenset("ab"): 2, frozenset("bc"): 1}
    assert {frozenset(e): w for *e, w in differ.edges(data="weight")} == {frozenset("ab"): 1, frozenset("ac"): 1}
    assert "d" in agree


def test_subtract_is_congruence_less_conflict() -> None:
    """The weight may be negative."""
    graph = one_mode(FOUR, "actors", "subtract")
    assert graph["a"]["b"]["weight"] == 1 and graph["a"]["c"]["weight"] == -1


@pytest.mark.parametrize(("normalise", "weight"), [("none", 2), ("average", 2 / 3), ("jaccard", 2 / 3)])
def test_normalisations_divide_by_activity_or_by_the_union(normalise: str, weight: float) -> None:
    """a and b speak of three proposals each, the same three."""
    assert one_mode(FOUR, "actors", "congruence", normalise)["a"]["b"]["weight"] == pytest.approx(weight)


def test_proposals_are_congruent_where_the_same_actor_holds_them_alike() -> None:
    """a supports x and z; b opposes y and z."""
    graph = one_mode(FOUR, "proposals", "congruence")
    assert graph["x"]["z"]["weight"] == 1 and graph["y"]["z"]["weight"] == 1 and not graph.has_edge("x", "y")


def test_divisions_are_widest_where_both_sides_are_equal() -> None:
    """z has one for and two against, x two for and nobody against."""
    found = {d.proposal: d for d in divisions(FOUR)}
    assert found["z"].polarisation == pytest.approx(4 * 1 * 2 / 9, abs=1e-4)
    assert (found["x"].for_it, found["x"].undecided, found["x"].polarisation) == (2, 1, 0.0)


def test_camps_that_fight_only_each_other_are_fully_polarised() -> None:
    """Two camps of two, agreed inside and opposed outside."""
    camps = debate(
        *[(who, "support", p) for who in "ab" for p in "xy"], *[(who, "oppose", p) for who in "cd" for p in "xy"]
    )
    found = summary(camps)
    assert (found.communities, found.coalition_polarisation, found.modularity) == (2, 1.0, 0.5)


def test_measures_are_the_same_at_every_call_and_bear_an_empty_debate() -> None:
    """Louvain is seeded; nothing to measure is no error."""
    big = debate_of(large(200))
    assert places(big) == places(big)
    assert places(Debate()) == divisions(Debate()) == []
    assert summary(Debate()).coalition_polarisation is None
    assert {len(table(Debate())) for table in TABLES.values()} == {0, 1}


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_names_its_nodes_and_proves_its_lines(name: str) -> None:
    """Nodes have kind, label and weight; a line between actors or proposals rests on statements."""
    made_up = debate_of(small())
    graph = NETWORKS[name](made_up)
    known = {s.id for s in made_up.statements}
    assert graph
    assert all(data["kind"] and data["label"] and data["weight"] >= 1 for _, data in graph.nodes(data=True))
    for _, _, data in graph.edges(data=True):
        assert set(data["statements"]) <= known
        if data["relation"] in ("support", "oppose", "congruence", "conflict"):
            assert data["statements"]


def test_lines_of_different_stance_between_the_same_two_are_kept_apart() -> None:
    """Who first doubts and then supports has two lines."""
    graph = NETWORKS["actors-proposals"](debate_of(small()))
    renn = next(node for node, label in graph.nodes(data="label") if label == "Tobias Renn")
    assert sorted(relation for *_, relation in graph.out_edges(renn, data="relation")) == ["doubt", "support"]


def test_tables_have_the_same_columns_in_every_row() -> None:
    """So that they can be written as CSV."""
    rows = edges(one_mode(debate_of(small()), "actors"))
    assert rows and len({tuple(row) for row in rows}) == 1

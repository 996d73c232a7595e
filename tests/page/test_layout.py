"""Nodes stand where they stood before, apart from each other, and the parts of a network side by side."""

import numpy as np
import pytest

from graph.networks.graphs import NETWORKS
from graph.page.layout.overlap import part
from graph.page.layout.packing import nest, pack, shelves
from graph.page.layout.place import components, place
from graph.page.layout.repulsion import exact, on_grid
from graph.page.placing import FAINT, drawn_together, positions
from graph.page.ranking import best_first, levels
from tests.networks.made_up import debate_of, large, small


def overlaps(centres: np.ndarray, sizes: np.ndarray) -> int:
    """How many pairs of boxes cover each other by more than a pixel."""
    apart = np.abs(centres[:, None] - centres[None, :])
    need = (sizes[:, None] + sizes[None, :]) / 2
    hit = (apart < need - 1).all(axis=2)
    return int(np.triu(hit, 1).sum())


@pytest.mark.parametrize("nodes", [40, 300, 900])
def test_positions_are_the_same_at_every_call(nodes: int) -> None:
    """The layout is seeded: exact for few nodes, on a grid for many."""
    graph = NETWORKS["actors-proposals"](debate_of(large(nodes)))
    order = best_first(graph)
    sizes = levels(len(order), 300)
    assert positions(graph, order, sizes) == positions(graph, order, sizes)
    assert [len(flat) for flat in positions(graph, order, sizes)] == [2 * size for size in sizes]


def test_few_nodes_are_parted_with_their_labels() -> None:
    """In the small debate no label box covers another."""
    graph = NETWORKS["actors-proposals"](debate_of(small()))
    order = best_first(graph)
    rank = {node: number for number, node in enumerate(order)}
    boxes = np.tile([118.0, 48.0], (len(order), 1))
    assert overlaps(place(boxes, [(rank[a], rank[b]) for a, b in graph.edges()]), boxes) == 0


def test_boxes_on_the_same_spot_are_parted() -> None:
    """Even where all centres are equal."""
    sizes = np.tile([50.0, 20.0], (12, 1))
    assert overlaps(part(np.zeros((12, 2)), sizes), sizes) == 0


def test_components_are_found_largest_first() -> None:
    """Two chains and a lone node."""
    found = components(6, np.array([(0, 1), (3, 4), (4, 5)]))
    assert [group.tolist() for group in found] == [[3, 4, 5], [0, 1], [2]]


@pytest.mark.parametrize("packing", [pack, shelves])
def test_parts_of_a_network_do_not_overlap(packing: object) -> None:
    """Boxes of many sizes are set side by side."""
    sizes = [(float(40 + 17 * n % 90), float(30 + 29 * n % 70)) for n in range(30)]
    assert overlaps(packing(sizes, 1.2), np.array(sizes)) == 0  # type: ignore[operator]


def test_small_parts_stand_in_the_gaps_of_large_ones() -> None:
    """The corner of an L is filled, the whole grows no larger, and nothing is covered."""
    corner = np.array([[-200, -200, -120, 200], [-200, 120, 200, 200]], dtype=float)
    small_part = np.array([[-40.0, -20.0, 40.0, 20.0]])
    middles = nest([corner, small_part, small_part], 1.0)
    assert middles[0].tolist() == [0, 0]
    for x, y in middles[1:]:
        assert x - 40 > -120 and x + 40 <= 200 and y - 20 >= -200 and y + 20 < 120
    assert np.abs(middles[1] - middles[2]).max() > 60


def test_the_grid_pushes_as_the_pairs_do() -> None:
    """Apart from close neighbours the two ways to repel agree in direction and within a fifth in strength."""
    places = np.random.default_rng(1).normal(size=(400, 2)) * 100
    mass = np.ones(400)
    near, far = exact(mass)(places.T).T, on_grid(mass)(places.T).T
    outer = np.hypot(*places.T) > 150
    cosine = (near * far).sum(axis=1) / (np.hypot(*near.T) * np.hypot(*far.T))
    strength = np.hypot(*far.T) / np.hypot(*near.T)
    assert np.quantile(cosine[outer], 0.1) > 0.98
    assert np.abs(np.quantile(strength[outer], (0.1, 0.9)) - 1).max() < 0.2


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_very_small_networks_have_places(count: int) -> None:
    """No node, one node, two nodes on top of each other."""
    placed = place(np.full((count, 2), 20.0), [(0, 1)] if count > 1 else [])
    assert placed.shape == (count, 2) and np.isfinite(placed).all()


def test_the_best_evidenced_come_first_and_not_alone() -> None:
    """Whatever number of nodes is shown, nearly all of them have a neighbour that is shown too."""
    graph = NETWORKS["actors-proposals"](debate_of(large(900)))
    order = best_first(graph)
    shown = set(order[:100])
    alone = [n for n in shown if not shown & ({*graph.successors(n)} | {*graph.predecessors(n)})]
    assert len(set(order)) == len(graph) and len(alone) <= 1


def test_of_very_many_ties_the_best_of_each_node_draw() -> None:
    """A clique is drawn together by two ties of each node, its strongest; a ring by all."""
    clique = {(a, b): 3.0 if b == a + 1 else 1.0 for a in range(8) for b in range(a + 1, 8)}
    pulls = drawn_together(clique)
    assert list(pulls) == list(clique)
    assert all(pulls[n, n + 1] == 3.0 for n in range(7))
    assert sum(pull == FAINT for pull in pulls.values()) >= 15
    ring = {(a, a + 1): 1.0 for a in range(7)}
    assert drawn_together(ring) == ring

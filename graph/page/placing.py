"""Where the nodes stand at each size that the page can show, each size grown out of the one before."""

from collections import defaultdict
from typing import Any

import numpy as np

from graph.page.drawing import node_size
from graph.page.layout.place import place

LABEL = {"Proposal": (150.0, 46.0), "Claim": (150.0, 46.0), "Community": (150.0, 46.0)}
SMALL = (118.0, 32.0)
LABELLED = 120
AIR = 28.0
MANY, BEST, FAINT = 2.5, 2, 0.1
LOOKED_AT = 2000


def positions(graph: Any, order: list[Any], sizes: list[int]) -> list[list[float]]:  # noqa: ANN401
    """For each size the coordinates x0, y0, x1, y1 ... of the first so many nodes."""
    found: list[list[float]] = []
    start = np.full((len(order), 2), np.nan)
    for size in sizes:
        rank = {node: number for number, node in enumerate(order[:size])}
        joined: dict[tuple[int, int], float] = {}
        for one, other, weight in graph.edges(order[:size], data="weight"):
            if other in rank and one != other:
                key = (min(rank[one], rank[other]), max(rank[one], rank[other]))
                joined[key] = joined.get(key, 0.0) + min(3.0, weight)
        boxes = np.array([box(graph.nodes[node], size) for node in rank]).reshape(-1, 2)
        pulls = drawn_together(joined) if size <= LOOKED_AT else joined
        placed = place(boxes, list(joined), list(pulls.values()), start[:size])
        start[:size] = placed / (1.0 if not len(placed) else max(1.0, np.abs(placed).max() / np.sqrt(size)))
        found.append([round(float(value), 1) for value in placed.ravel()])
    return found


def drawn_together(joined: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """How much each tie pulls: all of it; where there are many to a node the best two do, and the others a tenth.

    What all pull equally is a ball, in which nothing is seen; after A. Nocaj, M. Ortmann, U. Brandes, Untangling the
    hairballs of multi-centered, small-world online social media networks, J. Graph Algorithms Appl. 19(2), 2015.
    """
    if len(joined) <= MANY * len({node for pair in joined for node in pair}):
        return joined
    near: dict[int, list[tuple[float, int, tuple[int, int]]]] = defaultdict(list)
    for pair, weight in joined.items():
        for node, other in (pair, pair[::-1]):
            near[node].append((-weight, other, pair))
    best = {pair for ties in near.values() for *_, pair in sorted(ties)[:BEST]}
    return {pair: weight if pair in best else weight * FAINT for pair, weight in joined.items()}


def box(node: dict[str, Any], count: int) -> tuple[float, float]:
    """The room that a node takes with its label; where there are very many only their own."""
    width, height = LABEL.get(node["kind"], SMALL)
    reach = 2 * (node["size"] if "size" in node else node_size(node["weight"]))
    if count > LABELLED:
        return reach + 6, reach + 6
    label = min(width, 7.0 * len(node["label"]))
    return max(reach, label) + AIR, reach + min(height, 16.0 * (1 + len(node["label"]) // 20)) + AIR

"""Which nodes a reader sees first: the best evidenced, each beside one that it is linked with."""

from collections.abc import Iterable, Sequence
from typing import Any

GROWTH = 6


def best_first(graph: Any) -> list[str]:  # noqa: ANN401 - a networkx.MultiDiGraph
    """All nodes, those with most and surest statements first, so that every beginning of the list is linked up."""
    sure = dict.fromkeys(graph, 0.0)
    near: dict[str, set[str]] = {node: set() for node in graph}
    for one, other, data in graph.edges(data=True):
        for node, neighbour in ((one, other), (other, one)):
            sure[node] += data.get("confidence", 1.0) * data.get("weight", 1.0)
            near[node].add(neighbour)
    ranked = sorted(graph, key=lambda node: (-sure[node], node))
    rank = {node: number for number, node in enumerate(ranked)}
    return list(_linked(ranked, near, rank))


def _linked(ranked: Sequence[str], near: dict[str, set[str]], rank: dict[str, int]) -> Iterable[str]:
    """The ranking, where a node whose neighbours are all still to come brings the best of them with it."""
    seen: set[str] = set()
    for node in ranked:
        if node in seen:
            continue
        company = [] if near[node] & seen else sorted(near[node] - {node}, key=rank.__getitem__)[:1]
        for wanted in (node, *company):
            seen.add(wanted)
            yield wanted


def levels(count: int, first: int) -> list[int]:
    """How many nodes each press of "show more" shows, up to all.

    >>> levels(10_000, 300), levels(40, 300), levels(0, 300)
    ([300, 1800, 10000], [40], [0])
    """
    sizes = []
    size = max(1, first)
    while size < count * 0.8:
        sizes.append(size)
        size *= GROWTH
    return [*sizes, count]

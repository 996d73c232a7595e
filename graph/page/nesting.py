"""Where communities stand, collapsed to one node each, and where their members stand round the middle once opened."""

from collections import defaultdict
from itertools import chain
from math import ceil, cos, pi, sin, sqrt
from typing import Any

import numpy as np

from graph.page.communities import Community, communities, tied
from graph.page.layout.force import settle
from graph.page.layout.overlap import part
from graph.page.layout.repulsion import Points
from graph.page.placing import box, positions
from graph.page.ranking import levels

FIRST = 36
FEW = 16
STEPS, ROUNDS = 30, 30
SPACING = 62.0
MARGIN = 16.0


def nested(graph: Any, order: list[str]) -> dict[str, Any]:  # noqa: ANN401 - a networkx.MultiDiGraph
    """What the page knows of the communities: who is in each, its places at each level, its members' places in it.

    `radius` is that of the circle which an opened community fills; two that are opened do not overlap where the page
    pushes the others aside by as much as a circle grows.
    """
    ties = tied(graph, order)
    found = communities(ties)
    sizes = levels(len(found), FIRST)
    return {
        "levels": sizes,
        "positions": positions(_joined(graph, order, found, ties), list(range(len(found))), sizes),
        "groups": [_group(graph, order, community, ties) for community in found],
    }


def community_size(members: int) -> float:
    """The radius of a collapsed community: its area grows with the number of its members, up to a limit."""
    return min(44.0, 13 + 2.4 * sqrt(members))


def _joined(graph: Any, order: list[str], found: list[Community], ties: Any) -> Any:  # noqa: ANN401
    """A graph of the communities' numbers: how strongly two are tied."""
    import networkx as nx

    home = {node: number for number, community in enumerate(found) for node in community.members}
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for one, other, weight in ties.edges(data="weight"):
        if home[one] != home[other]:
            weights[min(home[one], home[other]), max(home[one], home[other])] += weight
    joined = nx.Graph()
    for number, community in enumerate(found):
        joined.add_node(number, **_looks(graph, order, community))
    joined.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    return joined


def _looks(graph: Any, order: list[str], community: Community) -> dict[str, Any]:  # noqa: ANN401
    """A community of one looks as its member does."""
    if len(community.members) == 1:
        return dict(graph.nodes[order[community.members[0]]])
    label = " · ".join(graph.nodes[order[node]]["label"] for node in community.names)
    return {"kind": "Community", "label": label, "size": community_size(len(community.members))}


def _group(graph: Any, order: list[str], community: Community, ties: Any) -> dict[str, Any]:  # noqa: ANN401
    boxes = np.array([box(graph.nodes[order[node]], len(community.members)) for node in community.members])
    places = _ring(community) if len(community.members) <= FEW else _settled(community, boxes, ties)
    return {
        "members": list(community.members),
        "names": list(community.names),
        "size": round(community_size(len(community.members)), 1),
        "radius": ceil(float(np.hypot(*(np.abs(places) + boxes / 2).T).max()) + MARGIN),
        "places": [round(float(value)) for value in chain.from_iterable(places)],
    }


def _ring(community: Community) -> Points:
    """The best connected in the middle, the others round it in their order."""
    around = [node for node in community.members if node != community.names[0]]
    reach = max(100.0, len(around) * 112 / (2 * pi))
    angle = {node: 2 * pi * place / max(1, len(around)) for place, node in enumerate(around)}
    return np.array(
        [(reach * cos(angle[n]), reach * sin(angle[n])) if n in angle else (0.0, 0.0) for n in community.members]
    )


def _settled(community: Community, boxes: Points, ties: Any) -> Points:  # noqa: ANN401
    """The members settled among themselves from a spiral, its middle the best evidenced, and moved apart."""
    place = {node: number for number, node in enumerate(community.members)}
    edges = [
        (place[node], place[other], min(3.0, tie["weight"]))
        for node in community.members
        for other, tie in sorted(ties.adj[node].items())
        if node < other and other in place
    ]
    ends = np.array([(a, b) for a, b, _ in edges], dtype=np.int64).reshape(-1, 2)
    weight = np.array([weight for _, _, weight in edges])
    turn = np.arange(len(place)) * (pi * (3 - sqrt(5)))
    start = np.sqrt(np.arange(len(place)))[:, None] * np.stack((np.cos(turn), np.sin(turn)), axis=1)
    found = settle(start, ends[:, 0], ends[:, 1], weight, STEPS)
    spread = float(np.sqrt((found**2).sum(axis=1).mean())) + 1e-9
    placed = part(found * (SPACING * sqrt(len(place)) / spread), boxes, ROUNDS)
    middle: Points = placed - (placed.min(axis=0) + placed.max(axis=0)) / 2
    return middle

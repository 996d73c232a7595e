"""Which nodes belong together: communities of those whom most statements tie, known by their best connected members.

Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large networks,
J. Stat. Mech. P10008, 2008, as networkx has it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

SEED = 20
MOST = 150  # more are not looked at with pleasure: who would be one more begins another
CORE = 1000  # so many decide: finding communities takes Python seconds beyond
APART = {"conflict"}


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes by their number in the order of the page, and those by whom the community is known.

    These are the best connected and the best connected of the other sort: an actor beside a proposal, where one is.
    """

    members: tuple[int, ...]
    names: tuple[int, ...]


def communities(ties: Any) -> list[Community]:  # noqa: ANN401 - a networkx.Graph
    """Every node of what `tied` gives in one community, the largest first: the same for the same graph, always."""
    found = [_known(ties, members) for members in _parts(ties)]
    return sorted(found, key=lambda community: (-len(community.members), community.members))


def tied(graph: Any, order: list[str]) -> Any:  # noqa: ANN401 - networkx graphs
    """An undirected graph of the nodes' numbers: how many statements tie two.

    Who disagrees on a proposal may belong together, since both speak of it; two actors, or two proposals, that only
    a conflict joins are not tied by it.
    """
    import networkx as nx

    rank = {node: number for number, node in enumerate(order)}
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for one, other, data in graph.edges(data=True):
        if one != other and data["relation"] not in APART:
            weights[min(rank[one], rank[other]), max(rank[one], rank[other])] += data["weight"]
    ties = nx.Graph()
    ties.add_nodes_from((number, {"kind": graph.nodes[node]["kind"]}) for number, node in enumerate(order))
    ties.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    return ties


def _parts(ties: Any) -> list[set[int]]:  # noqa: ANN401
    """The communities of the best evidenced, whom the rest joins in the order of the page."""
    from networkx.algorithms.community import louvain_communities

    core = ties.subgraph(range(min(CORE, len(ties))))
    parts: list[set[int]] = louvain_communities(core, weight="weight", threshold=1e-3, seed=SEED)
    home = {node: number for number, part in enumerate(parts) for node in part}
    beyond: dict[int, int] = {}
    for node in range(len(core), len(ties)):
        number = _strongest(ties.adj[node], home)
        while number is not None and len(parts[number]) >= MOST:
            number = beyond.setdefault(number, len(parts))
            if number == len(parts):
                parts.append(set())
        if number is None:
            number = len(parts)
            parts.append(set())
        home[node] = number
        parts[number].add(node)
    return parts


def _strongest(near: Any, home: dict[int, int]) -> int | None:  # noqa: ANN401
    """The part that a node is tied to most; None where it is tied to none."""
    pull: dict[int, float] = defaultdict(float)
    for other, tie in near.items():
        if other in home:
            pull[home[other]] += tie["weight"]
    return min(pull, key=lambda number: (-pull[number], number)) if pull else None


def _known(ties: Any, members: Iterable[int]) -> Community:  # noqa: ANN401
    inside = set(members)
    strength = {
        node: sum(tie["weight"] for other, tie in ties.adj[node].items() if other in inside) for node in sorted(inside)
    }
    first, *others = sorted(strength, key=lambda node: (-strength[node], node))
    spoken_of = ties.nodes[first]["kind"] == "Proposal"
    second = [node for node in others if (ties.nodes[node]["kind"] == "Proposal") != spoken_of] or others
    return Community(tuple(sorted(inside)), (first, *second[:1]))

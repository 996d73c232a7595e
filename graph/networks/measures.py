"""Measures on a discourse network: who is central, which camps there are, how far apart they stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.networks.debate import Debate
from graph.networks.discourse import one_mode

SEED = 20


@dataclass(frozen=True, slots=True)
class Place:
    """An actor's place in the network of agreement; `betweenness` is 0 to 1, `community` counts from 1."""

    actor: str
    label: str
    kind: str
    degree: int
    strength: float
    betweenness: float
    community: int


@dataclass(frozen=True, slots=True)
class Division:
    """How a debate is divided on one proposal; `polarisation` is 0 (one side) to 1 (two sides of the same size)."""

    proposal: str
    label: str
    for_it: int
    undecided: int
    against: int
    polarisation: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The debate as a whole.

    `modularity` is of the communities in the network of agreement. `coalition_polarisation` is the share of conflict
    that runs between communities less the share of agreement that does: 1 where camps agree inside and fight
    outside, 0 where camps say nothing about who fights whom, None where there is no agreement or no conflict.
    """

    actors: int
    proposals: int
    statements: int
    communities: int
    modularity: float
    coalition_polarisation: float | None


def communities(graph: Any) -> dict[str, int]:  # noqa: ANN401 - a networkx.Graph
    """The community of every node, counted from 1, the largest first; the same at every call (Louvain, seeded)."""
    import networkx as nx

    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED) if graph else []
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return {node: number for number, group in enumerate(ordered, 1) for node in group}


def places(debate: Debate) -> list[Place]:
    """Every actor's degree, strength, betweenness and community in the congruence network, the strongest first."""
    import networkx as nx

    graph = one_mode(debate, "actors", "congruence")
    groups = communities(graph)
    between = nx.betweenness_centrality(graph, k=min(len(graph), 500), seed=SEED) if graph else {}
    found = [
        Place(
            actor=node,
            label=graph.nodes[node]["label"],
            kind=graph.nodes[node]["kind"],
            degree=graph.degree(node),
            strength=float(graph.degree(node, weight="weight")),
            betweenness=round(between[node], 4),
            community=groups[node],
        )
        for node in graph
    ]
    return sorted(found, key=lambda place: (-place.strength, -place.betweenness, place.label, place.actor))


def divisions(debate: Debate) -> list[Division]:
    """How each proposal divides those who speak of it, the most divided first; an actor counts by their mean."""
    sides: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for statement in debate.statements:
        position = statement.position
        sides[position.proposal][position.holder].append(position.polarity)
    found = []
    for proposal, holders in sides.items():
        means = [sum(values) / len(values) for values in holders.values()]
        yes, no = sum(mean > 0 for mean in means), sum(mean < 0 for mean in means)
        spread = round(4 * yes * no / (yes + no) ** 2, 4) if yes + no else 0.0
        found.append(Division(proposal, debate.label(proposal), yes, len(means) - yes - no, no, spread))
    return sorted(found, key=lambda d: (-d.polarisation, -(d.for_it + d.against), d.label, d.proposal))


def summary(debate: Debate) -> Summary:
    """The whole debate in six numbers."""
    import networkx as nx

    agree, conflict = one_mode(debate, "actors", "congruence"), one_mode(debate, "actors", "conflict")
    groups = communities(agree)
    camps: dict[int, set[str]] = defaultdict(set)
    for node, group in groups.items():
        camps[group].add(node)
    has_edges = agree.number_of_edges() > 0
    fights, agrees = share_between(conflict, groups), share_between(agree, groups)
    return Summary(
        actors=len({s.position.holder for s in debate.statements}),
        proposals=len({s.position.proposal for s in debate.statements}),
        statements=len(debate.statements),
        communities=len(camps),
        modularity=round(nx.community.modularity(agree, camps.values(), weight="weight"), 4) if has_edges else 0.0,
        coalition_polarisation=None if fights is None or agrees is None else round(fights - agrees, 4),
    )


def share_between(graph: Any, groups: dict[str, int]) -> float | None:  # noqa: ANN401 - a networkx.Graph
    """The share of a network's weight that lies on edges between groups; None where there is no weight."""
    edges: Iterable[tuple[str, str, float]] = graph.edges(data="weight")
    weights = [(weight, groups.get(one) != groups.get(other)) for one, other, weight in edges]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, crosses in weights if crosses) / total if total else None

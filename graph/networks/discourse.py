"""Discourse networks with weights: affiliation, congruence, conflict and their difference, normalised.

Source of the three normalisations: P. Leifeld, J. Gruber, F. R. Bossner, Discourse Network Analyzer Manual, part on
one-mode networks.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, Literal

from graph.networks.debate import Debate
from graph.networks.filtering import kind_of
from graph.networks.onemode import Pair, pairs_of_actors, pairs_of_proposals

Mode = Literal["actors", "proposals"]
KINDS = ("congruence", "conflict", "subtract")
_PAIRS = {"actors": pairs_of_actors, "proposals": pairs_of_proposals}


def affiliation(debate: Debate) -> Any:  # noqa: ANN401 - a networkx.Graph
    """Actors by proposals: the weight is the mean polarity of what the actor says of the proposal, -1 to 1."""
    import networkx as nx

    found: dict[Pair, list[float]] = defaultdict(list)
    for statement in debate.statements:
        found[statement.position.holder, statement.position.proposal].append(statement.position.polarity)
    graph = nx.Graph()
    for actor in sorted({actor for actor, _ in found}):  # first, so that every edge begins with its actor
        graph.add_node(actor, label=debate.label(actor), kind=kind_of(debate, actor), bipartite=0)
    for (actor, proposal), values in sorted(found.items()):
        graph.add_node(proposal, label=debate.label(proposal), kind="Proposal", bipartite=1)
        graph.add_edge(actor, proposal, weight=sum(values) / len(values), statements=len(values))
    return graph


def one_mode(debate: Debate, mode: Mode, kind: str = "congruence", normalise: str = "none") -> Any:  # noqa: ANN401
    """Actors linked over proposals, or proposals linked over actors, as a networkx.Graph with `weight`.

    :param kind: `congruence`, `conflict`, or `subtract` (congruence less conflict; may be negative).
    :param normalise: a key of `NORMALISATIONS`.
    """
    import networkx as nx

    graph = nx.Graph()
    neighbours = _neighbours(debate, mode)
    for node in sorted(neighbours):
        graph.add_node(node, label=debate.label(node), kind=kind_of(debate, node) if mode == "actors" else "Proposal")
    weights: dict[Pair, float] = defaultdict(float)
    for relation, sign in _parts(kind):
        for pair, statements in _PAIRS[mode](debate, relation).items():
            weights[pair] += sign * len({_other(s, mode) for s in statements})
    for (one, other), weight in sorted(weights.items()):
        if weight:
            scale = NORMALISATIONS[normalise](neighbours[one], neighbours[other])
            graph.add_edge(one, other, weight=weight / scale)
    return graph


NORMALISATIONS: dict[str, Callable[[set[str], set[str]], float]] = {
    "none": lambda one, other: 1.0,
    "average": lambda one, other: (len(one) + len(other)) / 2,
    "jaccard": lambda one, other: float(len(one | other)),
}


def _parts(kind: str) -> tuple[tuple[str, float], ...]:
    return (("congruence", 1.0), ("conflict", -1.0)) if kind == "subtract" else ((kind, 1.0),)


def _other(statement: Any, mode: Mode) -> str:  # noqa: ANN401 - a Statement
    position = statement.position
    return str(position.proposal if mode == "actors" else position.holder)


def _neighbours(debate: Debate, mode: Mode) -> dict[str, set[str]]:
    """The proposals that each actor speaks of, or the actors that speak of each proposal."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in debate.statements:
        actor, proposal = statement.position.holder, statement.position.proposal
        one, other = (actor, proposal) if mode == "actors" else (proposal, actor)
        found[one].add(other)
    return found

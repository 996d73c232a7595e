"""The nodes and lines of a network as pyvis draws them: shape by kind, curves where lines are parallel."""

from collections import defaultdict
from math import sqrt
from typing import Any

from graph.model import Actor, Proposal
from graph.networks.debate import Debate
from graph.page.contents import Contents
from graph.page.policy_network import PolicyNetwork
from graph.page.texts import SENTENCE, plain

BEND = 0.34


def add_nodes(page: PolicyNetwork, graph: Any, order: list[str], contents: Contents) -> None:  # noqa: ANN401
    """One node for each of the graph, the best evidenced first."""
    roles = _roles(contents.debate)
    for iri in order:
        data = graph.nodes[iri]
        page.add_node(
            contents.names[iri],
            plain(data["label"]),
            kind=data["kind"],
            size=round(node_size(data["weight"]), 1),
            **_about(contents, iri, roles),
        )


def node_size(weight: float) -> float:
    """The radius of a node on whose lines this many statements rest: its area grows with them, up to a limit."""
    return min(26.0, 6 + 2.2 * sqrt(weight))


def add_edges(
    page: PolicyNetwork,
    graph: Any,  # noqa: ANN401
    order: list[str],
    numbers: dict[str, int],
    contents: Contents,
) -> None:
    """One line for each edge; those between the same two nodes are bent apart."""
    rank = {iri: number for number, iri in enumerate(order)}
    between: dict[tuple[str, str], list[tuple[str, str, Any]]] = defaultdict(list)
    for one, other, data in sorted(graph.edges(data=True), key=lambda e: (rank[e[0]], rank[e[1]], e[2]["relation"])):
        between[min(one, other), max(one, other)].append((one, other, data))
    for bundle in between.values():
        for place, (one, other, data) in enumerate(bundle):
            bend = BEND * (place - (len(bundle) - 1) / 2)
            claims = [contents.quoted_claim(claim) for claim in data["claims"]]
            page.add_edge(
                contents.names[one],
                contents.names[other],
                id=f"{contents.names[one]} {data['relation']} {contents.names[other]}",
                relation=data["relation"],
                curve=round(bend if one < other else -bend, 3),
                statements=[numbers[statement] for statement in data["statements"] if statement in numbers],
                claims=[claim for claim in claims if claim is not None],
            )


def _about(contents: Contents, iri: str, roles: dict[str, list[str]]) -> dict[str, Any]:
    """What the panel says of a node beside its statements; empty things are left out."""
    thing: Actor | Proposal | None = contents.debate.actors.get(iri) or contents.debate.proposals.get(iri)
    found: dict[str, Any] = {
        "notes": [plain(role) for role in roles.get(iri, ())],
        "aliases": [plain(alias) for alias in thing.aliases if alias != thing.label][:12] if thing else [],
        "claim": contents.quoted_claim(iri),
    }
    if isinstance(thing, Proposal):
        found["definition"] = plain(thing.definition, SENTENCE)
        found["notes"] = ["not in any codebook"] if thing.candidate else []
    return {key: value for key, value in found.items() if value not in ([], "", None)}


def _roles(debate: Debate) -> dict[str, list[str]]:
    """What each member is, and where, as the articles say it."""
    found: dict[str, list[str]] = defaultdict(list)
    for membership in debate.memberships:
        where = debate.label(membership.organization)
        found[membership.member].append(f"{membership.role}, {where}" if membership.role else where)
    return {member: list(dict.fromkeys(roles))[:6] for member, roles in found.items()}

"""Which networks can be drawn from a debate: one builder a name.

Each gives a networkx MultiDiGraph. Nodes have `kind`, `label` and `weight` (how many statements bear on them), edges
`relation`, `polarity`, `weight`, `confidence`, `statements` and `claims` (tuples of IRIs: what proves the edge).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from graph.model import POLARITY
from graph.networks.debate import Debate, Statement
from graph.networks.filtering import kind_of
from graph.networks.onemode import SIGNS, pairs_of_actors, pairs_of_proposals

Graph = Any  # networkx.MultiDiGraph: networkx is imported only where a graph is made


def actors_and_proposals(debate: Debate) -> Graph:
    """Who stands where: one line an actor, proposal and step of stance."""
    graph = _empty()
    bundles: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in debate.statements:
        position = statement.position
        bundles[position.holder, position.proposal, position.stance].append(statement)
    for (holder, proposal, stance), statements in bundles.items():
        _actor(graph, debate, holder)
        _node(graph, proposal, "Proposal", debate.label(proposal))
        _edge(graph, holder, proposal, stance, statements)
    return _weighed(graph)


def actors_only(debate: Debate) -> Graph:
    """Who agrees and who disagrees with whom: congruence and conflict over shared proposals."""
    graph = _empty()
    for relation in SIGNS:
        for (one, other), statements in pairs_of_actors(debate, relation).items():
            _actor(graph, debate, one)
            _actor(graph, debate, other)
            shared = {s.position.proposal for s in statements}
            _edge(graph, one, other, relation, statements, weight=float(len(shared)))
    return _weighed(graph)


def proposals_only(debate: Debate) -> Graph:
    """Which proposals are held alike, and which against each other, by the same actors."""
    graph = _empty()
    for relation in SIGNS:
        for (one, other), statements in pairs_of_proposals(debate, relation).items():
            for proposal in (one, other):
                _node(graph, proposal, "Proposal", debate.label(proposal))
            shared = {s.position.holder for s in statements}
            _edge(graph, one, other, relation, statements, weight=float(len(shared)))
    return _weighed(graph)


def claims_between(debate: Debate) -> Graph:
    """Who says it: actors, their claims, who passes a claim on, and the proposals that the claims bear on."""
    graph = _empty()
    for statement in debate.statements:
        position = statement.position
        _node(graph, position.proposal, "Proposal", debate.label(position.proposal))
        for claim in position.claims:
            _claim(graph, debate, claim)
            _edge(graph, claim, position.proposal, position.stance, [statement], claims=(claim,))
    for claim in [node for node, kind in graph.nodes(data="kind") if kind == "Claim"]:
        _sayings(graph, debate, claim)
    return _weighed(graph)


def everything(debate: Debate) -> Graph:
    """Actors, proposals, claims, articles, affiliations and topics in one network."""
    import networkx as nx

    graph = nx.compose(actors_and_proposals(debate), claims_between(debate))
    for statement in debate.statements:
        _article(graph, debate, statement.position.holder, statement)
        for claim in statement.position.claims:
            _article(graph, debate, claim, statement)
    for proposal in {s.position.proposal for s in debate.statements}:
        for topic in debate.proposals[proposal].topics if proposal in debate.proposals else ():
            _node(graph, topic, "Topic", debate.label(topic))
            _edge(graph, proposal, topic, "topic", ())
    for member in debate.memberships:
        if member.member in graph:
            _actor(graph, debate, member.organization)
            _edge(graph, member.member, member.organization, "affiliated", ())
    return _weighed(graph)


NETWORKS: dict[str, Callable[[Debate], Graph]] = {
    "actors-proposals": actors_and_proposals,
    "actors": actors_only,
    "proposals": proposals_only,
    "claims": claims_between,
    "everything": everything,
}


def _empty() -> Graph:
    import networkx as nx

    return nx.MultiDiGraph()


def _node(graph: Graph, iri: str, kind: str, label: str) -> None:
    graph.add_node(iri, kind=kind, label=label)


def _actor(graph: Graph, debate: Debate, iri: str) -> None:
    _node(graph, iri, kind_of(debate, iri), debate.label(iri))


def _claim(graph: Graph, debate: Debate, iri: str) -> None:
    report = debate.claims.get(iri)
    words = " … ".join(span.text for span in report.claim.content) if report else debate.label(iri)
    _node(graph, iri, "Claim", words)


def _sayings(graph: Graph, debate: Debate, claim: str) -> None:
    """Who says a claim, and the claims that pass it on, up to the article's own voice; a circle ends itself."""
    seen: set[str] = set()
    while claim in debate.claims and claim not in seen:
        seen.add(claim)
        report = debate.claims[claim].claim
        for speaker in report.speakers:
            _actor(graph, debate, speaker)
            _edge(graph, speaker, claim, "says", (), claims=(claim,))
        if report.reported_by in debate.claims:
            _claim(graph, debate, report.reported_by)
            _edge(graph, report.reported_by, claim, "reports", (), claims=(report.reported_by, claim))
        claim = report.reported_by or ""


def _article(graph: Graph, debate: Debate, iri: str, statement: Statement) -> None:
    if statement.article:
        _node(graph, statement.article, "Article", debate.label(statement.article))
        _edge(graph, iri, statement.article, "in", [statement])


def _edge(
    graph: Graph,
    one: str,
    other: str,
    relation: str,
    statements: Iterable[Statement],
    *,
    weight: float | None = None,
    claims: tuple[str, ...] = (),
) -> None:
    """One edge a pair and relation: what comes again is added to it."""
    known = graph.get_edge_data(one, other, relation) or {"statements": (), "claims": ()}
    statements = tuple(statements)
    ids = dict.fromkeys((*known["statements"], *(s.id for s in statements)))
    confidence = max([known.get("confidence", 0.0), *(s.position.confidence for s in statements)])
    graph.add_edge(
        one,
        other,
        relation,
        relation=relation,
        polarity=POLARITY.get(relation, SIGNS.get(relation, 0.0)),  # type: ignore[call-overload]
        weight=float(max(1, len(ids))) if weight is None else weight,
        confidence=confidence,
        statements=tuple(ids),
        claims=tuple(dict.fromkeys((*known["claims"], *claims))),
    )


def _weighed(graph: Graph) -> Graph:
    """The graph with each node's weight: the number of different statements on its edges, at least 1."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other, statements in graph.edges(data="statements"):
        found[one].update(statements)
        found[other].update(statements)
    for node in graph:
        graph.nodes[node]["weight"] = float(max(1, len(found[node])))
    return graph

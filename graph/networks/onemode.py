"""Who is like whom: pairs of actors over shared proposals, and pairs of proposals over shared actors.

Congruence and conflict as Discourse Network Analyzer counts them (P. Leifeld, Discourse Network Analysis, in: The
Oxford Handbook of Political Networks, 2017): two actors are congruent on a proposal when the signs of their
statements on it are the same, and in conflict when they are opposite. A proposal counts once for a pair, however
often both speak of it; an undecided statement has no sign and counts for neither.
"""

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations

from graph.networks.debate import Debate, Statement

Pair = tuple[str, str]
SIGNS = {"congruence": 1.0, "conflict": -1.0}
_Side = Callable[[Statement], str]


def pairs_of_actors(debate: Debate, relation: str) -> dict[Pair, list[Statement]]:
    """The statements that make two actors congruent, or put them in conflict."""
    return _pairs(debate, relation, lambda s: s.position.proposal, lambda s: s.position.holder)


def pairs_of_proposals(debate: Debate, relation: str) -> dict[Pair, list[Statement]]:
    """The statements by which the same actors hold two proposals alike, or one for and the other against."""
    return _pairs(debate, relation, lambda s: s.position.holder, lambda s: s.position.proposal)


def _pairs(debate: Debate, relation: str, middle: _Side, end: _Side) -> dict[Pair, list[Statement]]:
    wanted = SIGNS[relation]
    groups: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in debate.statements:
        if statement.position.polarity:
            groups[middle(statement)][end(statement)].append(statement)
    pairs: dict[Pair, dict[str, Statement]] = defaultdict(dict)
    for group in groups.values():
        for one, other in combinations(sorted(group), 2):
            for first in group[one]:
                for second in group[other]:
                    if first.position.polarity * second.position.polarity * wanted > 0:
                        pairs[one, other].update({first.id: first, second.id: second})
    return {pair: list(found.values()) for pair, found in sorted(pairs.items())}

"""The clusters of candidates that a store holds, the most spoken of first."""

from collections import defaultdict

from graph.actors import Authority, load_authority
from graph.candidates.cluster import Cluster, Voice
from graph.candidates.clustering import clusters, most_central
from graph.networks.debate import Debate, Statement
from graph.networks.reading import read_debate
from graph.store import Store


def clusters_of(store: Store, *, min_articles: int = 1, min_statements: int = 1) -> list[Cluster]:
    """Candidates put together, those only that enough articles and statements speak of."""
    found = clustered(read_debate(store), load_authority(None))
    return [c for c in found if len(c.articles) >= min_articles and len(c.voices) >= min_statements]


def clustered(debate: Debate, authority: Authority) -> list[Cluster]:
    """The candidates of a debate put together, by articles, statements and name."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    for proposal in sorted(debate.proposals.values(), key=lambda p: p.id):
        if proposal.candidate:
            names[proposal.label].append(proposal.id)
    for statement in debate.statements:
        proposal_held = debate.proposals.get(statement.position.proposal)
        if proposal_held is not None and proposal_held.candidate:
            voices[proposal_held.label].append(_voice(debate, statement))
    counts = {label: len(voices[label]) for label in names}
    made = []
    for group in clusters(list(names), authority):
        label = most_central(group, counts, authority)
        heard = sorted((v for each in group for v in voices[each]), key=lambda v: (v.article, v.holder, v.words))
        made.append(Cluster(names[label][0], label, tuple(each for each in group if each != label), tuple(heard)))
    return sorted(made, key=lambda c: (-len(c.articles), -len(c.voices), c.label, c.id))


def _voice(debate: Debate, statement: Statement) -> Voice:
    position = statement.position
    return Voice(
        debate.label(position.holder),
        position.stance,
        statement.article,
        debate.label(statement.article),
        position.evidence[0].text if position.evidence else "",
        position.confidence,
    )

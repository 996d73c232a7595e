"""What of a debate a filter keeps, and whom a name means."""

from collections.abc import Callable, Iterable

from graph.errors import InputError
from graph.model import Actor, Proposal
from graph.networks.debate import Debate, Statement, last_part
from graph.networks.filters import Filter


def apply_filter(debate: Debate, wanted: Filter) -> Debate:
    """The debate with only the statements that the filter keeps.

    :raises InputError: where an article, a topic or the focus is not in the debate.
    """
    articles = resolve(wanted.articles, {a.id: a.title for a in debate.articles.values()}, "article")
    topics = resolve(wanted.topics, debate.topics, "topic")
    tests: list[Callable[[Statement], bool]] = [
        lambda s: wanted.keeps_stance(s.position.stance),
        lambda s: wanted.keeps_day(s.day),
        lambda s: s.position.confidence >= wanted.min_confidence,
    ]
    if wanted.types:
        tests.append(lambda s: kind_of(debate, s.position.holder) in wanted.types)
    if articles:
        tests.append(lambda s: s.article in articles)
    if topics:
        tests.append(lambda s: bool(topics & set(topics_of(debate, s.position.proposal))))
    kept = tuple(s for s in debate.statements if all(test(s) for test in tests))
    if wanted.focus:
        kept = near(kept, find(debate, wanted.focus), wanted.depth)
    return debate.with_statements(kept)


def near(statements: Iterable[Statement], centre: str, depth: int) -> tuple[Statement, ...]:
    """The statements on every path of at most `depth` statements that starts at an actor or a proposal.

    A depth of 1 from a proposal gives those who hold a position on it, 2 also what else these hold.
    """
    statements = tuple(statements)
    reached = {centre}
    kept: set[str] = set()
    for _ in range(depth):
        touching = [s for s in statements if s.position.holder in reached or s.position.proposal in reached]
        kept.update(s.id for s in touching)
        reached.update(end for s in touching for end in (s.position.holder, s.position.proposal))
    return tuple(s for s in statements if s.id in kept)


def find(debate: Debate, name: str) -> str:
    """The IRI of the one actor or proposal that is meant by an IRI, its last part, a label or an alias.

    :raises InputError: where nothing or more than one thing is meant.
    """
    names: dict[str, str] = {}
    for thing in things(debate):
        if name in (thing.id, last_part(thing.id)):
            return thing.id
        for label in (thing.label, *thing.aliases):
            if label.casefold() == name.casefold():
                names[thing.id] = thing.label
    if len(names) == 1:
        return next(iter(names))
    if names:
        raise InputError(f"'{name}' means several: give one of {', '.join(sorted(names))}.")
    raise InputError(f"No actor or proposal is called '{name}'{_like(name, _labels(debate))}")


def resolve(wanted: Iterable[str], known: dict[str, str], what: str) -> set[str]:
    """The IRIs that IRIs, last parts or labels mean.

    :raises InputError: where one of them means nothing.
    """
    found: set[str] = set()
    for name in wanted:
        hits = {
            iri for iri, label in known.items() if name in (iri, last_part(iri)) or label.casefold() == name.casefold()
        }
        if not hits:
            raise InputError(f"No {what} is called '{name}'{_like(name, known.values())}")
        found |= hits
    return found


def kind_of(debate: Debate, iri: str) -> str:
    """Person, Organization, Country or Group; a holder that no graph describes is a Group."""
    return debate.actors[iri].kind if iri in debate.actors else "Group"


def things(debate: Debate) -> list[Actor | Proposal]:
    """The actors and the proposals of a debate: what can be the focus of a view."""
    return [*debate.actors.values(), *debate.proposals.values()]


def topics_of(debate: Debate, proposal: str) -> tuple[str, ...]:
    """The topics of a proposal, none where no graph describes it."""
    return debate.proposals[proposal].topics if proposal in debate.proposals else ()


def _labels(debate: Debate) -> list[str]:
    return [thing.label for thing in things(debate)]


def _like(name: str, labels: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(set(labels)), n=3, cutoff=0.5)
    return f": did you mean {' or '.join(close)}?" if close else "; `claimgraph stats` says what the store holds."

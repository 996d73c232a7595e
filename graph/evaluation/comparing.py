"""One article read twice, by hand and by an extractor: what both have, what is missed, what is too much."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.evaluation.both import Both, first_mention
from graph.evaluation.claims import claims, contents
from graph.evaluation.scores import Comparison, Item, Part, Score
from graph.model import Reading


def compare(gold: Reading, found: Reading) -> Comparison:
    """Compare two readings of the same text.

    Actors are the same by their IRI, or by their kind and a name that both have. A claim is right where half of the
    characters of both contents agree and one speaker is the same (or neither has one, or both are the article's own
    voice); a position where holder, proposal and sign agree, candidates of no codebook left out.
    """
    both = Both(gold, found)
    parts = {role: part(both) for role, part in ROLES.items()}
    return Comparison(gold.article.id, gold.article.location, parts)


def _part(gold: Mapping[Any, Item], found: Mapping[Any, Item]) -> Part:
    """A role whose items are equal or not."""
    right = gold.keys() & found.keys()
    return Part(
        Score(len(right), len(found), len(gold)),
        tuple(item for key, item in gold.items() if key not in right),
        tuple(item for key, item in found.items() if key not in right),
    )


def _actors(both: Both) -> Part:
    def keyed(reading: Reading, who: Callable[[str], str]) -> dict[Any, Item]:
        return {
            (who(a.id), a.kind): Item(f"{a.label} ({a.kind})", first_mention(reading, a.id)) for a in reading.actors
        }

    return _part(keyed(both.gold, str), keyed(both.found, both.who))


def _memberships(both: Both) -> Part:
    def keyed(reading: Reading, who: Callable[[str], str]) -> dict[Any, Item]:
        return {
            (who(m.member), who(m.organization)): Item(
                f"{both.named([m.member])} - {both.named([m.organization])}", m.evidence
            )
            for m in reading.memberships
        }

    return _part(keyed(both.gold, str), keyed(both.found, both.who))


def _positions(both: Both) -> Part:
    def keyed(reading: Reading, who: Callable[[str], str]) -> dict[Any, Item]:
        candidates = {proposal.id for proposal in reading.candidates}
        return {
            (who(p.holder), p.proposal, (p.polarity > 0) - (p.polarity < 0)): Item(
                f"{both.named([p.holder])} {p.stance} {p.proposal.rsplit('/', 1)[-1]}", p.evidence
            )
            for p in reading.positions
            if p.proposal not in candidates
        }

    return _part(keyed(both.gold, str), keyed(both.found, both.who))


ROLES: dict[str, Callable[[Both], Part]] = {
    "actors": _actors,
    "memberships": _memberships,
    "contents": contents,
    "claims": claims,
    "positions": _positions,
}

"""One article read twice, by hand and by an extractor: what both have, what is missed, what is too much."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from graph.evaluation.matching import overlaps, pairs
from graph.evaluation.scores import Comparison, Part, Score
from graph.model import Actor, Claim, Reading

OVERLAP = 0.5  # of the characters of two contents, for them to be the same statement (as PolNeAR's users count it)


def compare(gold: Reading, found: Reading) -> Comparison:
    """Compare two readings of the same text.

    Actors are the same by their IRI, or by their kind and a name that both have. A claim is right where half of the
    characters of both contents agree and one speaker is the same (or neither has one, or both are the article's own
    voice); a position where holder, proposal and sign agree, candidates of no codebook left out.
    """
    both = _Both(gold, found)
    return Comparison(gold.article.id, {role: part(both) for role, part in ROLES.items()})


class _Both:
    """Two readings, and which actors of the one are which of the other."""

    def __init__(self, gold: Reading, found: Reading) -> None:
        self.gold, self.found = gold, found
        self.label = {actor.id: actor.label for actor in (*found.actors, *gold.actors)}

    @cached_property
    def same(self) -> dict[str, str]:
        """From the IRI of an actor that was found to that of the gold actor that it is."""
        ids = {actor.id for actor in self.gold.actors}
        names = {name: actor.id for actor in self.gold.actors for name in _names(actor)}
        met = {a.id: a.id if a.id in ids else next((names[n] for n in _names(a) if n in names), None)
               for a in self.found.actors}  # fmt: skip
        return {found: gold for found, gold in met.items() if gold}

    def who(self, actor: str) -> str:
        """The gold actor, or the one found where the gold coding has none."""
        return self.same.get(actor, actor)

    def named(self, actors: Collection[str]) -> str:
        """The labels of actors, for people to read."""
        return " and ".join(self.label.get(actor, actor) for actor in actors) or "nobody"


def _names(actor: Actor) -> Iterator[tuple[str, str]]:
    """An actor's names, each with its kind: a country and a group of one name are not the same."""
    yield from ((actor.kind, name.casefold()) for name in (actor.label, *actor.aliases))


def _part(gold: Mapping[Any, str], found: Mapping[Any, str]) -> Part:
    """A role whose items are equal or not, each with its words for people to read."""
    right = gold.keys() & found.keys()
    return Part(
        Score(len(right), len(found), len(gold)),
        tuple(text for key, text in gold.items() if key not in right),
        tuple(text for key, text in found.items() if key not in right),
    )


def _actors(both: _Both) -> Part:
    gold = {(a.id, a.kind): f"{a.label} ({a.kind})" for a in both.gold.actors}
    found = {(both.who(a.id), a.kind): f"{a.label} ({a.kind})" for a in both.found.actors}
    return _part(gold, found)


def _memberships(both: _Both) -> Part:
    def keyed(reading: Reading, who: Callable[[str], str]) -> dict[Any, str]:
        return {
            (who(m.member), who(m.organization)): f"{both.named([m.member])} - {both.named([m.organization])}"
            for m in reading.memberships
        }

    return _part(keyed(both.gold, str), keyed(both.found, both.who))


def _contents(both: _Both) -> Part:
    return _claims(both, lambda gold, found: True)


def _attributed(both: _Both) -> Part:
    def agree(gold: Claim, found: Claim) -> bool:
        if gold.quotation == found.quotation == "authorial":
            return True
        speakers = {both.who(speaker) for speaker in found.speakers}
        return bool(speakers & set(gold.speakers)) or not (speakers or gold.speakers)

    return _claims(both, agree)


def _claims(both: _Both, agree: Callable[[Claim, Claim], bool]) -> Part:
    gold, found = both.gold.claims, both.found.claims
    matched = pairs(overlaps(gold, found, OVERLAP), lambda i, j: agree(gold[i], found[j]))
    right = [(i, j) for i, j in matched if agree(gold[i], found[j])]
    missed, wrong = {i for i, _ in right}, {j for _, j in right}
    return Part(
        Score(len(right), len(found), len(gold)),
        tuple(_said(both, gold, i) for i in range(len(gold)) if i not in missed),
        tuple(_said(both, found, j) for j in range(len(found)) if j not in wrong),
    )


def _said(both: _Both, claims: Sequence[Claim], index: int) -> str:
    claim = claims[index]
    return f"{both.named(claim.speakers)}: {' … '.join(span.text for span in claim.content)}"


def _positions(both: _Both) -> Part:
    def keyed(reading: Reading, who: Callable[[str], str]) -> dict[Any, str]:
        candidates = {proposal.id for proposal in reading.candidates}
        return {
            (who(p.holder), p.proposal, (p.polarity > 0) - (p.polarity < 0)): (
                f"{both.named([p.holder])} {p.stance} {p.proposal.rsplit('/', 1)[-1]}"
            )
            for p in reading.positions
            if p.proposal not in candidates
        }

    return _part(keyed(both.gold, str), keyed(both.found, both.who))


ROLES: dict[str, Callable[[_Both], Part]] = {
    "actors": _actors,
    "memberships": _memberships,
    "contents": _contents,
    "claims": _attributed,
    "positions": _positions,
}

"""The start page and the lists from A to Z: what is disputed, who is heard, who changed position."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from graph.exports.prose import counted, day, extent
from graph.networks.debate import Statement
from graph.networks.filters import Filter
from graph.site.gathering import Gathered
from graph.site.looks import about, name_of, sort_key

MOST = 8
SHORT = 60  # lists up to here stand on the start page themselves
LISTS = {
    "proposals": ("Proposals", ("Proposal",)),
    "actors": ("Actors", ("Person", "Organization", "Country", "Group")),
    "articles": ("Articles", ("Article",)),
}


class Sides(NamedTuple):
    """How many actors are for a proposal, undecided, and against it."""

    proposal: str
    yes: int
    open: int
    no: int


class Letter(NamedTuple):
    """The entries of a list under one letter: IRIs, each with a note."""

    letter: str
    anchor: str
    entries: list[tuple[str, str]]


def sides(proposal: str, statements: Iterable[Statement]) -> Sides:
    """The sides of one proposal; who said both yes and no counts on both."""
    found: dict[int, set[str]] = defaultdict(set)
    for statement in statements:
        polarity = statement.position.polarity
        found[(polarity > 0) - (polarity < 0)].add(statement.position.holder)
    return Sides(proposal, len(found[1]), len(found[0]), len(found[-1]))


def start(gathered: Gathered) -> dict[str, Any]:
    """What the start page says before the lists."""
    found = [sides(iri, some) for iri, some in gathered.by_proposal.items()]
    disputed = [side for side in found if side.yes and side.no]
    agreed = [side for side in found if side.yes > 1 and not side.no]
    heard = sorted(gathered.by_actor, key=lambda iri: (-len(gathered.by_actor[iri]), iri))
    lists = {name: (title, letters(gathered, kinds)) for name, (title, kinds) in LISTS.items()}
    return {
        "extent": extent(gathered.debate),
        "disputed": sorted(disputed, key=lambda s: (-min(s.yes, s.no), -s.yes - s.no, s.proposal))[:MOST],
        "agreed": sorted(agreed, key=lambda s: (-s.yes, s.proposal))[:MOST],
        "heard": [(iri, counted(len(gathered.by_actor[iri]), "statement")) for iri in heard[:MOST]],
        "shifts": sorted((pairs[-1] for pairs in gathered.shifts.values()), key=_turn)[:MOST],
        "lists": lists,
        "short": [name for name, (_, some) in lists.items() if sum(len(s.entries) for s in some) <= SHORT],
    }


def _turn(pair: tuple[Statement, Statement]) -> tuple[float, int, str]:
    """Far changes before near ones, late ones before early ones."""
    before, after = pair
    way = abs(before.position.polarity - after.position.polarity)
    return -way, -(after.day or date.min).toordinal(), after.id


def narrowed(wanted: Filter) -> str:
    """What a filter asks for, in words; nothing where it asks for everything.

    >>> narrowed(Filter(stances=("oppose", "doubt"), min_confidence=0.5))
    'stance oppose or doubt; confidence 0.5 or more'
    """
    said = [
        f"{what} {' or '.join(names)}"
        for what, names in (
            ("type", wanted.types),
            ("article", wanted.articles),
            ("stance", wanted.stances),
            ("topic", wanted.topics),
        )
        if names
    ]
    said += [f"from {day(wanted.since)} on"] if wanted.since else []
    said += [f"up to {day(wanted.until)}"] if wanted.until else []
    said += [f"confidence {wanted.min_confidence:g} or more"] if wanted.min_confidence else []
    said += [f"within {counted(wanted.depth, 'statement')} of {wanted.focus}"] if wanted.focus else []
    return "; ".join(said)


def letters(gathered: Gathered, kinds: tuple[str, ...]) -> list[Letter]:
    """All things of some kinds that have a page, by the first letter of their name."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for iri in gathered.pages(*kinds):
        key = sort_key(name_of(gathered, iri))
        found[key[:1].upper() if key[:1].isalpha() else "#"].append((key, iri, _note(gathered, iri)))
    return [
        Letter(letter, f"letter-{ord(letter[0]):x}", [(iri, note) for _, iri, note in sorted(found[letter])])
        for letter in sorted(found)
    ]


def _note(gathered: Gathered, iri: str) -> str:
    """What stands behind a name in a list."""
    many = len(_about(gathered, iri))
    if gathered.kinds[iri] != "Article":
        return counted(many, "statement") if many else ""
    return about(gathered.debate.articles[iri])


def _about(gathered: Gathered, iri: str) -> list[Statement]:
    return gathered.by_actor.get(iri) or gathered.by_proposal.get(iri) or []

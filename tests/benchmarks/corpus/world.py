"""Who and what the articles of a corpus are about: few are met often, most hardly ever (Zipf's law)."""

import random
from dataclasses import dataclass

from graph.model import Actor, Kind, Proposal
from graph.vocabulary import Minter
from tests.benchmarks.corpus.words import words, zipf

MINT = Minter()
# of a hundred actors; countries are few and come first, groups are many and come late
_SHARES: dict[Kind, int] = {"Person": 55, "Organization": 27, "Group": 18}
_COUNTRIES = 150
_PUBLISHERS = 40
_KNOWN = 0.6  # of the actors, the more frequent, stand in the authority file


@dataclass(frozen=True)
class World:
    """Actors, proposals and publishers, the most frequent first; `known` are the actors of the authority file."""

    claims: int
    actors: tuple[Actor, ...]
    proposals: tuple[Proposal, ...]
    publishers: tuple[str, ...]
    topics: dict[str, str]

    @property
    def known(self) -> tuple[Actor, ...]:
        return self.actors[: int(len(self.actors) * _KNOWN)]


def world_of(claims: int) -> World:
    """The world of a corpus with so many claims; new names get rarer as a corpus grows (Heaps' law)."""
    chance = random.Random(claims)
    topics = {f"{MINT.base}topic/{name}": name.capitalize() for name in words(chance, 12)}
    return World(
        claims,
        tuple(_actors(chance, round(6 * claims**0.6))),
        tuple(_proposals(chance, round(2 * claims**0.45), tuple(topics))),
        tuple(f"The {name.capitalize()} Post" for name in words(chance, _PUBLISHERS)),
        topics,
    )


def _actors(chance: random.Random, number: int) -> list[Actor]:
    first, last = words(chance, 400), words(chance, max(500, number // 2))
    names = (f"{chance.choice(first).capitalize()} {chance.choice(last).capitalize()}" for _ in iter(int, 1))
    found: dict[str, Actor] = {}
    countries = 0
    while len(found) < number:
        name = next(names)
        kind = chance.choices(tuple(_SHARES), weights=tuple(_SHARES.values()))[0]
        if countries < _COUNTRIES and chance.random() < 0.25:
            kind, countries = "Country", countries + 1
        actor = _actor(kind, name, countries)
        found[actor.id] = actor
    return list(found.values())


def _actor(kind: Kind, name: str, number: int) -> Actor:
    first, last = name.split()
    if kind == "Country":
        code = f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"
        return Actor(MINT.actor(kind, code), last, kind, (f"Republic of {last}",), notation=code)
    if kind == "Organization":
        label = f"{name} Institute"
        return Actor(MINT.actor(kind, label), label, kind, (f"{first[0]}{last[0]}I",))
    if kind == "Group":
        label = f"{name.lower()} officials"
        return Actor(MINT.actor(kind, label), label, kind)
    same = (f"http://www.wikidata.org/entity/Q{abs(hash_of(name))}",)
    return Actor(MINT.actor(kind, name), name, kind, (last,), same)


def _proposals(chance: random.Random, number: int, topics: tuple[str, ...]) -> list[Proposal]:
    found: dict[str, Proposal] = {}
    for verb, name in zip(
        chance.choices(("Build", "Close", "Tax", "Ban"), k=number), words(chance, number), strict=True
    ):
        label = f"{verb} the {name} {chance.choice(('bridge', 'levy', 'school', 'line'))}"
        definition = f"Whether to {label.lower()} within two years."
        made = Proposal(MINT.proposal(label), label, (f"the {name} plan",), definition, (chance.choice(topics),))
        found[made.id] = made
    return list(found.values())


def hash_of(text: str) -> int:
    """A number that is the same in every process."""
    import zlib

    return zlib.crc32(text.encode())


def ranks(items: tuple[object, ...]) -> list[float]:
    """How often each is met: Zipf's law, a little flattened, since an article tells of more than the best known."""
    return zipf(len(items), 0.95)

"""What is known of actors before an article is read: names, posts, kin, and what must or must not be merged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from graph.actors.spelling import fold
from graph.actors.trie import Trie
from graph.model import Actor, Kind

NameKind = Literal["name", "adjective", "seat"]
KINDS: tuple[Kind, ...] = ("Person", "Organization", "Country", "Group")


class Meaning(NamedTuple):
    """What a name of the authority file stands for: an actor, by its name, its adjective or its seat."""

    actor: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a known person holds or held."""

    person: str
    organization: str
    role: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether the person held the post on a day; without a day, whether the post has not ended."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Authority:
    """What is known of actors before an article is read.

    `same` leads from an IRI that would be minted to the actor that it is; `apart` holds pairs that are never merged.
    """

    actors: Mapping[str, Actor]
    names: Trie[Meaning]
    gender: Mapping[str, str]
    part_of: Mapping[str, str]
    posts: Sequence[Post]
    same: Mapping[str, str]
    apart: frozenset[frozenset[str]]
    by_word: Mapping[str, Sequence[str]]

    def named(self, name: str) -> tuple[Meaning, ...]:
        """What a name as written stands for."""
        return self.names.get(name)

    def relatives(self, name: str) -> Mapping[str, str]:
        """The listed people who share a word of their name with a full name, by their labels."""
        return {self.actors[p].label: p for word in fold(name).split() for p in self.by_word.get(word, ())}

    def may_be(self, minted: str, actor: str) -> bool:
        """Whether a name that would get the IRI `minted` may be linked to an actor."""
        return frozenset((minted, actor)) not in self.apart

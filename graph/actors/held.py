"""A role that an article gives a person, before it is a membership; the posts of known people."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import TYPE_CHECKING, overload

from graph.actors.authority import Authority
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SMALL = frozenset({"of", "the", "for", "and"})


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the article gives a person: its noun, its words, its body if it is named, and where.

    `owner` is the word for the body where it is only taken up, `head` the person's name, `place` where the noun is.
    """

    person: str
    noun: str
    text: str
    bodies: tuple[str, ...]
    at: int
    evidence: Span
    owner: "Token | None" = None
    head: "Token | None" = None
    place: int | None = None


class Offices(Sequence[Held]):
    """The roles of an article in the order in which they were found, and by noun and by person."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._held = tuple(held)
        self._by_noun: dict[str, list[Held]] = defaultdict(list)
        self._nouns: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._held, key=lambda h: h.at):
            self._by_noun[one.noun].append(one)
            self._nouns[one.person].append(one.noun)

    @overload
    def __getitem__(self, at: int) -> Held: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Held]: ...

    def __getitem__(self, at: int | slice) -> Held | Sequence[Held]:
        return self._held[at]

    def __len__(self) -> int:
        return len(self._held)

    def nouns(self, person: str) -> Sequence[str]:
        """The nouns of a person's roles."""
        return self._nouns.get(person, ())

    def before(self, place: int, nouns: Iterable[str]) -> Iterator[Held]:
        """The roles with one of the nouns that are told before a place, the last first."""
        lists = (self._by_noun[noun] for noun in dict.fromkeys(nouns) if noun in self._by_noun)
        return merge(*(_backwards(held, place) for held in lists), key=lambda h: h.at, reverse=True)


def _backwards(held: Sequence[Held], place: int) -> Iterator[Held]:
    return (held[i] for i in range(bisect_left(held, place, key=lambda h: h.at) - 1, -1, -1))


def post_of(held: Held, authority: Authority, day: date | None) -> str | None:
    """The body of a known person's post, where the text gives the role of it alone: "Treasury Secretary"."""
    said = set(held.text.lower().split()) - _SMALL
    for post in authority.posts:
        if post.person == held.person and post.held_on(day) and said == set(post.role.lower().split()) - _SMALL:
            return post.organization
    return None

"""A role that an article gives a person, before it is a membership; the posts of known people."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

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


def post_of(held: Held, authority: Authority, day: date | None) -> str | None:
    """The body of a known person's post, where the text gives the role of it alone: "Treasury Secretary"."""
    said = set(held.text.lower().split()) - _SMALL
    for post in authority.posts:
        if post.person == held.person and post.held_on(day) and said == set(post.role.lower().split()) - _SMALL:
            return post.organization
    return None

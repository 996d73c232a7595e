"""Who has which role where: memberships with the words that prove them, and the roles by which people are called."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.linking import Link
from graph.actors.roles import Known, Role, bodies, noun_of, role_after, role_before, role_of_head
from graph.language import Parsed, span_of, start_of
from graph.model import Kind, Membership, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the article gives a person: its noun, its words, its body if it is named, and where."""

    person: str
    noun: str
    text: str
    bodies: tuple[str, ...]
    at: int
    evidence: Span
    owner: "Token | None" = None


def roles_held(parsed: Parsed, links: Sequence[Link], kinds: Mapping[str, Kind]) -> Iterator[Held]:
    """Every role that stands before, after or beside a person's name."""
    at = {start_of(t): found.mention.actor for found in links for t in found.found.tokens}

    def named(token: "Token") -> str | None:
        actor = at.get(start_of(token))
        return actor if actor and kinds[actor] in ("Organization", "Country") else None

    for found in links:
        if kinds[found.mention.actor] == "Person" and found.found.region != "title":
            for role in _around(found, named, lambda token: kinds.get(at.get(start_of(token), "")) == "Person"):
                yield _held(parsed, found, role, named)
            belongs = _of_body(parsed, found, named)
            if belongs:
                yield belongs


def _around(found: Link, named: "Named", person: Known) -> Iterator[Role]:
    tokens = found.found.tokens

    def known(token: "Token") -> bool:
        return named(token) is not None

    before = role_before(tokens[0], known, person)
    if before:
        yield before
    after = role_after(tokens[-1], known)
    if after:
        yield after
    root = tokens.root
    if root.dep_ == "appos" and root.head.i < root.i and not before:
        beside = role_of_head(root.head, known)
        if beside and beside.stretch[-1].i < tokens[0].i:
            yield beside


def _held(parsed: Parsed, found: Link, role: Role, named: "Named") -> Held:
    found_bodies = list(bodies(role, named))
    first = [body for body, _ in found_bodies[:1]]
    outer = [body for body, holds in found_bodies[1:2] if holds]
    organizations = (*first, *outer)
    words = [*role.stretch, *found.found.tokens]
    owner = next((t for t in _opening(role) if t.tag_ == "PRP$" or (t.dep_ == "poss" and t.pos_ == "NOUN")), None)
    return Held(
        person=found.mention.actor,
        noun=noun_of(role.noun),
        text=role.text,
        bodies=organizations,
        at=start_of(found.found.tokens[0]),
        evidence=span_of(parsed, words),
        owner=None if organizations else owner,
    )


def _opening(role: Role) -> Sequence["Token"]:
    """The words of a role from the start of its phrase to its noun, "its" and "the company's" among them."""
    first = min(role.stretch[0].i, role.noun.left_edge.i)
    return list(role.noun.doc[first : role.noun.i])


def _of_body(parsed: Parsed, found: Link, named: "Named") -> Held | None:
    """A person whom the text only calls one of a body: "Noah Example of the Example Institute"."""
    last = found.found.tokens[-1]
    after = list(last.doc[last.i + 1 : min(last.i + 4, last.sent.end)])
    if not after or after[0].lower_ not in ("of", "at", "from"):
        return None
    body = next((t for t in after[1:] if t.lower_ != "the"), None)
    actor = named(body) if body is not None else None
    if body is None or actor is None or "/country/" in actor:
        return None
    return Held(found.mention.actor, "", "", (actor,), start_of(found.found.tokens[0]),
                span_of(parsed, [*found.found.tokens, *after[: after.index(body) + 1]]))  # fmt: skip


def post_of(held: Held, authority: Authority, day: date | None) -> str | None:
    """The body of a known person's post, where the text gives the role of it alone: "Treasury Secretary"."""
    said = set(held.text.lower().split())
    for post in authority.posts:
        if post.person == held.person and post.held_on(day) and said == set(post.role.lower().split()):
            return post.organization
    return None


def memberships(held: Sequence[Held]) -> tuple[Membership, ...]:
    """Each role at a named body once, with all its evidence; a body named inside another belongs to it."""
    evidence: dict[tuple[str, str, str | None], list[Span]] = {}
    for role in held:
        for position, body in enumerate(role.bodies[:1]):
            evidence.setdefault((role.person, body, role.text or None), []).append(role.evidence)
            for outer in role.bodies[position + 1 : position + 2]:
                evidence.setdefault((body, outer, None), []).append(role.evidence)
    return tuple(Membership(m, o, r, tuple(dict.fromkeys(e))) for (m, o, r), e in evidence.items() if m != o)


if TYPE_CHECKING:
    from collections.abc import Callable

    Named = Callable[[Token], str | None]

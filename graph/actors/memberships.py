"""Who has which role where: memberships with the words that prove them, and the roles by which people are called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.actors.belonging import at_work, of_body
from graph.actors.held import Held
from graph.actors.kinds import before_portfolio
from graph.actors.linking import Link
from graph.actors.nameless import Nameless, is_body
from graph.actors.offices import Named, in_office, in_title, with_role
from graph.actors.role_phrases import bodies, role_after, role_beside, role_of_head
from graph.actors.roles import TO_BODY, Known, Role, is_role, noun_of, role_before
from graph.actors.tables import words
from graph.language import Parsed, span_of, start_of
from graph.model import Kind, Membership, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLES = frozenset({"Dr", "Dr.", "Prof", "Prof.", "Professor", "Colonel", "Captain", "Rev.", "Sir", "Dame", "Judge"})
_PRONOUNS = frozenset({"he", "she"})


def roles_held(
    parsed: Parsed, links: Sequence[Link], kinds: Mapping[str, Kind], nameless: Sequence[Nameless] = ()
) -> Iterator[Held]:
    """Every role that stands before, after or beside a person's name."""
    at = {start_of(t): found.mention.actor for found in links for t in found.found.tokens}
    unnamed = {start_of(t): found.actor.id for found in nameless for t in found.tokens}
    owners = {found.actor.id: found.actor.member_of for found in nameless}

    def named(token: "Token") -> str | None:
        actor = at.get(start_of(token))
        if actor is not None and token.text in words("party_names") and before_portfolio(token):
            return None
        if actor is None:
            return unnamed.get(start_of(token))
        return actor if kinds[actor] in ("Organization", "Country") else None

    for found in links:
        if kinds[found.mention.actor] == "Person" and found.found.region == "title":
            yield from in_title(parsed, found)
        elif kinds[found.mention.actor] == "Person":
            roles = _around(found, named, lambda token: kinds.get(at.get(start_of(token), "")) == "Person")
            held = [_held(parsed, found, role, named) for role in roles]
            belongs = of_body(parsed, found, named)
            if belongs:
                held = [*(h for h in held if h.bodies or h.owner), *with_role(parsed, belongs, held)]
            yield from (h for h in held if not any(owners.get(body) == h.person for body in h.bodies))
            yield from in_office(parsed, found, named)
            yield from at_work(parsed, found, named)


def _around(found: Link, named: Named, person: Known) -> Iterator[Role]:
    tokens = found.found.tokens

    def known(token: "Token") -> bool:
        return named(token) is not None

    before = role_before(tokens[0], known, person)
    if before:
        yield before
    after = role_after(tokens[-1], known)
    if after:
        yield after
    titled = before is not None and len(before.words) == 1 and before.noun.text in _TITLES
    opened = before is not None and _apposed(before)
    beside = None if before and not (titled or opened) else role_beside(tokens[0], known)
    if beside:
        yield beside
    told = _told_of(tokens[-1], known, person)
    if told:
        yield told
    root = tokens.root
    if not beside and root.dep_ == "appos" and root.head.i < root.i and not before:
        hung = role_of_head(root.head, known)
        if hung and hung.stretch[-1].i < tokens[0].i:
            yield hung


def _apposed(before: Role) -> bool:
    """Whether the role before a name stands beside another: "its chair, the former judge X", "its chair, Judge X"."""
    first = before.stretch[0]
    left = first.nbor(-1).lower_ if first.i else ""
    return left in ("the", "a", "an") or (left == "," and first.is_title)


def _told_of(last: "Token", known: Known, person: Known) -> Role | None:
    """The role that the sentence goes on to tell of a person: "Mara Lind of the port, where she is harbour master"."""
    for token in last.doc[last.i + 1 : last.sent.end]:
        if person(token):
            return None
        if token.lower_ in _PRONOUNS and token.dep_ == "nsubj" and token.head.lemma_ == "be":
            office = next((c for c in token.head.children if c.dep_ == "attr" and is_role(c)), None)
            return role_of_head(office, known) if office is not None else None
    return None


def _held(parsed: Parsed, found: Link, role: Role, named: Named) -> Held:
    related = noun_of(role.noun) in words("relations")
    found_bodies = [] if related else list(bodies(role, named))
    first = [body for body, _ in found_bodies[:1]]
    outer = [body for body, holds in found_bodies[1:2] if holds]
    organizations = (*first, *outer)
    told = [*role.stretch, *found.found.tokens]
    owner = next((t for t in _opening(role) if t.tag_ == "PRP$" or (t.dep_ == "poss" and t.pos_ == "NOUN")), None)
    owner = owner or next((t for t in role.stretch if t.tag_ == "PRP$" and is_body(t.head)), None)
    owner = owner or next((t for t in role.stretch if t.i > role.noun.i and _takes_up_body(t)), None)
    return Held(
        person=found.mention.actor,
        noun=noun_of(role.noun),
        text=_own_words(role, organizations, owner),
        bodies=organizations,
        at=start_of(found.found.tokens[0]),
        evidence=span_of(parsed, told),
        owner=None if organizations else owner,
        head=found.found.head,
        place=start_of(role.noun),
    )


def _takes_up_body(word: "Token") -> bool:
    """Whether a word behind a role means the body that it is a role at: "a lawyer with the coalition"."""
    definite = any(c.dep_ == "det" and c.lower_ == "the" for c in word.children)
    return word.dep_ == "pobj" and word.head.lower_ in TO_BODY and is_body(word) and definite


def _own_words(role: Role, organizations: Sequence[str], owner: "Token | None") -> str:
    """The words of a role without whose it is, where that is only taken up: "director" of "the station's director"."""
    if owner is not None and owner.i > role.noun.i:
        return " ".join("".join(t.text_with_ws for t in role.words if t.i < owner.head.i).split())
    text = role.text
    first, noun = role.words[0], role.noun
    owners = [t for t in role.words if t.i < noun.i and t.dep_ == "poss" and t.i == first.i]
    if organizations or not owners or not is_body(first):
        return text
    return re.sub(r"^\S+?(?:['’]s?|s['’])\s+", "", text)


def _opening(role: Role) -> Sequence["Token"]:
    """The words of a role from the start of its phrase to its noun, "its" and "the company's" among them."""
    first = min(role.stretch[0].i, role.stretch[0].left_edge.i, role.noun.left_edge.i)
    return list(role.noun.doc[first : role.noun.i])


def memberships(held: Sequence[Held]) -> tuple[Membership, ...]:
    """Each role at a named body once, with all its evidence; a body named inside another belongs to it."""
    evidence: dict[tuple[str, str, str | None], list[Span]] = {}
    for role in held:
        for position, body in enumerate(role.bodies[:1]):
            evidence.setdefault((role.person, body, role.text or None), []).append(role.evidence)
            for outer in role.bodies[position + 1 : position + 2]:
                evidence.setdefault((body, outer, None), []).append(role.evidence)
    return tuple(Membership(m, o, r, tuple(dict.fromkeys(e))) for (m, o, r), e in evidence.items() if m != o)

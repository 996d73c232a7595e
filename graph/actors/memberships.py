"""Who has which role where: memberships with the words that prove them, and the roles by which people are called."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.linking import Link
from graph.actors.nameless import Nameless, is_body
from graph.actors.phrases import possessive
from graph.actors.roles import Known, Role, bodies, noun_of, role_after, role_before, role_beside, role_of_head
from graph.actors.tables import pairs
from graph.language import Parsed, span_of, start_of
from graph.model import Kind, Membership, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_WORDS = 3
_SMALL = frozenset({"of", "the", "for", "and"})


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
    head: "Token | None" = None


def roles_held(
    parsed: Parsed, links: Sequence[Link], kinds: Mapping[str, Kind], nameless: Sequence[Nameless] = ()
) -> Iterator[Held]:
    """Every role that stands before, after or beside a person's name."""
    at = {start_of(t): found.mention.actor for found in links for t in found.found.tokens}
    unnamed = {start_of(t): found.actor.id for found in nameless for t in found.tokens}

    def named(token: "Token") -> str | None:
        actor = at.get(start_of(token))
        if actor is None:
            return unnamed.get(start_of(token))
        return actor if kinds[actor] in ("Organization", "Country") else None

    for found in links:
        if kinds[found.mention.actor] == "Person" and found.found.region == "title":
            yield from _in_title(parsed, found)
        elif kinds[found.mention.actor] == "Person":
            roles = _around(found, named, lambda token: kinds.get(at.get(start_of(token), "")) == "Person")
            held = [_held(parsed, found, role, named) for role in roles]
            belongs = _of_body(parsed, found, named)
            if belongs:
                held = [*(h for h in held if h.bodies or h.owner), *_with_role(parsed, belongs, held)]
            yield from held
            yield from _in_office(parsed, found, named)


def _in_title(parsed: Parsed, found: Link) -> Iterator[Held]:
    """The role before a name in a headline, which only a known post can explain."""
    first = found.found.tokens[0]
    role = role_before(first, lambda _: False, lambda _: False)
    if role and role.stretch[-1].i == first.i - 1 and len(role.words) <= _TITLE_WORDS:
        evidence = span_of(parsed, [*role.stretch, *found.found.tokens])
        yield Held(found.mention.actor, noun_of(role.noun), role.text, (), start_of(first), evidence)


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
    beside = None if before else role_beside(tokens[0], known)
    if beside:
        yield beside
    root = tokens.root
    if not beside and root.dep_ == "appos" and root.head.i < root.i and not before:
        hung = role_of_head(root.head, known)
        if hung and hung.stretch[-1].i < tokens[0].i:
            yield hung


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
        head=found.found.head,
    )


def _opening(role: Role) -> Sequence["Token"]:
    """The words of a role from the start of its phrase to its noun, "its" and "the company's" among them."""
    first = min(role.stretch[0].i, role.noun.left_edge.i)
    return list(role.noun.doc[first : role.noun.i])


def _of_body(parsed: Parsed, found: Link, named: "Named") -> Held | None:
    """A person whom the text only calls one of a body: "Noah Example of the Example Institute"."""
    first, last = found.found.tokens[0], found.found.tokens[-1]
    if first.i > 1 and possessive(first.nbor(-1)) and (owner := named(first.nbor(-2))) and "/org/" in owner:
        return Held(found.mention.actor, "", "", (owner,), start_of(first), span_of(parsed, [first.nbor(-2), last]))
    after = list(last.doc[last.i + 1 : min(last.i + 5, last.sent.end)])
    after = after[1:] if after and after[0].text == "," else after[:3]
    if not after or after[0].lower_ not in ("of", "at", "from"):
        return None
    body = next((t for t in after[1:] if t.lower_ != "the"), None)
    actor = named(body) if body is not None else None
    if body is None or actor is None or "/country/" in actor:
        return None
    return Held(found.mention.actor, "", "", (actor,), start_of(found.found.tokens[0]),
                span_of(parsed, [*found.found.tokens, *after[: after.index(body) + 1]]))  # fmt: skip


def _with_role(parsed: Parsed, belongs: Held, held: Sequence[Held]) -> Iterator[Held]:
    """The body with the role that stands at the name without a body: "councillor X, of the Example Party"."""
    bare = [h for h in held if not h.bodies and not h.owner]
    for role in bare:
        ends = (role.evidence.start, belongs.evidence.start, role.evidence.end, belongs.evidence.end)
        yield replace(role, bodies=belongs.bodies, evidence=parsed.article.span(min(ends), max(ends)))
    if not bare:
        yield belongs


def _in_office(parsed: Parsed, found: Link, named: "Named") -> Iterator[Held]:
    """An office told by a verb: "X chairs the union", "X, who leads the party"."""
    head = found.found.head
    verbs = [head.head] if head.dep_ == "nsubj" else []
    verbs += [c for c in head.children if c.dep_ == "relcl" and any(g.lower_ == "who" for g in c.children)]
    for verb in verbs:
        office = pairs("office_verbs").get(verb.lemma_.lower())
        for thing in (c for c in verb.children if c.dep_ == "dobj") if office else ():
            body = named(thing)
            if body or is_body(thing):
                evidence = span_of(parsed, [*found.found.tokens, verb, *thing.subtree])
                bodies_ = (body,) if body else ()
                yield Held(found.mention.actor, office or "", verb.text, bodies_, start_of(head), evidence, thing, head)
    yield from _led_by(parsed, found, named)


def _led_by(parsed: Parsed, found: Link, named: "Named") -> Iterator[Held]:
    """An office told by a passive: "the group, led by X"."""
    head = found.found.head
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head
    office = pairs("office_verbs").get(verb.lemma_.lower()) if verb.dep_ == "acl" else None
    body = next((a for t in (verb.head, *verb.head.children) if (a := named(t))), None) if office else None
    if office and body:
        evidence = span_of(parsed, [verb.head, verb, *found.found.tokens])
        yield Held(found.mention.actor, office, verb.text, (body,), start_of(head), evidence, None, head)


def post_of(held: Held, authority: Authority, day: date | None) -> str | None:
    """The body of a known person's post, where the text gives the role of it alone: "Treasury Secretary"."""
    said = set(held.text.lower().split()) - _SMALL
    for post in authority.posts:
        if post.person == held.person and post.held_on(day) and said == set(post.role.lower().split()) - _SMALL:
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

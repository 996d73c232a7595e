"""Offices that are told otherwise than by a role with its body: by a verb, in a headline."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.actors.held import Held
from graph.actors.linking import Link
from graph.actors.nameless import is_body
from graph.actors.roles import noun_of, role_before
from graph.actors.tables import pairs
from graph.language import Parsed, span_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_WORDS = 3

Named = Callable[["Token"], str | None]


def in_title(parsed: Parsed, found: Link) -> Iterator[Held]:
    """The role before a name in a headline, which only a known post can explain."""
    first = found.found.tokens[0]
    role = role_before(first, lambda _: False, lambda _: False)
    if role and role.stretch[-1].i == first.i - 1 and len(role.words) <= _TITLE_WORDS:
        evidence = span_of(parsed, [*role.stretch, *found.found.tokens])
        yield Held(found.mention.actor, noun_of(role.noun), role.text, (), start_of(first), evidence)


def with_role(parsed: Parsed, belongs: Held, held: Sequence[Held]) -> Iterator[Held]:
    """The body with the role that stands at the name without a body: "councillor X, of the Example Party"."""
    bare = [h for h in held if not h.bodies and not h.owner]
    for role in bare:
        ends = (role.evidence.start, belongs.evidence.start, role.evidence.end, belongs.evidence.end)
        if pairs("officers").get(role.noun) == "state":
            yield from (role, belongs)  # a minister of a country, and of a party
        else:
            yield replace(role, bodies=belongs.bodies, evidence=parsed.article.span(min(ends), max(ends)))
    if not bare:
        yield belongs


def in_office(parsed: Parsed, found: Link, named: Named) -> Iterator[Held]:
    """An office told by a verb: "X chairs the union", "X, who leads the party"."""
    head = found.found.head
    for verb in clauses_about(head):
        office = pairs("office_verbs").get(verb.lemma_.lower())
        for thing in (c for c in verb.children if c.dep_ == "dobj") if office else ():
            body = named(thing)
            if body or is_body(thing):
                evidence = span_of(parsed, [*found.found.tokens, verb, *thing.subtree])
                bodies_ = (body,) if body else ()
                yield Held(found.mention.actor, office or "", verb.text, bodies_, start_of(head), evidence, thing, head)
    yield from _led_by(parsed, found, named)


def clauses_about(head: "Token") -> Iterator["Token"]:
    """The verbs of what a sentence tells of somebody: "X chairs", "X, who chairs", "X, a lawyer who chairs"."""
    if head.dep_ == "nsubj":
        yield head.head
    for noun in (head, *(c for c in head.children if c.dep_ == "appos")):
        yield from (c for c in noun.children if c.dep_ == "relcl" and any(g.lower_ == "who" for g in c.children))


def _led_by(parsed: Parsed, found: Link, named: Named) -> Iterator[Held]:
    """An office told by a passive: "the group, led by X"."""
    head = found.found.head
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head
    office = pairs("office_verbs").get(verb.lemma_.lower()) if verb.dep_ == "acl" else None
    body = next((a for t in (verb.head, *verb.head.children) if (a := named(t))), None) if office else None
    if office and body:
        evidence = span_of(parsed, [verb.head, verb, *found.found.tokens])
        yield Held(found.mention.actor, office, verb.text, (body,), start_of(head), evidence, None, head)

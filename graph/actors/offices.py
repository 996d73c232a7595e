"""Offices that are told otherwise than by a role with its body: by a verb, by "X, of the party", in a headline."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.actors.held import Held
from graph.actors.linking import Link
from graph.actors.nameless import is_body
from graph.actors.phrases import possessive
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


def of_body(parsed: Parsed, found: Link, named: Named) -> Held | None:
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


def with_role(parsed: Parsed, belongs: Held, held: Sequence[Held]) -> Iterator[Held]:
    """The body with the role that stands at the name without a body: "councillor X, of the Example Party"."""
    bare = [h for h in held if not h.bodies and not h.owner]
    for role in bare:
        ends = (role.evidence.start, belongs.evidence.start, role.evidence.end, belongs.evidence.end)
        yield replace(role, bodies=belongs.bodies, evidence=parsed.article.span(min(ends), max(ends)))
    if not bare:
        yield belongs


def in_office(parsed: Parsed, found: Link, named: Named) -> Iterator[Held]:
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


def _led_by(parsed: Parsed, found: Link, named: Named) -> Iterator[Held]:
    """An office told by a passive: "the group, led by X"."""
    head = found.found.head
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head
    office = pairs("office_verbs").get(verb.lemma_.lower()) if verb.dep_ == "acl" else None
    body = next((a for t in (verb.head, *verb.head.children) if (a := named(t))), None) if office else None
    if office and body:
        evidence = span_of(parsed, [verb.head, verb, *found.found.tokens])
        yield Held(found.mention.actor, office, verb.text, (body,), start_of(head), evidence, None, head)

"""People whom a text only calls one of a body: "X of the Institute", "for the Greens, X", "X, who works at Y"."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.actors.held import Held
from graph.actors.linking import Link
from graph.actors.offices import Named, clauses_about
from graph.actors.phrases import possessive
from graph.actors.tables import pairs, words
from graph.language import Parsed, span_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAME, _PHRASE = 5, 8  # words
_SIDES = frozenset({"opposition", "ruling", "governing", "minority"})  # of a parliament
_AT = frozenset({"at", "for", "with"})


def of_body(parsed: Parsed, found: Link, named: Named) -> Held | None:
    """A person whom the text only calls one of a body: "Noah Example of the Example Institute"."""
    first, last = found.found.tokens[0], found.found.tokens[-1]
    if first.i > 1 and possessive(first.nbor(-1)) and (owner := named(first.nbor(-2))) and "/org/" in owner:
        return _of(parsed, found, owner, [first.nbor(-2), last])
    after = list(last.doc[last.i + 1 : min(last.i + 5, last.sent.end)])
    after = after[1:] if after and after[0].text == "," else after[:3]
    if len(after) > 1 and after[0].lower_ in ("(", "whose") and (owner := named(after[1])) and "/org/" in owner:
        return _of(parsed, found, owner, [*found.found.tokens, *after[:2]])
    if after and after[0].lower_ == "and":
        after = _past_another(after[0])
    if not after or after[0].lower_ not in ("of", "at", "from"):
        return _spoken_for(parsed, found, named)
    body = _body_after(after[0], named)
    actor = named(body) if body is not None else None
    if body is None or actor is None or "/country/" in actor:
        return None
    return _of(parsed, found, actor, [*found.found.tokens, *body.doc[after[0].i : body.i + 1]])


def _body_after(preposition: "Token", named: Named) -> "Token | None":
    """The first word of the name after "of", perhaps behind what the body is: "of the left-wing party Example"."""
    end = min(preposition.i + _PHRASE, preposition.sent.end)
    between = list(takewhile(lambda t: named(t) is None, preposition.doc[preposition.i + 1 : end]))
    at = preposition.i + 1 + len(between)
    told = bool(between) and pairs("groups").get(between[-1].lower_) == "body"
    told = told or all(t.pos_ in ("DET", "ADJ") or t.lower_ in _SIDES for t in between)
    plain = all(t.pos_ in ("DET", "ADJ", "NOUN") or t.text == "-" for t in between)
    if at >= end or not (told and plain):
        return None
    return preposition.doc[at]


def _past_another(joint: "Token") -> list["Token"]:
    """What follows the second of two names: "of the Institute" in "X and Y of the Institute"."""
    at = joint.i + 1
    while at < min(joint.i + _NAME, joint.sent.end) and joint.doc[at].text[0].isupper():
        at += 1
    return list(joint.doc[at : at + 3]) if at > joint.i + 1 else []


def _spoken_for(parsed: Parsed, found: Link, named: Named) -> Held | None:
    """The body for which a sentence lets somebody speak: "For the Conservatives, X called it a waste"."""
    first = found.found.head.sent[0]
    if first.lower_ != "for" or found.found.head.dep_ != "nsubj":
        return None
    body = next((c for c in first.children if c.dep_ == "pobj"), None)
    actor = named(body) if body is not None else None
    apart = body is not None and any(t.text == "," for t in body.doc[body.i : found.found.tokens[0].i])
    if body is None or actor is None or "/country/" in actor or not apart:
        return None
    return _of(parsed, found, actor, [first, *found.found.tokens])


def at_work(parsed: Parsed, found: Link, named: Named) -> Iterator[Held]:
    """The body at which somebody is said to work, teach or study."""
    for verb in clauses_about(found.found.head):
        if verb.lemma_.lower() not in words("working_verbs"):
            continue
        for preposition in _prepositions(verb):
            body = next((c for c in preposition.children if c.dep_ == "pobj"), None)
            actor = named(body) if body is not None else None
            if body is not None and actor and "/org/" in actor:
                yield _of(parsed, found, actor, [*found.found.tokens, verb, preposition, *body.subtree])


def _prepositions(verb: "Token") -> Iterator["Token"]:
    """At, for or with, where they hang on a verb or on its object."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _AT:
            yield child
        if child.dep_ in ("dobj", "prep"):
            inner = [child, *(c for c in child.children if c.dep_ == "pobj")]
            yield from (c for t in inner for c in t.children if c.dep_ == "prep" and c.lower_ == "at")


def _of(parsed: Parsed, found: Link, body: str, told: "list[Token]") -> Held:
    return Held(found.mention.actor, "", "", (body,), start_of(found.found.tokens[0]), span_of(parsed, told))

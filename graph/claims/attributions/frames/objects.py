"""Content as what a verb is done to or leads to: "plans to ...", "rejects ...", "is backed by ...", "calls for ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.attributions.frames.draft import Draft
from graph.claims.syntax.children import ADDRESSEES, CLAUSES, VERBAL, behind, has_child
from graph.claims.syntax.clauses import is_infinitive
from graph.claims.syntax.phrases import cue_of, noun_phrase
from graph.claims.syntax.subjects import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER_OBJECT = ("prep", "oprd", "acomp", "advcl", "dative")


def infinitive(verb: "Token") -> Iterator[Draft]:
    """Somebody wants, plans, refuses to do, or urges somebody to do, something."""
    for done in (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in VERBAL):
        holder, how = subject(verb)
        cue = cue_of(verb)
        told = [c for c in verb.children if c.dep_ in ADDRESSEES and verb.i < c.i < done.i]
        body = [*(t for c in told for t in c.subtree), *done.subtree]
        features = ("told" if told else "self", "to" if is_infinitive(done) else "ing")
        yield Draft(verb, cue, holder, how, noun_phrase(holder, cue), body, cue, features)


def thing(verb: "Token") -> Iterator[Draft]:
    """Somebody rejects, supports, announces, questions something."""
    holder, how = subject(verb)
    if holder is None or has_child(verb, *CLAUSES):
        return
    cue = cue_of(verb)
    for noun in (c for c in verb.children if c.dep_ == "dobj"):
        for extent, body in _with_what_follows(verb, noun):
            features = ("object=" + noun.pos_, extent)
            yield Draft(verb, cue, holder, how, noun_phrase(holder, cue), body, cue, features)


def _with_what_follows(verb: "Token", noun: "Token") -> Iterator[tuple[str, list["Token"]]]:
    """An object alone, and with the phrase behind it: "mocked the senator for his vote", "called it a mistake"."""
    body = list(noun.subtree)
    yield "alone", body
    after = next((c for c in verb.children if c.i > noun.i and c.dep_ in _AFTER_OBJECT), None)
    if after is not None and after.left_edge.i <= body[-1].i + 2:
        yield "and=" + after.dep_, [*body, *after.subtree]


def done_to(verb: "Token") -> Iterator[Draft]:
    """Something is rejected, endorsed, reported by somebody: the subject is the content, the agent the source."""
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "nsubj" and verb.tag_ == "VBN")]
    holder, how = subject(verb)
    if not subjects or how not in ("agent", "passive") or has_child(verb, *CLAUSES):
        return
    relative = subjects[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
    noun = verb.head if relative else subjects[0]
    inside = set(verb.subtree) if relative else set()
    body = [t for t in noun.subtree if t not in inside]
    cue = (*cue_of(verb), *(c for c in verb.children if c.dep_ == "agent"))
    source = noun_phrase(holder)
    yield Draft(verb, cue, holder, how, source, body, source, ("object=" + noun.pos_,))


def about(verb: "Token") -> Iterator[Draft]:
    """Somebody calls for, warns of, insists on something."""
    holder, how = subject(verb)
    if holder is None:
        return
    for preposition in (c for c in verb.children if c.dep_ == "prep" and c.i > verb.i):
        cue = (*cue_of(verb), preposition) if preposition.i - verb.i < 3 else cue_of(verb)
        source = noun_phrase(holder, cue)
        yield Draft(verb, cue, holder, how, source, behind(preposition), cue, ("prep=" + preposition.lower_,))

"""What is said of a proposal as a subject: "... is a mistake", "... would hurt exports", "... must come"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of, stand
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import auxiliary, child, has_child
from graph.claims.syntax.subjects import relative_subject, subject
from graph.claims.syntax.words import DEONTIC, KINDS, PARTICLES, is_negated
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAVING = ("have", "make", "bring", "pose")


def by_predicate(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of a verb over the proposal as its subject."""
    return _by_quality(verb, climb) or _by_whom_it_suits(verb, climb) or _met_with(verb, climb) or _by_duty(verb, climb)


def _by_quality(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of what it is or does: "... is a mistake", "... would hurt exports"."""
    for each in (verb, *_joined(verb)):
        for word in _predicate(each):
            polarity = polarity_of(word.lemma_, KINDS.get(word.pos_, ""), "subj")
            if polarity is not None:
                judged = climb.turned(polarity, negated=is_negated(each))
                return Verdict(judged, None, word, f'"{word.text}"', 0.65)
    return None


def _joined(verb: "Token") -> Iterator["Token"]:
    """The verbs that go on with the same subject, over an interposed "he said" too."""
    yield from (c for c in verb.conjuncts if c.i > verb.i)
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        yield from (c for c in verb.head.conjuncts if not has_child(c, "nsubj", "nsubjpass"))


def _predicate(verb: "Token") -> Iterator["Token"]:
    """The words that say what something is or does: the verb, its adjective or noun, and what qualifies that."""
    yield verb
    for word in verb.children:
        if word.dep_ in ("acomp", "attr", "xcomp", "oprd") or (word.dep_ == "ccomp" and word.pos_ == "ADJ"):
            yield word
            yield from (c for c in word.children if c.dep_ == "amod")
        elif word.dep_ == "dobj" and verb.lemma_ in _HAVING:
            yield word


def _by_whom_it_suits(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of "... is not something (that) Oslo would agree to"."""
    for clause in (c for noun in verb.children if noun.dep_ == "attr" for c in noun.children if c.dep_ == "relcl"):
        prepositions = (c.lower_ for c in clause.children if c.dep_ == "prep")
        polarity = polarity_of(clause.lemma_, "verb", *prepositions, "obj")
        if polarity is not None and not relative_subject(clause):
            judged = climb.turned(polarity, negated=is_negated(verb) != is_negated(clause))
            return Verdict(judged, subject(clause)[0], clause, f'"{clause.text}"', 0.75)
    return None


def _met_with(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of "... has the support of nurses", "... drew anger from drivers"."""
    if verb.lemma_ not in words("meeting_verbs"):
        return None
    for noun in (c for c in verb.children if c.dep_ == "dobj"):
        polarity = polarity_of(noun.lemma_, "noun", "for", "of", "to", "at")
        source = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "among")), None)
        holder = child(source, "pobj") if source is not None else None
        if polarity is not None and holder is not None:
            return Verdict(climb.turned(polarity), holder, noun, f'"{noun.text}"', 0.75)
    return None


def _by_duty(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of what must or should become of it: "the tax must go"."""
    must = auxiliary(verb, *DEONTIC)
    if must is None:
        return None
    moved = any(c.lower_ in PARTICLES for c in verb.children)
    done = None if moved else stand(verb.lemma_.lower(), "verb", "subj")
    ends = done is not None and done.direction < 0 and not climb.downward
    return Verdict(climb.turned(1.0, negated=is_negated(verb) != ends), None, verb, f'"{must.text}"', 0.6)


def by_fear(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of somebody who fears or warns of what a proposal would do, whatever that is."""
    governor = verb.head
    polarity = polarity_of(governor.lemma_, "verb", "that") if verb.dep_ == "ccomp" else None
    if polarity is None or polarity >= 0:
        return None
    holder, negated = holder_of(governor, "verb")
    judged = climb.turned(polarity, negated=negated)
    return Verdict(judged, holder, governor, f'"{governor.text}"', 0.7) if holder is not None else None

"""What is said of a proposal as a subject: "... is a mistake", "... would hurt exports", "its aim is to ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.frames import subject
from graph.claims.stances import stand
from graph.claims.stands.grammar import KINDS, PARTICLES, is_negated, relative_subject
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Climb, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

DEONTIC = frozenset(("should", "must", "ought", "need"))
_MEETS = frozenset(("have", "draw", "win", "get", "enjoy", "receive", "find", "attract", "provoke", "spark", "face"))


def by_predicate(parent: "Token", climb: Climb) -> Verdict | None:
    """The verdict of a predicate over the proposal as its subject: "... is a mistake", "... would hurt exports"."""
    for verb in (parent, *_joined(parent)):
        negated = is_negated(verb)
        for word in _predicate(verb):
            taken = stand(word.lemma_.lower(), KINDS.get(word.pos_, ""), "subj")
            if taken is not None and taken.polarity is not None:
                polarity = -taken.polarity if negated else taken.polarity
                return Verdict(polarity * climb.sign, None, word, f'"{word.text}"', 0.65)
    negated = is_negated(parent)
    agreed = _something(parent, negated, climb) or _met_with(parent, climb)
    if agreed is not None:
        return agreed
    deontic = next((c for c in parent.children if c.dep_ == "aux" and c.lower_ in DEONTIC), None)
    if deontic is None:
        return None
    moved = any(c.lower_ in PARTICLES for c in parent.children)
    done = None if moved else stand(parent.lemma_.lower(), "verb", "subj")
    ends = done is not None and done.direction < 0 and not climb.downward
    return Verdict((-1.0 if negated != ends else 1.0) * climb.sign, None, parent, f'"{deontic.text}"', 0.6)


def _joined(verb: "Token") -> Iterator["Token"]:
    """The verbs that go on with the same subject, over an interposed "he said" too."""
    yield from (c for c in verb.conjuncts if c.i > verb.i)
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        yield from (c for c in verb.head.conjuncts if not any(s.dep_ in ("nsubj", "nsubjpass") for s in c.children))


def by_fear(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of somebody who fears or warns of what a proposal would do, whatever that is."""
    governor = verb.head
    taken = stand(governor.lemma_.lower(), "verb", "that") if verb.dep_ == "ccomp" else None
    if taken is None or taken.polarity is None or taken.polarity >= 0:
        return None
    holder, negated = holder_of(governor, "verb")
    sign = -climb.sign if negated else climb.sign
    return Verdict(taken.polarity * sign, holder, governor, f'"{governor.text}"', 0.7) if holder is not None else None


def _predicate(verb: "Token") -> Iterator["Token"]:
    """The words that say what something is or does: the verb, its adjective or noun, and what qualifies that."""
    yield verb
    for word in verb.children:
        if word.dep_ in ("acomp", "attr", "xcomp", "oprd") or (word.dep_ == "ccomp" and word.pos_ == "ADJ"):
            yield word
            yield from (c for c in word.children if c.dep_ == "amod")
        elif word.dep_ == "dobj" and verb.lemma_ in ("have", "make", "bring", "pose"):
            yield word


def _met_with(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of "... has the support of nurses", "... drew anger from drivers"."""
    for noun in (c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ in _MEETS):
        taken = next((t for a in ("for", "of", "to", "at") if (t := stand(noun.lemma_.lower(), "noun", a))), None)
        source = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "among")), None)
        holder = next((c for c in source.children if c.dep_ == "pobj"), None) if source is not None else None
        if taken is not None and taken.polarity is not None and holder is not None:
            return Verdict(taken.polarity * climb.sign, holder, noun, f'"{noun.text}"', 0.75)
    return None


def _something(verb: "Token", negated: bool, climb: Climb) -> Verdict | None:
    """The verdict of "... is not something (that) Oslo would agree to"."""
    for noun in (c for c in verb.children if c.dep_ == "attr"):
        for clause in (c for c in noun.children if c.dep_ == "relcl"):
            arguments = [c.lower_ for c in clause.children if c.dep_ == "prep"] + ["obj"]
            taken = next((t for a in arguments if (t := stand(clause.lemma_.lower(), "verb", a))), None)
            if taken is not None and taken.polarity is not None and not relative_subject(clause):
                against = negated != is_negated(clause)
                polarity = (-taken.polarity if against else taken.polarity) * climb.sign
                return Verdict(polarity, subject(clause)[0], clause, f'"{clause.text}"', 0.75)
    return None


def by_it_is(word: "Token", kind: str, climb: Climb) -> Verdict | None:
    """The verdict of "it would be wrong to ...", "it is a mistake to ...": whoever says it holds it."""
    verb = word.head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "expl")]
    if verb.lemma_ != "be" or not subjects or subjects[0].lower_ != "it":
        return None
    taken = stand(word.lemma_.lower(), kind, "subj")
    if taken is None or taken.polarity is None:
        return None
    sign = -climb.sign if is_negated(verb) or is_negated(word) else climb.sign
    return Verdict(taken.polarity * sign, None, word, f'"{word.text}"', 0.65)


def by_subject(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of a subject that the proposal is equated with: "its hope is to ...", "the union's aim is ..."."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if noun is None:
        return None
    for argument in ("to", "that", "for"):
        taken = stand(noun.lemma_.lower(), "noun", argument)
        if taken is not None and taken.polarity is not None:
            holder, _ = holder_of(noun, "noun")
            negated = is_negated(verb)
            sign = -climb.sign if negated else climb.sign
            return Verdict(taken.polarity * sign, holder, noun, f'"{noun.text}"', 0.75)
    return None

"""What turns or takes back a verdict: whoever denies or doubts it, "has stopped ...", what others do besides."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Verdict
from graph.claims.syntax.children import child
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import KINDS, is_negated, lemma_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENIES = ("doubt", "deny", "question", "dispute", "reject")
_IN_CLAUSE = ("acomp", "attr", "oprd", "dobj", "conj", "xcomp")


def as_reported(found: Verdict) -> Verdict:
    """A judgement that somebody doubts, denies or demands: "doubt that a cap would help"."""
    clause = found.spoken
    while clause.dep_ in _IN_CLAUSE and clause.head != clause:
        clause = clause.head
    governor = clause.head
    if clause.dep_ not in ("ccomp", "acl", "relcl") or governor == clause:
        return found
    governor = next((c for c in governor.children if c.dep_ == "acomp"), governor)
    kind = "adj" if governor.dep_ == "acomp" else KINDS.get(governor.pos_, "")
    stand = polarity_of(governor.lemma_, kind, "that")
    holder, negated = holder_of(governor, kind)
    if holder is None and kind == "noun" and governor.dep_ == "dobj":
        holder, negated = subject(governor.head)[0], negated or is_negated(governor.head)
    if holder is None and kind == "noun" and governor.sent.root.pos_ in ("NOUN", "PROPN"):
        holder = governor.sent.root if governor.sent.root.i < governor.i else None  # "doubt" taken for a noun
    if stand is None or holder is None:
        return found
    turn = (-0.5 if abs(stand) < 1 else stand) if governor.lemma_ in _DENIES else 1.0
    polarity = found.polarity * turn * (-1 if negated else 1)
    return Verdict(polarity, holder, governor, f'"{governor.text}" over {found.why}', 0.75)


def as_overruled(found: Verdict) -> Verdict:
    """A stand that its governor takes back: "refused to exclude", "has stopped demanding", "dropped its resistance"."""
    word, governor = found.spoken, found.spoken.head
    if word.dep_ == "xcomp" and polarity_of(lemma_of(governor), "verb", "to") == -1.0:
        return replace(found, polarity=-found.polarity if found.polarity > 0 else 0.5, why=f'"{governor.text}"')
    if word.dep_ in ("xcomp", "dobj") and lemma_of(governor) in words("ending_verbs"):
        return replace(found, polarity=0.0, why=f'"{governor.text}" {found.why}')
    return found


def by_others(node: "Token", found: Verdict) -> Iterator[Verdict]:
    """What others do to the same subject: "is opposed by landlords and feared by builders"."""
    verb = found.spoken
    for agent in (c for c in verb.children if c.dep_ == "agent"):
        further = (child(c, "pobj") for c in agent.conjuncts if c.i > agent.i)
        yield from (replace(found, holder=holder) for holder in further if holder is not None)
    if node != verb or verb.pos_ != "VERB":
        return
    for other in (c for c in verb.conjuncts if c.i > verb.i):
        polarity = polarity_of(lemma_of(other), "verb", "obj")
        holder, how = subject(other)
        if how == "agent" and polarity is not None:
            yield Verdict(polarity, holder, other, f'"{other.text}"', 0.8)

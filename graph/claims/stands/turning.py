"""What turns or takes back a stand: absence, "instead of", whoever denies or doubts it, "has stopped ..."."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.frames import subject
from graph.claims.matching import Match
from graph.claims.stances import stand
from graph.claims.stands.grammar import STEPS, lemma_of
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset(("stop", "cease", "drop", "abandon", "give_up", "withdraw", "quit", "end", "soften", "lose"))
_DENIES = frozenset(("doubt", "deny", "question", "dispute", "reject"))
_WITHIN = ("xcomp", "acomp", "attr", "oprd", "conj", "dobj", "pobj", "prep", "pcomp", "acl", "amod")
_INSTEAD = (("rather", "than"), ("instead", "of"), ("as", "opposed", "to"))


def as_reported(found: Verdict) -> Verdict:
    """A judgement that somebody doubts, denies or demands: "doubt that a cap would help"."""
    clause = found.spoken
    while clause.dep_ in ("acomp", "attr", "oprd", "dobj", "conj", "xcomp") and clause.head != clause:
        clause = clause.head
    governor = clause.head
    if clause.dep_ != "ccomp" or governor.pos_ != "VERB":
        return found
    taken = stand(governor.lemma_.lower(), "verb", "that")
    holder, negated = holder_of(governor, "verb")
    if taken is None or taken.polarity is None or holder is None:
        return found
    turn = (-0.5 if abs(taken.polarity) < 1 else taken.polarity) if governor.lemma_ in _DENIES else 1.0
    polarity = found.polarity * turn * (-1 if negated else 1)
    return Verdict(polarity, holder, governor, f'"{governor.text}" over {found.why}', 0.75)


def as_overruled(found: Verdict) -> Verdict:
    """A stand that its governor takes back: "refused to exclude", "has stopped demanding", "dropped its resistance"."""
    word, governor = found.spoken, found.spoken.head
    if word.dep_ == "xcomp":
        taken = stand(lemma_of(governor), "verb", "to")
        if taken is not None and taken.polarity == -1.0:
            return replace(found, polarity=-found.polarity if found.polarity > 0 else 0.5, why=f'"{governor.text}"')
    if word.dep_ in ("xcomp", "dobj") and lemma_of(governor) in _ENDS:
        return replace(found, polarity=0.0, why=f'"{governor.text}" {found.why}')
    return found


def by_others(node: "Token", found: Verdict) -> Iterator[Verdict]:
    """What others do to the same subject: "is opposed by landlords and feared by builders"."""
    verb = found.spoken
    if node != verb or verb.pos_ != "VERB":
        return
    for other in verb.conjuncts:
        taken = stand(lemma_of(other), "verb", "obj")
        holder, how = subject(other)
        if how == "agent" and taken is not None and taken.polarity is not None and other.i > verb.i:
            yield Verdict(taken.polarity, holder, other, f'"{other.text}"', 0.8)


def is_instead(match: Match) -> bool:
    """Whether the proposal is what something else is preferred to: "a tax rather than a ban"."""
    first = min(match.tokens, key=lambda t: t.i)
    before = [t.lower_ for t in first.doc[max(0, first.i - 5) : first.i]]
    return any(tuple(before[i : i + len(words)]) == words for words in _INSTEAD for i in range(len(before)))


def is_none_of(match: Match) -> bool:
    """Whether it is the absence of the proposal that is spoken of: "no cap", "without a ban", "not a ban"."""
    anchor = match.anchor
    if any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "not", "neither") for c in anchor.children):
        return anchor.pos_ not in ("VERB", "AUX")
    return anchor.dep_ in ("pobj", "pcomp") and anchor.head.lower_ in ("without", "except", "besides")


def is_asked(word: "Token") -> bool:
    """Whether a clause asks whether something is so, and so takes no stand."""
    if word.sent[-1].text == "?" or (len(word.sent) > 1 and word.sent[-2].text == "?"):
        return True
    for _ in range(STEPS):
        if any(c.dep_ == "mark" and c.lower_ == "whether" for c in word.children):
            return True
        if word.dep_ not in _WITHIN or word.head == word:
            return False
        word = word.head
    return False

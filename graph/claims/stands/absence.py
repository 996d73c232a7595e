"""Whether a sentence speaks of a proposal at all as something to be: not of its absence, not as a question."""

from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.syntax.children import VERBAL
from graph.claims.syntax.governors import HIGHEST

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSTEAD = (("rather", "than"), ("instead", "of"), ("as", "opposed", "to"))
_HOW = ("how", "why", "when", "where")
_WITHIN = ("xcomp", "acomp", "attr", "oprd", "conj", "dobj", "pobj", "prep", "pcomp", "acl", "amod")


def is_absent(match: Match) -> bool:
    """Whether something else is preferred to the proposal, or its absence is spoken of."""
    return _is_instead(match) or _is_none_of(match)


def _is_instead(match: Match) -> bool:
    """Whether the proposal is what something else is preferred to: "a tax rather than a ban"."""
    first = min(match.tokens, key=lambda t: t.i)
    before = [t.lower_ for t in first.doc[max(0, first.i - 5) : first.i]]
    return any(tuple(before[i : i + len(words)]) == words for words in _INSTEAD for i in range(len(before)))


def _is_none_of(match: Match) -> bool:
    """Whether it is the absence of the proposal that is spoken of: "no cap", "without a ban", "not a ban"."""
    anchor = match.anchor
    if any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "not", "neither") for c in anchor.children):
        return anchor.pos_ not in VERBAL
    return anchor.dep_ in ("pobj", "pcomp") and anchor.head.lower_ in ("without", "except", "besides")


def is_asked(word: "Token") -> bool:
    """Whether a clause asks whether something is so, and so takes no stand."""
    if any(sign.text == "?" for sign in word.sent[-2:]):
        return True
    for _ in range(HIGHEST):
        if asks_whether(word):
            return True
        if word.dep_ not in _WITHIN or word.head == word:
            return False
        word = word.head
    return False


def asks_whether(word: "Token") -> bool:
    """Whether "whether", "how" or "if" after a verb of asking opens the clause of a word."""
    while word.dep_ == "conj" and word.head != word:
        word = word.head
    if any(c.dep_ in ("mark", "preconj", "cc") and c.lower_ == "whether" for c in word.children):
        return True
    if word.dep_ not in ("ccomp", "pcomp", "xcomp"):
        return False
    first = word.left_edge.lower_
    return first in _HOW or (first == "if" and word.dep_ == "ccomp")

"""What a word is by itself: its class, its base form with its particle, whether it is denied."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
PARTICLES = frozenset((
    "out", "down", "up", "back", "off", "aside", "away", "on", "over", "through", "forward", "ahead",
))  # fmt: skip
DEONTIC = ("should", "must", "ought", "need")
HEDGES = ("may", "might", "could")
_ONLY = ("only", "just", "merely", "simply")
_NONE = ("no", "neither", "none", "nobody", "nor", "few", "hardly", "scarcely", "little")


def lemma_of(word: "Token") -> str:
    """The lemma with its particle: "rule_out"."""
    particle = next((c.lower_ for c in word.children if c.dep_ == "prt" and c.lower_ in PARTICLES), None)
    return f"{word.lemma_.lower()}_{particle}" if particle else word.lemma_.lower()


def is_negated(word: "Token") -> bool:
    """Whether a word is denied; "not only" denies nothing."""
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in word.children):
        return True
    if any(_is_nobody(c) for c in word.children if c.dep_ in ("nsubj", "nsubjpass")) or _is_far_from(word):
        return True
    if word.pos_ == "NOUN" and any(c.lower_ in ("no", "little", "scant") for c in word.children):
        return True
    return any(
        (c.dep_ == "neg" or c.lower_ in ("neither", "nor", "hardly"))
        and not (c.i + 1 < len(c.doc) and c.nbor(1).lower_ in _ONLY)
        for c in word.children
    )


def _is_nobody(subject: "Token") -> bool:
    """Whether a subject denies its verb: "none of the clubs", "neither side", "no party"."""
    if any(c.lower_ in ("a", "the") for c in subject.children):
        return False
    return subject.lower_ in _NONE or any(
        w.lower_ in _NONE and w.dep_ in ("det", "preconj", "cc", "advmod", "amod")
        for c in subject.children
        for w in (c, *(g for g in c.children if c.dep_ == "det"))
    )


def _is_far_from(word: "Token") -> bool:
    """Whether a word is denied by "far from", "anything but" before it."""
    before = [t.lower_ for t in word.doc[max(0, word.i - 2) : word.i]]
    return before in (["far", "from"], ["anything", "but"])

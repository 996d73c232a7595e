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
_NONE = ("no", "neither", "none", "nobody", "nor")


def lemma_of(word: "Token") -> str:
    """The lemma with its particle: "rule_out"."""
    particle = next((c.lower_ for c in word.children if c.dep_ == "prt" and c.lower_ in PARTICLES), None)
    return f"{word.lemma_.lower()}_{particle}" if particle else word.lemma_.lower()


def is_negated(word: "Token") -> bool:
    """Whether a word is denied; "not only" denies nothing."""
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in word.children):
        return True
    if any(_is_nobody(c) for c in word.children if c.dep_ in ("nsubj", "nsubjpass")):
        return True
    return any(
        (c.dep_ == "neg" or c.lower_ in ("neither", "nor", "hardly"))
        and not (c.i + 1 < len(c.doc) and c.nbor(1).lower_ in _ONLY)
        for c in word.children
    )


def _is_nobody(subject: "Token") -> bool:
    """Whether a subject denies its verb: "none of the clubs", "neither side", "no party"."""
    return subject.lower_ in _NONE or any(
        c.lower_ in _NONE and c.dep_ in ("det", "preconj", "cc", "advmod") for c in subject.children
    )

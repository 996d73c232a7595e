"""What a word says of what it is said of: good or bad, with what qualifies it ("a step in the wrong direction")."""

from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of
from graph.claims.syntax.children import child
from graph.claims.syntax.words import KINDS

if TYPE_CHECKING:
    from spacy.tokens import Token


def evaluation(word: "Token") -> tuple[float, "Token"] | None:
    """The polarity that a predicate gives its subject, and the word that decides; "no solution" is no good one."""
    polarity, decides = _of_phrase(word)
    if polarity is None:
        return None
    denied = any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "hardly", "not") for c in word.children)
    return (-polarity if denied else polarity), decides


def _of_phrase(word: "Token") -> tuple[float | None, "Token"]:
    """By an adjective beside it, else by the word itself, else by what "of" and "in" lead to."""
    for part in word.children:
        polarity = polarity_of(part.lemma_, "adj", "subj") if part.dep_ in ("amod", "compound") else None
        if polarity is not None:
            return polarity, part
    kind = "adj" if word.dep_ == "acomp" else KINDS.get(word.pos_, "adj")
    kinds = (kind,) if kind == "verb" else (kind, "noun", "adj")
    stands = (polarity_of(word.lemma_, each, "subj") for each in kinds)
    own = next((polarity for polarity in stands if polarity is not None), None)
    behind = _behind(word)
    if behind is not None and (own is None or own > 0):
        return behind
    return own, word


def _behind(noun: "Token") -> tuple[float, "Token"] | None:
    """The judgement of what stands behind a noun: "an act of folly", "a step in the wrong direction"."""
    for part in noun.children:
        inner = child(part, "pobj") if part.dep_ == "prep" and part.lower_ in ("of", "in") else None
        for word in (*inner.children, inner) if inner is not None else ():
            kind = "adj" if word.dep_ == "amod" else "noun" if word == inner and part.lower_ == "of" else ""
            polarity = polarity_of(word.lemma_, kind, "subj")
            if polarity is not None:
                return polarity, word
    return None

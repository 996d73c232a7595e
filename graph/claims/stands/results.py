"""What a proposal would bring more or less of, good or bad: "would raise rents", "costs jobs", "saves lives"."""

from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of, stand
from graph.claims.stands.evaluating import evaluation
from graph.claims.syntax.children import child
from graph.claims.syntax.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_LEADING = ("to", "in")


def by_result(verb: "Token") -> tuple[float, "Token"] | None:
    """The polarity of what comes of it, and the noun that decides; None where that is neither good nor bad."""
    way = _way(verb)
    if way == 0:
        return None
    for noun in _brought(verb):
        for word in (noun, *(c for c in noun.conjuncts if c.i > noun.i)):
            found = _worth(word, way)
            if found is not None:
                return way * found[0], found[1]
    return None


def _way(verb: "Token") -> int:
    """Whether a verb brings more (1) or less (-1) of its object, or says neither (0)."""
    lemma = lemma_of(verb)
    own = stand(lemma, "verb", "effect")
    if own is not None:
        return own.direction
    taken = stand(lemma, "verb", "obj")
    if taken is not None and taken.polarity is None and not taken.light:
        return taken.direction
    return 0


def _brought(verb: "Token") -> "Iterator[Token]":
    for part in verb.children:
        if part.dep_ in ("dobj", "attr"):
            yield part
        elif part.dep_ == "prep" and part.lower_ in _LEADING:
            noun = child(part, "pobj")
            yield from (noun,) if noun is not None else ()


def _worth(noun: "Token", way: int) -> tuple[float, "Token"] | None:
    """Whether a thing is good or bad to have: "jobs" and "poverty" are, "bread" is not; "dearer loans" are bad."""
    polarity = polarity_of(noun.lemma_, "noun", "effect")
    if polarity is None:
        for part in (c for c in noun.children if c.dep_ == "compound"):
            polarity = polarity_of(part.lemma_, "noun", "effect")
            if polarity is not None:
                return polarity, part
    if polarity is not None:
        fewer = any(c.dep_ == "amod" and c.lower_ in ("less", "fewer", "lower", "no") for c in noun.children)
        return (-polarity if fewer else polarity), noun
    return evaluation(noun) if way > 0 else None

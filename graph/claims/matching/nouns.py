"""What stands beside a noun: whether anything tells it apart, whether it is spoken of as known."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.matching.stems import stem
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = ("the", "this", "that", "such", "its", "their", "his", "her", "these", "those")
_NAMELESS = ("nsubj", "nsubjpass", "dobj", "pobj", "conj")


def is_bare(noun: "Token") -> bool:
    """Whether a noun has nothing beside it that would tell it apart: "the ban", "a ban", not "a smoking ban"."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod"):
        return False
    introduced = any(c.dep_ in ("det", "poss", "predet") for c in noun.children) or _needs_no_article(noun)
    beside = (c for c in noun.children if c.dep_ in ("compound", "amod", "nummod", "prep") or _tells_what(c))
    beside = (c for c in beside if not _is_of_that_kind(c))
    return introduced and all(stem(c.text) in _empty() for c in beside)


def is_definite(noun: "Token") -> bool:
    """Whether a noun is spoken of as known: "the plan", "such a step", "the minister's proposal"."""
    known = (c.lower_ in _DEFINITE if c.dep_ in ("det", "predet") else c.dep_ == "poss" for c in noun.children)
    return any(known) or any(_is_of_that_kind(c) or c.lower_ == "similar" for c in noun.children)


def told_by(noun: "Token") -> tuple[str, ...]:
    """The stems that tell a noun apart, where they stand right before it: "licensing" of "the licensing plan"."""
    if noun.dep_ in ("compound", "amod") or any(c.dep_ == "prep" or _tells_what(c) for c in noun.children):
        return ()
    return tuple(dict.fromkeys(s for t in _before(noun) if (s := stem(t.text)) and s not in _empty()))


def clause_of(word: "Token") -> "Token":
    """The verb of the clause that a word stands in."""
    while word.pos_ not in ("VERB", "AUX") and word.head != word:
        word = word.head
    return word


def _before(noun: "Token") -> Iterator["Token"]:
    for child in noun.lefts:
        if child.dep_ in ("compound", "amod", "nmod"):
            yield from child.subtree


def _needs_no_article(noun: "Token") -> bool:
    """Whether a noun stands by itself: "buybacks would not return", "calls disclosure unworkable"."""
    return noun.pos_ == "NOUN" and noun.dep_ in _NAMELESS and next(noun.lefts, None) is None


def _is_of_that_kind(part: "Token") -> bool:
    """Whether words behind a noun only point back: "a law of that kind"."""
    words_behind = [t.lower_ for t in part.subtree]
    return len(words_behind) == 3 and words_behind[:2] in (["of", "that"], ["of", "this"])


def _tells_what(clause: "Token") -> bool:
    """Whether an infinitive tells of what the noun before it is: "the plan to paint the hall"."""
    return clause.dep_ == "acl" and any(c.lower_ == "to" for c in clause.children)


@cache
def _empty() -> frozenset[str]:
    """The stems of adjectives that tell one proposal from no other."""
    return frozenset(stem(word) for word in words("empty_adjectives"))

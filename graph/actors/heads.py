"""Which words a source hangs on: the heads of any stretch of an article, cut or too long as it may be."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.actors.groups import can_speak
from graph.actors.nameless import is_body
from graph.actors.phrases import possessive
from graph.language import Parsed, start_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT"})
_SUBJECTS = ("nsubj", "nsubjpass", "agent", "attr", "dobj")
_INTO = ("pobj", "pcomp", "prep", "poss")
_DEPTH = 4


def heads(parsed: Parsed, start: int, end: int) -> tuple["Token", ...]:
    """The head words of the source between two offsets: its head by the parse, and what "and" joins to it there.

    From "said the mayor" and "according to the mayor" it is the mayor; empty where the stretch has no noun.
    """
    inside = tokens_in(parsed, start, end)
    places = {start_of(t) for t in inside}
    roots = [t for t in inside if t.head == t or start_of(t.head) not in places]
    nouns = [n for root in roots if (n := _noun(root, places)) is not None]
    if not nouns:
        return ()
    first = _whole(nouns[0], nouns)
    return (first, *(c for c in joined(first) if start_of(c) in places and c.pos_ in _NOUNS))


def joined(head: "Token") -> Iterator["Token"]:
    """The heads of the further actors that "and" joins to a head word."""
    return (c for c in head.conjuncts if c.i > head.i and not _of_one_person(head, c))


def _of_one_person(first: "Token", second: "Token") -> bool:
    """Whether two roles under one article are one person's: "the former mayor and banker"."""
    roles = all(t.tag_ == "NN" and can_speak(t) and not is_body(t) for t in (first, second))
    return roles and [_determined(t) for t in (first, second)] == [True, False]


def _determined(noun: "Token") -> bool:
    return any(c.dep_ in ("det", "poss") for c in noun.children)


def _whole(first: "Token", nouns: list["Token"]) -> "Token":
    """The last of the pieces that the parser has made of one noun phrase: "ex-director", "X University chemist Y"."""
    for noun in nouns:
        between = first.doc[first.i + 1 : noun.i] if noun.doc == first.doc and noun.i > first.i else None
        if between is not None and all(t.text == "-" or t.dep_ in ("compound", "amod", "nmod") for t in between):
            first = noun
    return first


def tokens_in(parsed: Parsed, start: int, end: int) -> list["Token"]:
    """The words that a stretch of the article touches, without marks."""
    first = max(0, bisect_right(parsed.docs, start, key=_opening) - 1)
    found: list[Token] = []
    for doc in parsed.docs[first:]:
        opening = _opening(doc)
        if opening >= end:
            break
        stretch = doc.char_span(max(0, start - opening), min(len(doc.text), end - opening), alignment_mode="expand")
        found += stretch or ()
    return [t for t in found if not (t.is_punct or t.is_space or possessive(t))]


def _opening(doc: "Doc") -> int:
    return int(doc.user_data["start"])


def _noun(root: "Token", places: set[int], depth: int = _DEPTH) -> "Token | None":
    """The noun of a root: itself, the subject of a verb, what a preposition leads to."""
    if root.pos_ in _NOUNS or root.tag_ in _PRONOUNS or any(c.dep_ == "det" for c in root.children):
        return root
    if depth == 0:
        return None
    wanted = _SUBJECTS if root.pos_ in ("VERB", "AUX") else _INTO
    near = [c for c in root.children if start_of(c) in places]
    for dep in (*wanted, *_INTO):
        for child in near:
            if child.dep_ == dep and (found := _noun(child, places, depth - 1)) is not None:
                return found
    return None

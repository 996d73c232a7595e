"""The noun phrase around its head word, as a careful coder would mark it as a source."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 10


def possessive(token: "Token") -> bool:
    """Whether a word is the ending of a possessive; spaCy sometimes takes it for "is".

    Where it is read as a verb, its place in the tree still tells.
    """
    return token.tag_ == "POS" or (token.dep_ == "case" and token.text in ("'s", "’s", "'", "’"))


def phrase(head: "Token") -> tuple["Token", "Token"]:
    """The first and last word of the noun phrase of a head word.

    With titles, adjectives, complements and appositions; without relative clauses and what is joined by "and".
    """
    kept = [head]
    for child in head.children:
        if child.dep_ in ("relcl", "cc", "conj", "punct", "advcl", "ccomp", "preconj", "mark"):
            continue
        if child.i > head.i and child.dep_ == "acl":
            continue
        kept += list(child.subtree)
    first, last = head, head
    inside = {t.i for t in kept}
    while first.i - 1 in inside:
        first = first.nbor(-1)
    while last.i + 1 in inside or (last.i + 2 in inside and last.nbor(1).is_punct):
        last = last.nbor(1)
    while last.i > head.i and (last.is_punct or last.dep_ == "cc"):
        last = last.nbor(-1)
    last = _closed(first, last)
    while first.i < head.i and first.is_punct:
        first = first.nbor(1)
    return first, last


def _closed(first: "Token", last: "Token") -> "Token":
    """The last word, with a bracket that it opened: "(EEB)"."""
    words = list(first.doc[first.i : last.i + 1])
    opened = sum(t.text == "(" for t in words) > sum(t.text == ")" for t in words)
    if opened and last.i + 1 < len(last.doc) and last.nbor(1).text == ")":
        return last.nbor(1)
    return last


def proper_name(head: "Token") -> list["Token"]:
    """The run of capitalised words that a proper noun is the last or the first of."""
    doc = head.doc
    first = last = head.i
    while first > head.sent.start and (_in_name(doc[first - 1]) or _joins(doc, first - 1, head.sent.start)):
        first -= 1
    while last + 1 < head.sent.end and (_in_name(doc[last + 1]) or _joins(doc, last + 1, last)):
        last += 1
    while first < head.i and not doc[first].text[0].isupper():
        first += 1
    while last > head.i and not doc[last].text[0].isupper():
        last -= 1
    return list(doc[first : last + 1])


def nearest_person(antecedent: "Token", pronoun: "Token", person: Callable[["Token"], bool]) -> "Token":
    """The person-like noun nearest before "who", within the phrase that a parser hangs its clause on."""
    if antecedent.doc is not pronoun.doc or antecedent.i > pronoun.i:
        return antecedent
    while not person(antecedent) and antecedent.dep_ == "pobj" and antecedent.head.dep_ == "prep":
        above = antecedent.head.head
        if above.pos_ not in ("NOUN", "PROPN") or not person(above):
            break
        antecedent = above
    if antecedent.pos_ == "PROPN" and not person(antecedent):
        before = antecedent.doc[max(antecedent.sent.start, antecedent.i - _REACH) : antecedent.i]
        return next((t for t in reversed(list(before)) if t.pos_ == "PROPN" and person(t)), antecedent)
    for token in reversed(list(antecedent.doc[antecedent.i : pronoun.i])):
        if person(token) and token.dep_ not in ("compound", "poss", "amod"):
            return token
    return antecedent


def _in_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _joins(doc: "Doc", at: int, start: int) -> bool:
    """Whether a word joins two parts of a name: "Central and East European Coalition", "Center for Tax Policy"."""
    inside = start < at and at + 1 < len(doc)
    return inside and doc[at].lower_ in ("and", "of", "for", "&") and _in_name(doc[at - 1]) and _in_name(doc[at + 1])

"""The noun phrase around its head word, as a careful coder would mark it as a source."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    while first.i < head.i and first.is_punct:
        first = first.nbor(1)
    return first, last


def proper_name(head: "Token") -> list["Token"]:
    """The run of capitalised words that a proper noun is the last or the first of."""
    doc = head.doc
    first = last = head.i
    while first > head.sent.start and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < head.sent.end and doc[last + 1].pos_ == "PROPN" and doc[last + 1].text[0].isupper():
        last += 1
    return list(doc[first : last + 1])

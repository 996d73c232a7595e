"""Who stands behind something written: "a study by the institute", "figures published by the agency", "their paper"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.actors.nameless import is_body

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM = frozenset({"by", "from", "of"})
_BESIDE = frozenset({"poss", "compound", "nmod", "amod"})
_TAKEN = frozenset({"obtain", "see", "cite", "read", "receive", "review", "quote", "leak", "follow"})


def issuers(document: "Token") -> Iterator["Token"]:
    """The nouns that may name who issued a document, the surest first.

    "The agency's report", "their report", "a Pew survey"; "a study by X"; "figures published by X"; "X's own figures".
    """
    for child in document.children:
        if child.dep_ in _BESIDE and (child.dep_ == "poss" or child.pos_ == "PROPN" or child.ent_type_):
            yield child
    for child in document.children:
        if child.dep_ == "prep" and child.lower_ in _FROM:
            inner = [c for c in child.children if c.dep_ == "pobj" and c.ent_type_ != "DATE"]
            yield from (c for c in inner if child.lower_ != "of" or c.pos_ == "PROPN" or is_body(c))
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() not in _TAKEN:
            yield from _agents(child)


def _agents(verb: "Token") -> Iterator["Token"]:
    """The agents of a passive: "published this month by the institute"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (c for c in child.children if c.dep_ == "pobj")

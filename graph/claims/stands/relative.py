"""What a relative clause says of a proposal: "a plan which the cabinet resisted", "a figure that Oslo seeks to cut"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.stands.governing import by_governor
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import child
from graph.claims.syntax.subjects import relative_subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_relative(word: "Token", own: set[int], climb: Climb) -> Iterator[Verdict]:
    """The verdict of the first clause that describes a word, or what is set beside it, and takes a stand."""
    nouns = (word, *(c for c in word.children if c.dep_ == "appos"))
    for clause in (c for noun in nouns for c in noun.children if c.dep_ == "relcl"):
        verb = _innermost(clause)
        if not _lacks_object(verb) or relative_subject(clause):
            continue
        found = by_governor(verb, "obj", own, climb)
        while found is None and verb != clause:
            verb = verb.head
            found = by_governor(verb, "to", own, climb)
        if found is not None:
            yield found
            return


def _innermost(verb: "Token") -> "Token":
    """The last of verbs that each lead to the next: "cut" of "seeks to begin to cut"."""
    while (inner := child(verb, "xcomp")) is not None:
        verb = inner
    return verb


def _lacks_object(verb: "Token") -> bool:
    """Whether what a verb does is done to the noun that its clause describes."""
    return all(c.tag_ in ("WDT", "WP") for c in verb.children if c.dep_ == "dobj")

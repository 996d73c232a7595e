"""What a clause behind a proposal says of it: "a plan which the cabinet resisted", ", favoured by the hotels,"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.stands.governing import by_governor
from graph.claims.stands.turning import by_others
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import child
from graph.claims.syntax.subjects import relative_subject
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token


_NEAR = 5  # tokens


def by_relative(word: "Token", own: set[int], climb: Climb) -> Iterator[Verdict]:
    """The verdicts of the clauses that describe a word, or what is set beside it, and take a stand."""
    nouns = (word, *(c for c in word.children if c.dep_ == "appos"), *_set_beside(word, own))
    for clause in (c for noun in nouns for c in noun.children if c.dep_ in ("relcl", "acl") and c.i not in own):
        found = _in_clause(clause, own, climb)
        if found is not None:
            yield found
            yield from by_others(clause, found)
            return


def _set_beside(word: "Token", own: set[int]) -> Iterator["Token"]:
    """What stands behind a proposal and a comma to call it something: ", a step that judges resist"."""
    last = max(own)
    if word.i != last or last + 3 >= len(word.doc) or word.nbor(1).text != ",":
        return
    for token in word.doc[last + 2 : last + 2 + _NEAR]:
        if token.pos_ == "NOUN" and token.lemma_ in words("stand_ins") and token.left_edge.i == last + 2:
            yield token


def _in_clause(clause: "Token", own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of a clause whose verb lacks the object that the noun is, or of a participle behind it."""
    verb = _innermost(clause)
    if clause.dep_ == "acl":
        return by_governor(clause, "obj", clause.head, own, climb) if clause.tag_ == "VBN" else None
    if not _lacks_object(verb) or relative_subject(clause):
        return None
    found = by_governor(verb, "obj", clause.head, own, climb)
    while found is None and verb != clause:
        below, verb = verb, verb.head
        found = by_governor(verb, "to", below, own, climb)
    return found


def _innermost(verb: "Token") -> "Token":
    """The last of verbs that each lead to the next: "cut" of "seeks to begin to cut"."""
    while (inner := child(verb, "xcomp")) is not None:
        verb = inner
    return verb


def _lacks_object(verb: "Token") -> bool:
    """Whether what a verb does is done to the noun that its clause describes."""
    return all(c.tag_ in ("WDT", "WP") for c in verb.children if c.dep_ == "dobj")

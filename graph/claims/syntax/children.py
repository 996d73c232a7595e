"""What hangs on a word: the first child of a kind, the objects behind a preposition."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
ADDRESSEES = ("dobj", "dative")
CLAUSES = ("ccomp", "xcomp")


def child(word: "Token", *labels: str) -> "Token | None":
    """The first child with one of the labels."""
    return next((c for c in word.children if c.dep_ in labels), None)


def has_child(word: "Token", *labels: str) -> bool:
    """Whether there is a child with one of the labels."""
    return any(c.dep_ in labels for c in word.children)


def auxiliary(verb: "Token", *forms: str) -> "Token | None":
    """The first auxiliary of a verb that has one of the forms, in small letters."""
    return next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in forms), None)


def behind(preposition: "Token") -> list["Token"]:
    """The words that a preposition leads to."""
    return [t for c in preposition.children if c.dep_ in ("pobj", "pcomp") for t in c.subtree]

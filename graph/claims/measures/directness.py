"""Whether a word takes its stand on a measure itself, not on something that the measure is only a part of."""

from typing import TYPE_CHECKING

from graph.claims.stances import stand
from graph.claims.syntax.governors import governor_of
from graph.claims.syntax.words import KINDS, lemma_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BRINGING_ABOUT = ("introduction", "creation", "adoption", "construction", "establishment", "imposition", "launch")
_HIGHEST = 5  # words in between


def is_direct(measure: "Token", judge: "Token") -> bool:
    """Whether nothing but words that pass a stand on ("the idea of", "plans to introduce") stands between the two."""
    node = measure
    for _ in range(_HIGHEST):
        if node == judge:
            return True
        above, argument = governor_of(node)
        if above == judge or _judges(judge, above, argument):
            return True
        if above == node or not _passes_on(above, argument):
            return False
        node = above
    return False


def _judges(judge: "Token", verb: "Token", argument: str) -> bool:
    """Whether a word says what the subject of a verb is, or takes a stand on what a clause says of its subject."""
    if argument == "subj":
        return judge.head == verb or verb.head == judge or judge.head.head == verb
    return verb.lemma_ == "be" and judge.head == verb


def _passes_on(word: "Token", argument: str) -> bool:
    if word.lemma_.lower() in words("stand_ins"):
        return True
    if argument == "of" and word.lemma_.lower() in _BRINGING_ABOUT:
        return True
    found = stand(lemma_of(word), KINDS.get(word.pos_, ""), argument)
    return found is not None and found.polarity is None

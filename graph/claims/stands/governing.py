"""What a word makes of what it governs: by the table of stances, else by what is said must or will be done."""

from typing import TYPE_CHECKING

from graph.claims.stances import Stand, stand
from graph.claims.stands.acting import by_doing, by_will, by_word, of_noun
from graph.claims.stands.equating import by_it_is
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.words import KINDS, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILLED = ("obj", "to", "that")
_BEFORE_NOUN = ("compound", "poss", "nmod", "amod")


def by_governor(parent: "Token", argument: str, own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of a word on its argument; a word of lessening, which takes no side, turns the climb round."""
    kind = "adj" if parent.dep_ == "acomp" else KINDS.get(parent.pos_)
    if kind is None or parent.i in own:
        return None
    taken = _taken(parent, kind, argument)
    if taken is None and argument == "to" and kind != "verb":
        return by_it_is(parent, kind, climb)
    if taken is not None and taken.polarity is not None:
        return by_word(parent, kind, taken.polarity, climb)
    if taken is not None and not taken.light and taken.direction < 0 and not climb.downward:
        climb.sign = -climb.sign
    if kind != "verb" or argument not in _WILLED:
        return None
    return by_will(parent, climb) or (by_doing(parent, climb) if taken is not None and taken.enacts else None)


def _taken(parent: "Token", kind: str, argument: str) -> Stand | None:
    """The stand of a word on its argument; a noun has one on what stands before it too."""
    found = stand(lemma_of(parent), kind, argument)
    return of_noun(parent) if found is None and kind == "noun" and argument in _BEFORE_NOUN else found

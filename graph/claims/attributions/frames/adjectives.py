"""Content at an adjective: "is adamant that ...", "is unwilling to ...", "is sceptical of ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.attributions.frames.draft import Draft
from graph.claims.syntax.children import CLAUSES, behind
from graph.claims.syntax.phrases import cue_of, noun_phrase
from graph.claims.syntax.subjects import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATES = ("acomp", "attr", "oprd")
_ALONE = ("conj", "advcl", "ROOT")


def adjective(word: "Token") -> Iterator[Draft]:
    """Somebody is adamant, hopeful, aware that ...; is ready, unwilling to ...; is sceptical of ..."""
    if word.dep_ not in (*_PREDICATES, *_ALONE):
        return
    verb = word.head if word.dep_ in _PREDICATES else word
    holder, how = subject(verb)
    if holder is None:
        return
    cue = tuple(sorted({*(cue_of(verb) if verb != word else ()), word}, key=lambda t: t.i))
    source = noun_phrase(holder, cue)
    for part in word.children:
        if part.dep_ in CLAUSES:
            yield Draft(word, cue, holder, how, source, list(part.subtree), cue, (part.dep_,))
        elif part.dep_ == "prep":
            yield Draft(word, cue, holder, how, source, behind(part), cue, ("prep=" + part.lower_,))

"""What a proposal is said to be: "it would be wrong to ...", "its hope is to ...", "the union's aim is ..."."""

from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import child
from graph.claims.syntax.words import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_it_is(word: "Token", kind: str, climb: Climb) -> Verdict | None:
    """The verdict of "it would be wrong to ...", "it is a mistake to ...": whoever says it holds it."""
    verb = word.head
    own = child(verb, "nsubj", "expl")
    polarity = polarity_of(word.lemma_, kind, "subj")
    if verb.lemma_ != "be" or own is None or own.lower_ != "it" or polarity is None:
        return None
    judged = climb.turned(polarity, negated=is_negated(verb) or is_negated(word))
    return Verdict(judged, None, word, f'"{word.text}"', 0.65)


def by_subject(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of a subject that the proposal is equated with: "its hope is to ...", "the union's aim is ..."."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if noun is None:
        return None
    stands = (polarity_of(noun.lemma_, "noun", argument) for argument in ("to", "that", "for"))
    polarity = next((each for each in stands if each is not None), None)
    if polarity is None:
        return None
    judged = climb.turned(polarity, negated=is_negated(verb))
    return Verdict(judged, holder_of(noun, "noun")[0], noun, f'"{noun.text}"', 0.75)

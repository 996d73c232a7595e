"""What a proposal is said to be: "it would be wrong to ...", "its hope is to ...", "the union's aim is ..."."""

from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of, stand
from graph.claims.stands.evaluating import evaluation
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import VERBAL, child
from graph.claims.syntax.words import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATES = ("attr", "acomp", "oprd")


def by_it_is(word: "Token", argument: str, climb: Climb) -> Verdict | None:
    """The verdict of "it would be wrong to ...", "it is a mistake to ...": whoever says it holds it."""
    verb = word if word.pos_ in VERBAL else word.head
    own = child(verb, "nsubj", "expl")
    if own is None or argument not in ("to", "that", "subj", "advcl", "if"):
        return None
    if (own.lemma_.lower() == "time" and verb.lemma_ in ("come", "be")) or _is_advice(verb, argument):
        return Verdict(climb.turned(1.0, negated=is_negated(verb)), None, verb, f'"{own.text} {verb.text}"', 0.65)
    if verb.lemma_ != "be" or (own.lower_ != "it" and not (argument == "to" and _is_of_doing(word))):
        return None
    for predicate in (c for c in verb.children if c.dep_ in _PREDICATES and word in (verb, c)):
        found = evaluation(predicate)
        if found is not None:
            return Verdict(climb.turned(found[0], negated=is_negated(verb)), None, verb, f'"{found[1].text}"', 0.65)
    return None


def _is_advice(verb: "Token", argument: str) -> bool:
    """Whether somebody is told what is good to do: "would do well to ..."."""
    return (
        argument == "to" and verb.lemma_ == "do" and any(c.lower_ in ("well", "better", "best") for c in verb.children)
    )


def _is_of_doing(word: "Token") -> bool:
    """Whether an adjective judges who does something for doing it: "the council is right to ...", "would be mad to"."""
    judged = polarity_of(word.lemma_, "adj", "subj") if word.dep_ == "acomp" else None
    return judged is not None and abs(judged) == 1.0 and stand(word.lemma_.lower(), "adj", "to") is None


def by_subject(verb: "Token", climb: Climb, label: str = "nsubj") -> Verdict | None:
    """The verdict of a subject that the proposal is equated with: "its hope is to ...", "the union's aim is ...".

    `label`: where the noun stands; "attr" for "... is an aim of the union".
    """
    noun = next((c for c in verb.children if c.dep_ == label and c.pos_ == "NOUN"), None)
    if noun is None:
        return None
    stands = (polarity_of(noun.lemma_, "noun", argument) for argument in ("to", "that", "for"))
    polarity = next((each for each in stands if each is not None), None)
    if polarity is None:
        return None
    judged = climb.turned(polarity, negated=is_negated(verb))
    return Verdict(judged, holder_of(noun, "noun")[0], noun, f'"{noun.text}"', 0.75)

"""Which words of a sentence name a measure: nouns of measures, and verbs of what is demanded, planned or due."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.syntax.children import VERBAL, auxiliary, has_child
from graph.claims.syntax.governors import governor_of
from graph.claims.syntax.words import DEONTIC, is_negated
from graph.claims.tables import words
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_HANGING = ("xcomp", "pcomp", "acl", "ccomp", "conj", "advcl")
_ASKING = {
    "obj": ("propose", "demand", "oppose", "advocate"),
    "for": ("call", "campaign", "lobby", "press", "push", "plead", "petition"),
    "against": ("campaign", "lobby", "vote", "protest", "warn"),
    "to": ("oppose", "object"),
}
_NAMES = ("act",)  # a measure only in a name: "the Clean Air Act"


def measures(sentence: Sentence) -> Iterator["Token"]:
    """The head words of such phrases, those that govern others first."""
    found = [t for t in sentence.tokens if _is_noun_of_measure(t) or _is_asked_for(t) or _is_deed(t)]
    return iter(sorted(found, key=lambda t: (sum(1 for _ in t.ancestors), t.i)))


def is_noun_of_measure(word: "Token") -> bool:
    """Whether a noun is of what can be supported or opposed."""
    lemma, known = word.lemma_.lower(), words("measure_nouns")
    if word.pos_ == "PROPN":
        return lemma in _NAMES or lemma in known
    return word.pos_ == "NOUN" and (word.lower_ in known or lemma in known or lemma.rpartition("-")[2] in known)


def _is_noun_of_measure(word: "Token") -> bool:
    return is_noun_of_measure(word) and word.dep_ not in ("compound", "amod", "nmod", "poss", "npadvmod", "appos")


def _is_asked_for(noun: "Token") -> bool:
    """Whether somebody demands, proposes or opposes a thing, whatever it is: "called for free buses for pupils"."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or {noun.lemma_.lower(), noun.lower_} & words("no_things"):
        return False
    if any(t.tag_ == "TO" for t in noun.doc[noun.i + 1 : noun.i + 2]):
        return False  # "called for players to wear ..."
    governor, argument = governor_of(noun)
    asked = governor.lemma_.lower() in _ASKING.get(argument, ())
    return asked and governor.pos_ in VERBAL


def _is_deed(verb: "Token") -> bool:
    """Whether a verb says what is to be done: an infinitive, a gerund, a demanded clause, what should or must be."""
    if verb.pos_ != "VERB":
        return False
    due = auxiliary(verb, *DEONTIC) is not None
    if not due and (is_negated(verb) or not _is_open(verb)):
        return False
    lemma = verb.lemma_.lower()
    return (
        lemma.removeprefix("re") in words("measure_verbs")
        or lemma in words("measure_verbs")
        or (not due and lemma not in words("no_measures") and _is_demanded(verb))
    )


def _is_open(verb: "Token") -> bool:
    """Whether a verb is without a tense of its own, and hangs on another word."""
    if verb.dep_ not in _HANGING:
        return False
    if any(c.dep_ == "aux" and c.lower_ != "to" and c.lower_ != "be" for c in verb.children):
        return False
    if verb.tag_ == "VBG":
        return not has_child(verb, "aux") and verb.dep_ in ("pcomp", "xcomp", "conj")
    return verb.tag_ == "VB" or any(c.lower_ in ("to", "be") for c in verb.children if c.dep_ in ("aux", "auxpass"))


def _is_demanded(verb: "Token") -> bool:
    """Whether others are asked to do it, or somebody is for or against its being done."""
    governor, _ = governor_of(verb)
    if governor.pos_ in (*VERBAL, "NOUN"):
        return governor.lemma_.lower() in words("demanding_verbs")
    return False

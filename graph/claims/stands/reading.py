"""Which word takes a stand on a word below it: the governor, the noun or adjective beside it, or both as an idiom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.claims.stances import Stand, stand
from graph.claims.syntax.children import VERBAL, has_child
from graph.claims.syntax.clauses import is_infinitive
from graph.claims.syntax.words import KINDS, PARTICLES, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "dative", "intj")
_BEFORE_NOUN = ("compound", "poss", "nmod", "amod")
_STATES = ("acl", "advcl", "acomp", "amod", "conj", "oprd")
_PLAIN = ("obj", "that", "subj")


@dataclass(frozen=True, slots=True)
class Reading:
    """A word with the stand that the table gives it, as a "verb", a "noun" or an "adj"; `beside`: the idiom's noun."""

    word: "Token"
    kind: str
    stand: Stand
    beside: "Token | None" = None


def reading(parent: "Token", argument: str, below: "Token") -> Reading | None:
    """The stand that a word, or what it has beside it, takes on the word below it that is its argument."""
    arguments = ("inf", argument) if argument == "to" and is_infinitive(below) else (argument,)
    for word, kind, lemma, beside in _ways(parent, argument, below):
        for each in arguments:
            found = stand(lemma, kind, each)
            if found is not None:
                return Reading(word, kind, found, beside)
    phrasal = _phrasal(parent, argument)
    if phrasal is not None:
        return Reading(parent, "verb", phrasal)
    return _before(parent) if argument in _BEFORE_NOUN else None


def _ways(parent: "Token", argument: str, below: "Token") -> Iterator[tuple["Token", str, str, "Token | None"]]:
    """The words that may take the stand, with their kinds and as what the table would have them."""
    if parent.dep_ in ("dobj", "attr") and parent.head.pos_ in VERBAL:
        yield parent.head, "verb", f"{lemma_of(parent.head)}+{parent.lemma_.lower()}", parent
    verb, near = lemma_of(parent), list(_beside(parent, below)) if parent.pos_ in VERBAL else []
    if parent.pos_ in VERBAL:
        yield from ((parent, "verb", f"{verb}+{c.lemma_.lower()}", c) for c in (*near, *_adverbs(parent)))
        yield from ((parent, "verb", f"{verb}_{adverb.lower_}", None) for adverb in _adverbs(parent))
    if parent.tag_ in ("VBN", "VBD") and argument not in _PLAIN and _is_state(parent):
        yield parent, "adj", parent.lower_, None
    yield parent, _kind(parent), verb, None
    if argument not in _PLAIN:
        yield from ((w, _kind(w), w.lower_ if w.tag_ == "VBN" else w.lemma_.lower(), None) for w in near)


def _kind(word: "Token") -> str:
    if word.dep_ == "acomp":
        return "adj"
    return KINDS.get(word.pos_, "")


def _adverbs(verb: "Token") -> Iterator["Token"]:
    return (c for c in verb.children if c.dep_ == "advmod" or (c.dep_ == "prep" and c.lower_ in PARTICLES))


def _phrasal(verb: "Token", argument: str) -> Stand | None:
    """The stand of a verb whose particle the parser takes for a preposition, or the other way: "voted down"."""
    if argument == "obj":
        particles = (c.lower_ for c in verb.children if c.dep_ == "prt")
        return next((found for p in particles if (found := stand(verb.lemma_.lower(), "verb", p)) is not None), None)
    return stand(f"{lemma_of(verb)}_{argument}", "verb", "obj") if argument in PARTICLES else None


def _is_state(participle: "Token") -> bool:
    """Whether a participle says how somebody feels, not what is done: "is opposed to", ", committed to ..."."""
    return has_child(participle, "auxpass") or participle.dep_ in _STATES


def _beside(verb: "Token", below: "Token") -> Iterator["Token"]:
    """What completes a verb, other than the word below: its object, its adjective, what a preposition leads to."""
    for part in verb.children:
        if part.dep_ in _COMPLEMENTS and part != below and part.pos_ != "ADP":
            yield part
        elif part.dep_ in ("prep", "advmod", "prt", "dative"):
            yield from (c for p in (part, *part.children) for c in p.children if c.dep_ == "pobj" and c != below)


def _before(noun: "Token") -> Reading | None:
    """The stand of a noun on what stands before it: "tariff opposition", "the ban's critics", "tariff relief"."""
    found = [stand(noun.lemma_.lower(), _kind(noun), argument) for argument in ("to", "for", "of", "from")]
    taken = next((f for f in found if f is not None and not f.light), None)
    return Reading(noun, "noun", taken) if taken is not None else None

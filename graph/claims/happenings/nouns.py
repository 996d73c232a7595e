"""Events that a noun tells: "talks between Chile and Peru began", "after a meeting with the mayor"."""

from typing import TYPE_CHECKING

from graph.claims.happenings.asserting import status
from graph.claims.happenings.draft import Draft
from graph.claims.happenings.parties import Parties, Party
from graph.claims.happenings.triggers import making, telling_nouns
from graph.claims.syntax.children import VERBAL, child
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import is_negated, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = ("between", "with", "of", "by", "to", "among")
_POSSIBLE = frozenset(
    {"no", "any", "possible", "potential", "future", "further", "another", "proposed", "planned", "more"}
)


def told_by_noun(noun: "Token", parties: Parties) -> Draft | None:
    """The event that a noun tells, where a verb over it says that it happens or a preposition that it has happened."""
    known = telling_nouns().get(noun.lemma_.lower())
    if known is None or noun.pos_ != "NOUN" or any(c.lower_ in _POSSIBLE for c in noun.children) or is_negated(noun):
        return None
    code, name = known
    verb, around = noun.head, noun.dep_ == "pobj" and noun.head.lower_ in making("around")
    if around:
        verb = noun.head.head
    if verb.pos_ not in VERBAL or not (around or _occurs(noun, verb)):
        return None
    said = status(verb)
    if said is None or (around and said != "happened"):
        return None
    preps = _WITH if name == "talks" else ("between", "by", "against", "on")
    own = parties.before(noun) if name == "talks" or not around else []
    found: list[Party] = [*own, *parties.behind([noun], *preps)]
    with_whom = any(c.dep_ == "prep" and c.lower_ in ("with", "between") for c in noun.children)
    if around and name == "talks" and with_whom and child(noun, "poss") is None:
        found = [*parties.at(subject(verb)[0]), *found]
    alone = {party.actor: party for party in found}
    if len(alone) < (2 if code == "CONSULT" else 1):
        return None
    words = (noun,) if around else (verb, noun)
    score = 0.7 if around else 0.76
    why = f"the noun “{noun.lower_}” " + (
        f"behind “{noun.head.lower_}”" if around else f"with the verb “{lemma_of(verb)}”"
    )
    about = "talks" if name == "talks" and noun.lemma_ != "visit" else noun.lemma_.lower()
    return Draft(verb if not around else noun, code, tuple(alone.values()), noun, words, said, score, why, about)


def _occurs(noun: "Token", verb: "Token") -> bool:
    """Whether a verb says of its subject that it takes place."""
    if noun.dep_ == "nsubj":
        return (lemma_of(verb) in making("occur") and child(verb, "xcomp", "dobj") is None) or _takes_place(verb)
    return False


def _takes_place(verb: "Token") -> bool:
    return verb.lemma_ == "take" and any(c.lower_ == "place" and c.dep_ == "dobj" for c in verb.children)


def tells(noun: "Token") -> bool:
    """Whether a noun is worth a look."""
    return noun.dep_ in ("nsubj", "pobj") and noun.lemma_.lower() in telling_nouns()

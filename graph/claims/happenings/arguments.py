"""What a verb's frame is filled with: who does it, what it is done to, and the draft that comes of them."""

from typing import TYPE_CHECKING

from graph.claims.happenings.asserting import Status
from graph.claims.happenings.draft import Draft
from graph.claims.happenings.parties import Parties, Party
from graph.claims.happenings.triggers import Trigger, noun_class
from graph.claims.syntax.children import child
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def draft(
    verb: "Token", trigger: Trigger, said: Status, found: list[Party], theme: "Token | None", why: str, least: int = 2
) -> Draft | None:
    """A draft, where there are parties enough; a party of nothing but itself is one."""
    parties = tuple({party.actor: party for party in reversed(found)}.values())[::-1]
    if len(parties) < least:
        return None
    lemma = lemma_of(verb).replace("_", " ")
    about = theme.lemma_.lower() if theme is not None and trigger.frame in ("act", "from") else lemma
    if trigger.code == "CONSULT" and trigger.frame != "place":
        about = "talks"
    behind = (party.word for party in parties if party.word.i > verb.i and party.word.doc == verb.doc)
    words = tuple(dict.fromkeys((verb, *([theme] if theme is not None else []), *behind)))
    named = min(2, sum(party.score >= 0.8 for party in parties))
    score = 0.7 + 0.08 * named - (0.08 if said != "happened" else 0)
    return Draft(verb, trigger.code, parties, theme, words, said, score, f"the verb “{lemma}” with {why}", about)


def doers_of(verb: "Token", parties: Parties) -> list[Party]:
    """Who does what a verb says."""
    return parties.at(subject(verb)[0])


def done_to(verb: "Token") -> "Token | None":
    """What is done to: the object, the subject of a passive, or the noun that "signed by" describes."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    passive = child(verb, "nsubjpass")
    if passive is not None and passive.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    found = passive if passive is not None else child(verb, "dobj")
    if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return found


def is_of(noun: "Token", name: str | None) -> bool:
    """Whether a noun, or one that is joined to it, is of a class."""
    if name is None or noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() not in noun_class(name):
        return False
    return not any(c.lower_ in ("press", "news") for c in noun.children)


def is_specific(thing: "Token") -> bool:
    """Whether a noun says what talks they are: "trade talks", "a round of negotiations"."""
    return any(c.dep_ in ("amod", "compound") or c.lower_ in ("of", "on", "about") for c in thing.children)

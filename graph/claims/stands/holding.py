"""Who takes the stand that a word expresses."""

from typing import TYPE_CHECKING

from graph.claims.frames import subject
from graph.claims.stances import stand
from graph.claims.stands.grammar import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token


def holder_of(parent: "Token", kind: str) -> tuple["Token | None", bool]:
    """Who takes the stand that a word expresses, and whether it is negated."""
    negated = is_negated(parent)
    if kind == "verb":
        return subject(parent)[0], negated
    beside = _beside(parent, kind)
    if beside is not None:
        return beside, negated
    if parent.dep_ == "appos":
        return parent.head, negated
    if parent.dep_ == "nsubj":
        return _among(parent.head), negated
    if kind == "adj" and parent.dep_ in ("amod", "advcl", "conj"):
        return subject(parent)[0], negated
    return _through_verb(parent, negated)


def _beside(word: "Token", kind: str) -> "Token | None":
    """The possessor of a noun or an adjective, or who stands behind it with "by", "from", "of", "among"."""
    for child in word.children:
        if child.dep_ == "poss":
            return child
        if kind != "noun":
            continue
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among", "of"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (child.lower_ != "of" or _noun_of_will(word)):
                return inner
        if child.dep_ == "acl" and subject(child)[1] == "agent":
            return subject(child)[0]
    return None


def _among(verb: "Token") -> "Token | None":
    """Whom a verb names with "among" or "from": "opposition is growing among tenants"."""
    around = (p for c in verb.children if c.dep_ == "prep" and c.lower_ in ("among", "from") for p in c.children)
    return next((p for p in around if p.dep_ == "pobj"), None)


def _through_verb(word: "Token", negated: bool) -> tuple["Token | None", bool]:
    """The subject of the verb that a noun or an adjective is said with: "is wary of", "has doubts about"."""
    verb = word.head if word.dep_ in ("acomp", "attr", "dobj", "oprd", "pobj") else None
    while verb is not None and verb.pos_ == "ADP":
        verb = verb.head
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None, negated
    return subject(verb)[0], negated or is_negated(verb)


def _noun_of_will(noun: "Token") -> bool:
    """Whether "of" names whose hope or aim it is, and not what it is for: "the aim of the union"."""
    return stand(noun.lemma_.lower(), "noun", "of") is None

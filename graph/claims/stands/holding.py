"""Who takes the stand that a word expresses."""

from typing import TYPE_CHECKING

from graph.claims.stances import stand
from graph.claims.syntax.children import VERBAL, child
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token


def holder_of(word: "Token", kind: str) -> tuple["Token | None", bool]:
    """Who takes the stand that a word expresses, and whether it is negated."""
    negated = is_negated(word)
    if kind == "verb":
        return subject(word)[0], negated
    beside = _beside(word, kind)
    if beside is not None:
        return beside, negated
    if word.dep_ == "appos":
        return word.head, negated
    if word.dep_ == "nsubj":
        return _among(word.head), negated
    if kind == "adj" and word.dep_ in ("amod", "advcl", "conj"):
        return subject(word)[0], negated
    return _through_verb(word, negated)


def _beside(word: "Token", kind: str) -> "Token | None":
    """The possessor of a noun or an adjective, or who stands behind a noun with "by", "from", "of", "among"."""
    for part in word.children:
        if part.dep_ == "poss":
            return part
        behind = _behind(word, part) if kind == "noun" else None
        if behind is not None:
            return behind
    return None


def _behind(noun: "Token", part: "Token") -> "Token | None":
    """Whom a phrase behind a noun names as the one whose hope, plea or fear it is."""
    if part.dep_ in ("prep", "agent") and part.lower_ in ("by", "from", "among", "of"):
        return child(part, "pobj") if part.lower_ != "of" or _is_noun_of_will(noun) else None
    if part.dep_ == "acl":
        found, how = subject(part)
        return found if how == "agent" else None
    return None


def _is_noun_of_will(noun: "Token") -> bool:
    """Whether "of" names whose hope or aim it is, and not what it is for: "the aim of the union"."""
    return stand(noun.lemma_.lower(), "noun", "of") is None


def _among(verb: "Token") -> "Token | None":
    """Whom a verb names with "among" or "from": "opposition is growing among tenants"."""
    around = (child(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ in ("among", "from"))
    return next((named for named in around if named is not None), None)


def _through_verb(word: "Token", negated: bool) -> tuple["Token | None", bool]:
    """The subject of the verb that a noun or an adjective is said with: "is wary of", "has doubts about"."""
    verb = word.head if word.dep_ in ("acomp", "attr", "dobj", "oprd", "pobj") else None
    while verb is not None and verb.pos_ == "ADP":
        verb = verb.head
    if verb is None or verb.pos_ not in VERBAL:
        return None, negated
    return subject(verb)[0], negated or is_negated(verb)

"""Who takes the stand that a word expresses."""

from typing import TYPE_CHECKING

from graph.claims.stances import stand
from graph.claims.syntax.children import VERBAL, child
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOURCES = ("by", "from", "among", "amongst", "of", "within")
_THERE = ("there", "here")


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
    if word.dep_ in ("nsubj", "nsubjpass") and kind == "noun":
        return _among(word.head), negated
    if kind == "adj":
        return _of_state(word, negated)
    return _through_verb(word, negated) if word.dep_ in ("attr", "oprd") else (None, negated)


def sources(noun: "Token", *, with_of: bool = False) -> "list[Token]":
    """Whom phrases behind a noun name as those whose hope, plea or fear it is: "anger from drivers", "the unions'".

    `with_of`: what it is about is named elsewhere, so that "of" names whose it is: "has the support of nurses".
    """
    named = [part for part in noun.children if part.dep_ == "poss"]
    for part in noun.children:
        found = child(part, "pobj") if with_of and part.lower_ == "of" else _behind(noun, part)
        if found is not None:
            named.append(found)
    return named


def _beside(word: "Token", kind: str) -> "Token | None":
    """The possessor of a noun or an adjective, or who stands behind a noun with "by", "from", "of", "among"."""
    if kind == "noun":
        return next(iter(sources(word)), None)
    return child(word, "poss")


def _behind(noun: "Token", part: "Token") -> "Token | None":
    """Whom a phrase behind a noun names as the one whose hope, plea or fear it is."""
    if part.dep_ in ("prep", "agent") and part.lower_ in _SOURCES:
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


def _of_state(word: "Token", negated: bool) -> tuple["Token | None", bool]:
    """Who is in a state: "residents are wary of ...", "guards, opposed to ..., marched"."""
    own = child(word, "nsubj", "nsubjpass") or next(
        (g for c in word.children for g in c.children if _is_moved(c, g)), None
    )
    if own is not None:
        return own, negated
    if word.dep_ in ("amod", "advcl", "conj", "acl", "relcl") and word.head != word and word.head.pos_ != "ADP":
        if word.dep_ in ("amod", "acl") and word.head.pos_ not in VERBAL:
            return word.head, negated
        return subject(word)[0], negated
    return _through_verb(word, negated)


def _is_moved(auxiliary: "Token", subject: "Token") -> bool:
    """Whether the parser hangs the subject of a participle on its auxiliary."""
    return auxiliary.dep_ in ("aux", "auxpass") and subject.dep_ in ("nsubj", "nsubjpass")


def _through_verb(word: "Token", negated: bool) -> tuple["Token | None", bool]:
    """The subject of the verb that a noun or an adjective is said with: "is wary of", "has doubts about"."""
    verb = (
        word.head if word.dep_ in ("acomp", "attr", "dobj", "oprd", "pobj", "advmod", "ccomp", "prep", "amod") else None
    )
    while verb is not None and verb.pos_ in ("ADP", "ADV") and verb.head != verb:
        verb = verb.head
    if verb is None or verb.pos_ not in VERBAL:
        return None, negated
    found = subject(verb)[0]
    holder = None if found is not None and found.lower_ in _THERE else found
    return holder, negated or is_negated(verb)

"""Who holds a thought that is itself spoken of: "rejected calls for ...", "voiced doubts", "asked it to ban ..."."""

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.stands.acting import by_word
from graph.claims.stands.conditions import softened
from graph.claims.stands.reading import Reading, reading
from graph.claims.stands.verdict import Climb, Verdict, composed
from graph.claims.syntax.children import VERBAL, auxiliary
from graph.claims.syntax.clauses import is_infinitive
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import is_negated, lemma_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENIED = {1.0: -1.0, -1.0: 0.5, -0.5: 0.5, 0.5: -1.0}
_ENTERING = ("in", "into", "under")
_BEARING = 0.8


def is_borne(found: Verdict) -> bool:
    """Whether a stand is said as a thing that somebody may have, take up or reject: a noun, an infinitive, a gerund."""
    word = found.spoken
    if word.pos_ not in VERBAL:
        return word.pos_ in ("NOUN", "PROPN") and word.dep_ not in ("attr", "appos")
    bare = word.tag_ == "VBN" and word.dep_ in ("ccomp", "oprd")
    gerund = word.tag_ == "VBG" and auxiliary(word, "be", "is", "are", "was", "were", "been") is None
    return bare or gerund or is_infinitive(word)


def borne(parent: "Token", argument: str, node: "Token", found: Verdict) -> Verdict | None:
    """The verdict of the word over a stand that is spoken of; None where it says nothing of it."""
    read = reading(parent, argument, node)
    if read is not None and read.stand.polarity is not None:
        return _taken_up(read, found)
    if read is not None and read.stand.direction < 0:
        return _with_subject(replace(found, polarity=0.0), parent)
    if node.pos_ not in VERBAL:
        return _as_held(parent, argument, found) if found.holder is None else None
    if read is not None and not _is_told(parent, node):
        return _with_subject(found, parent)
    return None


def _taken_up(read: Reading, found: Verdict) -> Verdict | None:
    """The verdict of a word that takes a stand on a stand."""
    judged = by_word(read, Climb(downward=False))
    if judged is None:
        return None
    polarity = composed(judged.polarity, found.polarity, lemma_of(read.word))
    return replace(judged, polarity=polarity, why=f"{judged.why} over {found.why}")


def _as_held(parent: "Token", argument: str, found: Verdict) -> Verdict | None:
    """The verdict of whoever has, voices or acts on what a noun calls a stand: "has doubts", "marched in protest"."""
    bears = argument == "obj" and lemma_of(parent) in words("bearing_verbs")
    if parent.pos_ not in VERBAL or not (bears or argument in _ENTERING):
        return None
    return _with_subject(replace(found, strength=_BEARING), parent)


def _with_subject(found: Verdict, verb: "Token") -> Verdict:
    """A stand as that of the subject of the verb over it."""
    holder = subject(verb)[0]
    polarity = _DENIED.get(found.polarity, 0.0) if is_negated(verb) else found.polarity
    strength = max(found.strength, _BEARING) if holder is not None else 0.0
    why = f'{found.why} after "{verb.text}"' if is_negated(verb) else found.why
    return Verdict(softened(verb, polarity), holder, verb, why, strength)


def _is_told(parent: "Token", node: "Token") -> bool:
    return subject(node)[1] == "told" and parent.pos_ in VERBAL

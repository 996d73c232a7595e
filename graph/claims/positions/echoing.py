"""Stands that only point to another one: "So has Brazil", "the union does too", "the mayor disagrees"."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.stands import Verdict
from graph.claims.stands.absence import is_asked
from graph.claims.stands.holding import holder_of
from graph.claims.syntax.children import auxiliary, has_child
from graph.claims.syntax.subjects import subject
from graph.claims.tables import rows
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRENGTH = 0.75
_UNREAL = ("must", "should", "may", "might", "to")
_FINITE = ("ROOT", "conj", "ccomp", "parataxis", "advcl")
_STANDING_IN = ("do", "have", "be", "will", "would", "can", "could")
_LIKEWISE = ("so", "too", "neither", "nor", "likewise", "also", "same", "similarly")
_SAID_ALREADY = ("dobj", "xcomp", "ccomp", "acomp", "attr", "prep", "oprd", "auxpass", "nsubjpass")


def echoes(sentence: Sentence) -> Iterator[tuple[int, Verdict]]:
    """What of a sentence goes with the stand before it (1) or against it (-1); the verdicts have no side yet."""
    for token in sentence.tokens:
        if _is_named_likewise(token):
            yield 1, Verdict(0.0, token, token, f'"so" with "{token.text}"', _STRENGTH)
            continue
        turn = _turn(token)
        holder = (subject(token)[0] if token.pos_ == "AUX" else holder_of(token, "verb")[0]) if turn else None
        if holder is not None:
            yield turn, Verdict(0.0, holder, token, f'"{token.text}"', _STRENGTH)


def _is_named_likewise(noun: "Token") -> bool:
    """Whether a noun is all that a sentence adds to the one before: "So has Brazil", as the parser hangs it."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ not in ("ROOT", "conj") or not has_child(noun, "aux"):
        return False
    return any(c.lower_ in _LIKEWISE and c.i < noun.i for c in noun.children if c.dep_ == "advmod")


def _turn(verb: "Token") -> int:
    """1 for a verb that stands in for the one before or agrees, -1 for one that disagrees, else 0."""
    if verb.pos_ not in ("VERB", "AUX") or has_child(verb, *_SAID_ALREADY) or auxiliary(verb, *_UNREAL) is not None:
        return 0
    if verb.dep_ not in _FINITE or is_asked(verb):
        return 0
    if verb.lemma_ in _STANDING_IN and verb.dep_ not in ("aux", "auxpass"):
        return 1 if any(c.lower_ in _LIKEWISE for c in verb.children if c.dep_ in ("advmod", "cc", "preconj")) else 0
    turn = _table().get(verb.lemma_.lower(), 0)
    return -turn if has_child(verb, "neg") else turn


@cache
def _table() -> dict[str, int]:
    """Verbs of agreeing and disagreeing with who spoke before, from `tables/unsaid.tsv`."""
    turns = {"same": 1, "other": -1}
    return {lemma: turns[stance] for stance, _, lemmas in rows("unsaid") if stance in turns for lemma in lemmas.split()}

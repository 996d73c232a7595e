"""What is wanted, done or willed of a proposal as an object: "opposes ...", "has set up ...", "will ban ..."."""

from typing import TYPE_CHECKING

from graph.claims.stances import stand
from graph.claims.stands.conditions import softened
from graph.claims.stands.holding import holder_of
from graph.claims.stands.reading import Reading
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import VERBAL, auxiliary, child, has_child
from graph.claims.syntax.governors import is_small_clause
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import DEONTIC, HEDGES, is_negated, lemma_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
_DENIED = {1.0: -1.0, -1.0: 0.5, -0.5: 0.5, 0.5: -1.0}  # who does not support it opposes it, and so on
_WILL = ("will", "'ll", "’ll", "wo")
_SUPPOSING = ("if", "unless", "whether", "lest")


def by_word(read: Reading, climb: Climb) -> Verdict | None:
    """The verdict of a word that takes a stand on what it governs."""
    word, polarity = read.word, read.stand.polarity
    if polarity is None:
        return None
    holder, negated = holder_of(word, read.kind)
    negated = negated or (read.beside is not None and is_negated(read.beside))
    if negated and lemma_of(word) in words("deciding_verbs"):
        return Verdict(0.0, holder, word, f'"{word.text}" is denied', 0.7 if holder is not None else 0.0)
    if negated and polarity == 0:
        return None
    polarity = softened(word, _DENIED[polarity] if negated else polarity)
    return Verdict(climb.turned(polarity), holder, word, f'"{word.text}"', _strength(read, holder))


def _strength(read: Reading, holder: "Token | None") -> float:
    """How far a stand may be somebody's: one that nobody takes ("was denounced") only where it is said to be due."""
    if holder is not None:
        return 0.85
    word = read.word
    if read.kind == "noun":
        return 0.65 if _is_there(word) and word.lemma_ in words("assessing_nouns") else 0.0
    barred = is_negated(word) and auxiliary(word, "can", "ca") is not None
    return 0.65 if barred or is_bidding(word) or auxiliary(word, *DEONTIC) is not None else 0.0


def _is_there(noun: "Token") -> bool:
    """Whether a noun is said to exist or to have come: "there is no case for ...", "the time has come to ..."."""
    verb = noun.head
    return has_child(verb, "expl") or (noun.dep_ == "nsubj" and verb.lemma_ in ("come", "be", "exist"))


def by_will(verb: "Token", own: set[int], climb: Climb, *, enacts: bool = False) -> Verdict | None:
    """The verdict of should, must and will over what brings the proposal about."""
    negated = is_negated(verb)
    willed = climb.turned(1.0, negated=negated)
    if is_bidding(verb) and (verb.i in own or stand(lemma_of(verb), "verb", "obj") is not None):
        return Verdict(willed, None, verb, f'"{verb.text}!"', 0.6)
    for aux in (c for c in verb.children if c.dep_ == "aux"):
        if aux.lower_ in DEONTIC:
            return Verdict(willed, None, verb, f'"{aux.text}"', 0.65)
        if aux.lower_ in _WILL:
            return Verdict(willed, subject(verb)[0], verb, f'"{aux.text}"', 0.6)
        if aux.lower_ in ("would", "'d", "’d") and enacts and not negated:
            return Verdict(softened(verb, willed), subject(verb)[0], verb, f'"would {verb.text}"', 0.55)
        if aux.lower_ == "would" and negated:
            return Verdict(willed, None, verb, f'"would not {verb.text}"', 0.5)
    return None


def is_bidding(verb: "Token") -> bool:
    """Whether a verb is an imperative: "Lift it now", "Do not build it"; not "put it off and they will ..."."""
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
        return is_bidding(verb.head)
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp", "conj") or has_child(verb, "nsubj", "nsubjpass", "mark"):
        return False
    helped = any(c.dep_ == "aux" and c.lower_ != "do" for c in verb.children)
    governed = verb.dep_ == "conj" and not is_bidding(verb.head)
    threatens = any(c.dep_ == "conj" and has_child(c, "nsubj") for c in verb.children)
    return not (helped or governed or threatens)


def by_deed(verb: "Token", own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of somebody who does what is proposed: the verb is one of the proposal's own words."""
    if verb.pos_ not in VERBAL or verb.i not in own:
        return None
    willed = by_will(verb, own, climb)
    if willed is not None:
        return willed
    holder, how = subject(verb)
    if not _happens(verb) or holder is None or holder.i in own or how not in ("own", "agent", "relative", "by conj"):
        return None
    return Verdict(-1.0 if is_negated(verb) else 1.0, holder, verb, f'"{verb.text}" is what it does', 0.55)


def by_doing(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of somebody who brings more or less of it about: "has set up a market", "ended the exemption"."""
    holder, how = subject(verb)
    if holder is None or how not in ("own", "agent", "by conj") or not _happens(verb):
        return None
    return Verdict(climb.turned(1.0, negated=is_negated(verb)), holder, verb, f'"{verb.text}"', 0.5)


def _happens(verb: "Token") -> bool:
    """Whether a verb says what is or was done, not what may be, might have been or is to be done."""
    if verb.tag_ == "VB" and not has_child(verb, "aux"):
        return False
    if is_small_clause(verb) or (verb.tag_ == "VBN" and not has_child(verb, "aux", "auxpass")):
        return False
    supposed = child(verb, "mark")
    if supposed is not None and supposed.lower_ in _SUPPOSING:
        return False
    return verb.dep_ in _FINITE and auxiliary(verb, *HEDGES, "would", "to", "can") is None

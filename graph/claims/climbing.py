"""From the words of a proposal up the sentence: what is thought of it there, and by whom."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.claims.frames import subject
from graph.claims.matching import Match
from graph.claims.stances import Stand, stand

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_DEONTIC = frozenset(("should", "must", "ought", "need"))
_HEDGES = frozenset(("may", "might", "could"))
_CLAUSES = ("ccomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass")
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence makes of a proposal.

    `polarity` is -1.0 to 1.0; `holder` the head word of who holds it, or None where it is whoever says the sentence
    (`spoken`: the word that carries the judgement, to find out who says it); `why` names the word that decided.
    """

    polarity: float
    holder: "Token | None"
    spoken: "Token"
    why: str
    strength: float


@dataclass(slots=True)
class _Climb:
    """What has been met on the way up so far."""

    sign: int = 1
    conditional: bool = False


def verdict(match: Match, downward: bool) -> Verdict | None:
    """The first stand taken on a proposal on the way from its words to the root; None for a mere mention.

    `downward`: the proposal is that something be less, so that words of lessening agree with it.
    """
    climb = _Climb()
    own = {t.i for t in match.tokens}
    node = match.anchor
    found = _enacted(node, own, climb)
    for _ in range(_STEPS):
        if found is not None or node.head == node:
            break
        found, node = _step(node, own, downward, climb)
    return found


def _step(node: "Token", own: set[int], downward: bool, climb: _Climb) -> tuple[Verdict | None, "Token"]:
    """One step up: what the governor says of the word below it."""
    parent, argument = _governor(node)
    kind = _KINDS.get(parent.pos_)
    if kind is None or parent.i in own:
        found = _enacted(parent, own, climb) if parent.i in own else None
        return found, parent
    if argument == "subj":
        return _judged(parent, climb), parent
    taken = stand(parent.lemma_.lower(), kind, argument)
    if taken is None and kind == "noun" and argument in ("compound", "poss"):
        taken = _by_noun(parent)
    if taken is None or taken.polarity is None:
        if taken is not None and not taken.light and (taken.direction < 0) != downward and taken.direction < 0:
            climb.sign = -climb.sign
        found = _willed(parent, climb) if kind == "verb" else None
        return found, parent
    return _taken(parent, kind, taken, climb), parent


def _governor(node: "Token") -> tuple["Token", str]:
    """The word that a word depends on for its meaning, over prepositions and conjunctions, and as what."""
    parent, dep = node.head, node.dep_
    while dep == "conj" and parent.head != parent:
        node, parent, dep = parent, parent.head, parent.dep_
    if parent.dep_ in ("prep", "agent", "dative") and parent.pos_ in ("ADP", "SCONJ") and dep in ("pobj", "pcomp"):
        return parent.head, parent.lower_
    if dep in ("nsubj", "csubj") or (dep == "nsubjpass" and parent.pos_ in ("VERB", "AUX") and not _done_to(parent)):
        return parent, "subj"
    if dep in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
        return parent, "obj"
    if dep in ("xcomp", "acl"):
        return parent, "to"
    if dep in ("ccomp", "relcl"):
        return parent, "that"
    return parent, dep


def _done_to(verb: "Token") -> bool:
    """Whether a passive verb says what is done to its subject (not "is expected to ...")."""
    return not any(c.dep_ == "xcomp" for c in verb.children)


def _taken(parent: "Token", kind: str, taken: Stand, climb: _Climb) -> Verdict | None:
    """The verdict of a word that takes a stand on what it governs."""
    holder, negated = _holder(parent, kind)
    polarity = taken.polarity if taken.polarity is not None else 0.0
    if negated:
        polarity = -polarity if abs(polarity) == 1.0 else 0.0
    if polarity > 0 and _if_only(parent):
        polarity = 0.5
    if any(c.lower_ in _HEDGES for c in parent.children if c.dep_ == "aux") and abs(polarity) == 1.0:
        polarity = 0.0
    strength = 0.85 if holder is not None else 0.6
    return Verdict(polarity * climb.sign, holder, parent, f'"{parent.text}"', strength)


def _holder(parent: "Token", kind: str) -> tuple["Token | None", bool]:
    """Who takes the stand that a word expresses, and whether it is negated."""
    negated = any(c.dep_ == "neg" for c in parent.children)
    if kind == "verb":
        return subject(parent)[0], negated
    verb = parent.head if parent.dep_ in ("acomp", "attr", "dobj", "oprd", "pobj") else None
    for child in parent.children:
        if child.dep_ == "poss":
            return child, negated
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of", "among") and kind == "noun":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and child.lower_ != "of":
                return inner, negated
    while verb is not None and verb.pos_ == "ADP":
        verb = verb.head
    if verb is not None and verb.pos_ in ("VERB", "AUX"):
        return subject(verb)[0], negated or any(c.dep_ == "neg" for c in verb.children)
    if kind == "adj" and parent.dep_ in ("amod", "advcl", "conj"):
        return subject(parent)[0], negated
    return None, negated


def _judged(parent: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of a predicate over the proposal as its subject: "... is a mistake", "... would hurt exports"."""
    negated = any(c.dep_ == "neg" for c in parent.children)
    deontic = next((c for c in parent.children if c.dep_ == "aux" and c.lower_ in _DEONTIC), None)
    for word in (parent, *(c for c in parent.children if c.dep_ in ("acomp", "attr", "xcomp", "oprd", "dobj"))):
        taken = stand(word.lemma_.lower(), _KINDS.get(word.pos_, ""), "subj")
        if (
            taken is not None
            and taken.polarity is not None
            and (word.dep_ != "dobj" or parent.lemma_ in ("have", "make"))
        ):
            return Verdict(
                (-taken.polarity if negated else taken.polarity) * climb.sign, None, word, f'"{word.text}"', 0.65
            )
    if deontic is not None:
        return Verdict((-1.0 if negated else 1.0) * climb.sign, None, parent, f'"{deontic.text}"', 0.6)
    return None


def _by_noun(noun: "Token") -> Stand | None:
    """The stand of a noun on what stands before it: "tariff opposition", "the ban's critics"."""
    for argument in ("to", "for", "of"):
        found = stand(noun.lemma_.lower(), "noun", argument)
        if found is not None and found.polarity is not None:
            return found
    return None


def _willed(verb: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of should, must and will over what brings the proposal about."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    for aux in (c for c in verb.children if c.dep_ == "aux"):
        if aux.lower_ in _DEONTIC:
            return Verdict((-1.0 if negated else 1.0) * climb.sign, None, verb, f'"{aux.text}"', 0.65)
        if aux.lower_ in ("will", "'ll", "’ll", "wo"):
            return Verdict((-1.0 if negated else 1.0) * climb.sign, subject(verb)[0], verb, f'"{aux.text}"', 0.6)
    return None


def _enacted(verb: "Token", own: set[int], climb: _Climb) -> Verdict | None:
    """The verdict of somebody who does what is proposed: the verb is one of the proposal's own words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.i not in own:
        return None
    willed = _willed(verb, climb)
    if willed is not None:
        return willed
    finite = verb.dep_ in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
    holder, how = subject(verb)
    if not finite or holder is None or holder.i in own or how not in ("own", "agent", "relative", "by conj"):
        return None
    if any(c.lower_ in _HEDGES | {"would"} for c in verb.children if c.dep_ == "aux"):
        return None
    negated = any(c.dep_ == "neg" for c in verb.children)
    return Verdict(-1.0 if negated else 1.0, holder, verb, f'"{verb.text}" is what it does', 0.55)


def _if_only(verb: "Token") -> bool:
    """Whether a stand holds on a condition: "would back it if ..."."""
    return any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "provided", "unless") for m in c.children) for c in verb.children
    )

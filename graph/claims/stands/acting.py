"""What is wanted, done or willed of a proposal as an object: "opposes ...", "has set up ...", "will ban ..."."""

from typing import TYPE_CHECKING

from graph.claims.stances import Stand, stand
from graph.claims.stands.holding import holder_of
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import VERBAL, auxiliary
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import DEONTIC, HEDGES, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
_DENIED = {1.0: -1.0, -1.0: 0.5}  # who does not support it opposes it, who does not oppose it may support it
_WILL = ("will", "'ll", "’ll", "wo")


def by_word(word: "Token", kind: str, polarity: float, climb: Climb) -> Verdict:
    """The verdict of a word that takes a stand on what it governs."""
    holder, negated = holder_of(word, kind)
    if negated:
        polarity = _DENIED.get(polarity, 0.0)
    if polarity > 0 and _is_conditional(word):
        polarity = 0.5
    if abs(polarity) == 1.0 and auxiliary(word, *HEDGES) is not None:
        polarity = 0.0
    return Verdict(climb.turned(polarity), holder, word, f'"{word.text}"', _strength(word, holder))


def _strength(word: "Token", holder: "Token | None") -> float:
    """How far a stand may be somebody's: one that nobody takes ("was denounced") only where it is said to be due."""
    if holder is not None:
        return 0.85
    return 0.65 if auxiliary(word, *DEONTIC) is not None else 0.0


def _is_conditional(verb: "Token") -> bool:
    """Whether a stand holds on a condition: "would back it if ..."."""
    return any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "provided", "unless") for m in c.children) for c in verb.children
    )


def of_noun(noun: "Token") -> Stand | None:
    """The stand of a noun on what stands before it: "tariff opposition", "the ban's critics", "tariff relief"."""
    found = [stand(noun.lemma_.lower(), "noun", argument) for argument in ("to", "for", "of", "from")]
    return next((f for f in found if f is not None and not f.light), None)


def by_will(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of should, must and will over what brings the proposal about."""
    negated = is_negated(verb)
    willed = climb.turned(1.0, negated=negated)
    for aux in (c for c in verb.children if c.dep_ == "aux"):
        if aux.lower_ in DEONTIC:
            return Verdict(willed, None, verb, f'"{aux.text}"', 0.65)
        if aux.lower_ in _WILL:
            return Verdict(willed, subject(verb)[0], verb, f'"{aux.text}"', 0.6)
        if aux.lower_ == "would" and negated:
            return Verdict(willed, None, verb, f'"would not {verb.text}"', 0.5)
    return None


def by_deed(verb: "Token", own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of somebody who does what is proposed: the verb is one of the proposal's own words."""
    if verb.pos_ not in VERBAL or verb.i not in own:
        return None
    willed = by_will(verb, climb)
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
    return verb.dep_ in _FINITE and auxiliary(verb, *HEDGES, "would", "to", "can") is None

"""What is wanted, done or willed of a proposal as an object: "opposes ...", "has set up ...", "will ban ..."."""

from typing import TYPE_CHECKING

from graph.claims.frames import subject
from graph.claims.stances import Stand, stand
from graph.claims.stands.grammar import is_negated
from graph.claims.stands.holding import holder_of
from graph.claims.stands.judging import DEONTIC
from graph.claims.stands.verdict import Climb, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEDGES = frozenset(("may", "might", "could"))


def by_word(parent: "Token", kind: str, taken: Stand, climb: Climb) -> Verdict | None:
    """The verdict of a word that takes a stand on what it governs."""
    holder, negated = holder_of(parent, kind)
    polarity = taken.polarity if taken.polarity is not None else 0.0
    if negated:
        polarity = {1.0: -1.0, -1.0: 0.5}.get(polarity, 0.0)
    if polarity > 0 and _if_only(parent):
        polarity = 0.5
    if any(c.lower_ in _HEDGES for c in parent.children if c.dep_ == "aux") and abs(polarity) == 1.0:
        polarity = 0.0
    return Verdict(polarity * climb.sign, holder, parent, f'"{parent.text}"', _strength(parent, holder))


def _strength(parent: "Token", holder: "Token | None") -> float:
    """How far a stand may be somebody's: one that nobody takes ("was denounced") only where it is said to be due."""
    if holder is not None:
        return 0.85
    return 0.65 if any(c.lower_ in DEONTIC for c in parent.children if c.dep_ == "aux") else 0.0


def by_noun(noun: "Token") -> Stand | None:
    """The stand of a noun on what stands before it: "tariff opposition", "the ban's critics", "tariff relief"."""
    found = [stand(noun.lemma_.lower(), "noun", argument) for argument in ("to", "for", "of", "from")]
    return next((f for f in found if f is not None and not f.light), None)


def by_will(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of should, must and will over what brings the proposal about."""
    negated = is_negated(verb)
    for aux in (c for c in verb.children if c.dep_ == "aux"):
        if aux.lower_ in DEONTIC:
            return Verdict((-1.0 if negated else 1.0) * climb.sign, None, verb, f'"{aux.text}"', 0.65)
        if aux.lower_ in ("will", "'ll", "’ll", "wo"):
            return Verdict((-1.0 if negated else 1.0) * climb.sign, subject(verb)[0], verb, f'"{aux.text}"', 0.6)
        if aux.lower_ == "would" and negated:
            return Verdict(-1.0 * climb.sign, None, verb, f'"would not {verb.text}"', 0.5)
    return None


def by_deed(verb: "Token", own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of somebody who does what is proposed: the verb is one of the proposal's own words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.i not in own:
        return None
    willed = by_will(verb, climb)
    if willed is not None:
        return willed
    holder, how = subject(verb)
    if not _happens(verb) or holder is None or holder.i in own or how not in ("own", "agent", "relative", "by conj"):
        return None
    negated = is_negated(verb)
    return Verdict(-1.0 if negated else 1.0, holder, verb, f'"{verb.text}" is what it does', 0.55)


def by_doing(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of somebody who brings more or less of it about: "has set up a market", "ended the exemption"."""
    holder, how = subject(verb)
    if holder is None or how not in ("own", "agent", "by conj") or not _happens(verb):
        return None
    return Verdict((-1.0 if is_negated(verb) else 1.0) * climb.sign, holder, verb, f'"{verb.text}"', 0.5)


def _happens(verb: "Token") -> bool:
    """Whether a verb says what is or was done, not what may be, might have been or is to be done."""
    finite = verb.dep_ in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
    return finite and not any(c.lower_ in _HEDGES | {"would", "to", "can"} for c in verb.children if c.dep_ == "aux")


def _if_only(verb: "Token") -> bool:
    """Whether a stand holds on a condition: "would back it if ..."."""
    return any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "provided", "unless") for m in c.children) for c in verb.children
    )

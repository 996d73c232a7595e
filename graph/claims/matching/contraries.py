"""Where a codebook holds both a thing and the ending of it, which of the two a sentence speaks of."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.matching.match import Match
from graph.claims.matching.wording import Wording
from graph.claims.matching.wordlists import NONE, endings
from graph.claims.stances import downward_words
from graph.model import Proposal

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 0.45  # of a wording, by weight, that the thing must make up
_STEPS = 4  # up the sentence, from a thing to what ends it


def contraries(made: Iterable[Wording]) -> Mapping[str, Proposal]:
    """Of each proposal to end something the proposal to have it, if the codebook holds one."""
    known = tuple(made)
    found: dict[str, tuple[float, Proposal]] = {}
    for ending in (w for w in known if w.ending):
        thing = frozenset(ending.weights) - endings() - {NONE}
        for other in (w for w in known if not w.ending and w.proposal.id != ending.proposal.id):
            share = sum(other.weights.get(s, 0.0) for s in thing) if thing <= frozenset(other.weights) else 0.0
            if thing and share > max(_MOST, found.get(ending.proposal.id, (0.0, None))[0]):
                found[ending.proposal.id] = share, other.proposal
    return {name: proposal for name, (_, proposal) in found.items()}


def settled(match: Match, contrary: Mapping[str, Proposal], ending: Collection[str] = ()) -> Match:
    """The match, or one of the contrary proposal where a thing is named and nothing said of its ending.

    Where the codebook does not hold that, a wording that ends its thing by nothing but "no" (`ending`) is likely to be
    meant: an article has many other words for it.
    """
    if not match.turned or _is_ended(match.anchor):
        return match
    other = contrary.get(match.proposal.id)
    if other is not None:
        return replace(match, proposal=other, turned=False)
    return replace(match, turned=False) if set(ending) == {NONE} else match


def _is_ended(word: "Token") -> bool:
    """Whether a word of ending governs a thing: "stop the flights", "an end to fees", "no fees"."""
    if any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "not", "neither") for c in word.children):
        return True
    for _ in range(_STEPS):
        if word.lemma_.lower() in downward_words():
            return True
        if word.head == word:
            return False
        word = word.head
    return False

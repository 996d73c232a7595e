"""One way to word a proposal, and how much of it some words cover."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.claims.matching.stems import stem
from graph.model import Proposal

_CORE = 0.8  # what the words before the first preposition are worth at least
_WEIGHTY = 0.45  # of a wording: less than that before its preposition is no name for it


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a proposal: its stems with their weights (they sum to 1), and what a match of it is worth.

    `ending` are the stems that end it, `core` those before its first preposition.
    """

    proposal: Proposal
    text: str
    weights: Mapping[str, float]
    worth: float
    parties: frozenset[str]
    ending: frozenset[str]
    core: frozenset[str]

    def coverage(self, present: Collection[str]) -> float:
        """How much of it some of its stems cover; what stands before its first preposition is worth most of it."""
        covered = sum(self.weights[s] for s in present)
        weight = sum(self.weights[s] for s in self.core)
        return max(covered, _CORE if weight >= _WEIGHTY and self.core <= set(present) else 0.0)

    @property
    def is_name(self) -> bool:
        """Whether it is a name of its own ("KORUS"), which needs no other word beside it."""
        return any(word.isupper() and len(word) > 2 and stem(word) in self.weights for word in self.text.split())

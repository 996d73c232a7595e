"""Precision, recall and F1, and what stands behind them in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Span


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the found are right, how many were found, how many are in the gold coding."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that was coded or found: what it is, for people to read, and the article's words that show it."""

    what: str
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One role in one article: the score, what was missed and what was found without being right.

    `kinds` are the scores of the role's kinds, where it has any: "direct" and so on for claims.
    """

    score: Score
    missed: tuple[Item, ...]
    wrong: tuple[Item, ...]
    kinds: Mapping[str, Score] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: its id, the file it was read from, and the parts by role, in the order of `ROLES`."""

    article: str
    file: str
    parts: Mapping[str, Part]

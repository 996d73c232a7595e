"""A proposal that a sentence speaks of, and which of several matches on the same words count."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Proposal

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = ("npadvmod", "advmod", "nummod", "amod", "compound")
_NEARLY = 0.12
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Match:
    """A proposal that a sentence speaks of: in which words, how surely (0 to 1), by which wording.

    `turned`: the words name what the proposal wants to end, without the ending. `stands_for`: the match by the
    proposal's own words that a word like "the plan" goes back to. `top`: the word that governs them, where it is none
    of them.
    """

    proposal: Proposal
    score: float
    tokens: tuple["Token", ...]
    reason: str
    turned: bool = False
    stands_for: "Match | None" = None
    top: "Token | None" = None

    @property
    def anchor(self) -> "Token":
        """The word that governs the matched ones."""
        if self.top is not None:
            return self.top
        return min(self.tokens, key=lambda t: (t.dep_ in _ASIDE, _depth(t), t.i))


def _depth(token: "Token") -> int:
    """How far below the root of its sentence a word stands."""
    depth = 0
    while token.head != token and depth < _DEEPEST:
        token = token.head
        depth += 1
    return depth


def distinct(found: Iterable[Match]) -> list[Match]:
    """The surest first, without those whose words another one matches too, and more besides or better."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (-m.score, -len(m.tokens), m.proposal.id)):
        if not any(_is_outdone(match, other) for other in kept):
            kept.append(match)
    return kept


def _is_outdone(match: Match, other: Match) -> bool:
    """Whether another match says more of the same words."""
    words, theirs = ({t.i for t in m.tokens} for m in (match, other))
    return (
        words == theirs
        or (words <= theirs and match.score <= other.score)
        or (bool(words & theirs) and match.score < other.score - _NEARLY)
    )

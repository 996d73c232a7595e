"""Where in an article's word pieces its units stand, and what words and grammar say of them by themselves.

Shapes: U units, P proposals.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from graph.claims.positions.finding import Judged
from graph.claims.positions.taken import Taken
from graph.claims.positions.units import Stretch, Unit, Way
from graph.claims.spans import bounds
from graph.language import Window
from graph.model import POLARITY, Proposal, Stance

if TYPE_CHECKING:
    from numpy import ndarray

HINTS = 16
# columns of the hints
HERE, LATELY, IN_TITLE, ANYWHERE, FOR, OPEN, AGAINST, WAYS, NAMED, FIRST, MANY, MOST = (*range(8), 11, 12, 13, 14)
_WAYS: tuple[Way, ...] = get_args(Way)
_LATELY = 2  # sentences
_FULL = 7  # proposals: as many as the articles have that the models were taught on


class Places:
    """The units of an article; all stretches are of word pieces, half-open."""

    def __init__(
        self, units: Sequence[Unit], judged: Sequence[Judged], proposals: Sequence[Proposal], pieces: Window
    ) -> None:
        self._units, self._judged, self._proposals, self._pieces = units, judged, proposals, pieces
        self._rows = {j.sentence.number: row for row, j in enumerate(judged)}
        self._sentences = [self._between(*bounds(j.sentence)) for j in judged]
        self._starts, self._ends = [a for a, _ in self._sentences], [b for _, b in self._sentences]
        self.words = [self._words_of(unit) for unit in units]
        self._touched = [self._touched_by(unit, words) for unit, words in zip(units, self.words, strict=True)]

    @cached_property
    def named(self) -> list[Stretch | None]:
        """Where each unit's holder is named for it."""
        found = (self._between(*u.named) if u.named else (0, 0) for u in self._units)
        return [(a, b) if b > a else None for a, b in found]

    @cached_property
    def whole(self) -> list[Stretch]:
        """The sentence of each unit."""
        return [self._sentences[self._rows[u.sentence.number]] for u in self._units]

    @cached_property
    def before(self) -> list[Stretch | None]:
        """The sentence before each unit's words."""
        return [self._sentences[t[0] - 1] if t[0] else None for t in self._touched]

    @cached_property
    def hints(self) -> "ndarray":
        """U by P by HINTS: how words match a proposal here, before, elsewhere, the grammar's stands, the way."""
        import numpy as np

        columns = {p.id: column for column, p in enumerate(self._proposals)}
        matched = np.zeros((len(self._judged), len(columns)), np.float32)
        for row, judged in enumerate(self._judged):
            for match in judged.matches:
                matched[row, columns[match.proposal.id]] = match.score
        titles = [row for row, j in enumerate(self._judged) if j.sentence.kind == "title"]
        out = np.zeros((len(self._units), len(columns), HINTS), np.float32)
        for hints, unit, touched, named in zip(out, self._units, self._touched, self.named, strict=True):
            row = self._rows[unit.sentence.number]
            hints[:, HERE] = matched[touched].max(axis=0)
            hints[:, LATELY] = matched[max(0, touched[0] - _LATELY) : touched[0]].max(axis=0, initial=0)
            hints[:, IN_TITLE] = matched[titles].max(axis=0, initial=0)
            hints[:, ANYWHERE] = matched.max(axis=0)
            for taken in self._taken(unit, touched):
                column = _column(POLARITY[taken.stance])
                hint = hints[columns[taken.proposal]]
                hint[column] = max(hint[column], taken.confidence)
            hints[:, WAYS + _WAYS.index(unit.way)] = 1
            hints[:, NAMED] = named is not None
            hints[:, FIRST] = row == 0 or unit.sentence.kind == "title"
            hints[:, MANY] = 0.1 * min(len(columns), _FULL)
            hints[:, MOST] = (hints[:, HERE] >= hints[:, HERE].max()) & (hints[:, HERE] > 0)
        return out

    @cached_property
    def told(self) -> list[dict[str, Stance]]:
        """For each unit the proposals on which the grammar has a stand of its holder there, with the surest."""
        pairs = zip(self._units, self._touched, strict=True)
        return [
            {t.proposal: t.stance for t in sorted(self._taken(unit, touched), key=lambda t: t.confidence)}
            for unit, touched in pairs
        ]

    def _taken(self, unit: Unit, touched: Sequence[int]) -> Iterator[Taken]:
        """The grammar's stands of a unit's holder in its sentences."""
        rows = sorted({*touched, self._rows[unit.sentence.number]})
        return (t for row in rows for t in self._judged[row].taken if t.holder == unit.holder)

    def _words_of(self, unit: Unit) -> list[Stretch]:
        found = [(a, b) for a, b in (self._between(*w) for w in unit.words) if b > a]
        return found or [self._sentences[self._rows[unit.sentence.number]]]

    def _touched_by(self, unit: Unit, words: Sequence[Stretch]) -> list[int]:
        """The rows of the sentences that a unit's words reach into."""
        rows = {row for start, end in words for row in self._reached(start, end)}
        return sorted(rows) or [self._rows[unit.sentence.number]]

    def _reached(self, start: int, end: int) -> range:
        """The rows of the sentences that share a piece with a stretch; sentences are in order and do not overlap."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def _between(self, start: int, end: int) -> Stretch:
        """The first and past-last piece between two offsets."""
        return bisect_right(self._pieces.ends, start), bisect_left(self._pieces.starts, end)


def _column(polarity: float) -> int:
    return FOR if polarity > 0 else OPEN if polarity == 0 else AGAINST

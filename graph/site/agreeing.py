"""Who agrees and who disagrees most with an actor, over the proposals that both speak of.

Counted as in `networks.onemode` (a proposal counts once for a pair; the undecided count for neither), but by what
each said last: who came round agrees with those who were of that mind before.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from graph.networks.debate import Statement

MOST_HELD = 500  # on a proposal of which more speak, nobody is counted: pairs grow with the square
SHOWN = 6


class Other(NamedTuple):
    """Another actor, and the proposals over which the two agree or disagree."""

    actor: str
    proposals: list[str]


class Agreeing:
    """Who holds which sign on which proposal; the statements come in the order of time, those without a date last."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._sides: dict[str, dict[int, set[str]]] = defaultdict(lambda: {1: set(), -1: set()})
        self._held: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for (holder, proposal), signs in _last(statements).items():
            for sign in signs:
                self._sides[proposal][sign].add(holder)
                self._held[holder].add((proposal, sign))

    def with_others(self, actor: str, relation: int) -> list[Other]:
        """Those with whom an actor agrees (1) or disagrees (-1) on most proposals, the most first."""
        found: dict[str, set[str]] = defaultdict(set)
        for proposal, sign in self._held.get(actor, ()):
            if not self.is_counted(proposal):
                continue
            for other in self._sides[proposal][sign * relation]:
                found[other].add(proposal)
        found.pop(actor, None)
        order = sorted(found, key=lambda other: (-len(found[other]), other))
        return [Other(other, sorted(found[other])) for other in order[:SHOWN]]

    def is_counted(self, proposal: str) -> bool:
        """Whether few enough speak of a proposal for pairs to be counted on it."""
        return sum(map(len, self._sides[proposal].values())) <= MOST_HELD

    def left_out(self, actor: str) -> int:
        """On how many proposals of an actor nobody is counted."""
        return len({p for p, _ in self._held.get(actor, ()) if not self.is_counted(p)})


def _last(statements: Iterable[Statement]) -> dict[tuple[str, str], set[int]]:
    """The signs of what each holder said of each proposal on the last day that is known, both where both were said."""
    days: dict[tuple[str, str], date | None] = {}
    found: dict[tuple[str, str], set[int]] = {}
    for statement in statements:
        position = statement.position
        sign = (position.polarity > 0) - (position.polarity < 0)
        key = position.holder, position.proposal
        if not sign or (key in days and statement.day is None and days[key] is not None):
            continue
        if key in days and days[key] == statement.day:
            found[key].add(sign)
        else:
            days[key], found[key] = statement.day, {sign}
    return found

"""Which statements a network, a page or an export shows."""

from dataclasses import dataclass
from datetime import date

from graph.model import Stance


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader asked for; an empty tuple or None asks for everything.

    `types` are kinds of actors, `articles` and `topics` IRIs, their last parts or their titles. With `since` or
    `until` a statement without a date is left out. `focus` names one actor or proposal: what lies within `depth`
    lines of it is shown.
    """

    types: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    since: date | None = None
    until: date | None = None
    topics: tuple[str, ...] = ()
    min_confidence: float = 0.0
    focus: str | None = None
    depth: int = 2

    def keeps_stance(self, stance: Stance) -> bool:
        return not self.stances or stance in self.stances

    def keeps_day(self, day: date | None) -> bool:
        """Whether the day lies between `since` and `until`, both included.

        >>> Filter(since=date(2025, 4, 1)).keeps_day(date(2025, 4, 1)), Filter(since=date(2025, 4, 1)).keeps_day(None)
        (True, False)
        """
        if self.since is None and self.until is None:
            return True
        if day is None:
            return False
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

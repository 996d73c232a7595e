"""Which statements a network, a page or an export shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from graph.errors import InputError
from graph.model import POLARITY, Stance

KINDS = ("Person", "Organization", "Country", "Group")


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


def filter_of(
    *,
    types: Sequence[str] | None = None,
    articles: Sequence[str] | None = None,
    stances: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    topics: Sequence[str] | None = None,
    min_confidence: float = 0.0,
    focus: str | None = None,
    depth: int = 2,
) -> Filter:
    """The filter that the words of a command line mean.

    :raises InputError: where a type, a stance or a day is none.
    """
    return Filter(
        types=tuple(_one_of(KINDS, word, "type") for word in types or ()),
        articles=tuple(articles or ()),
        stances=tuple(cast(Stance, _one_of(tuple(POLARITY), word, "stance")) for word in stances or ()),
        since=_day(since),
        until=_day(until),
        topics=tuple(topics or ()),
        min_confidence=min_confidence,
        focus=focus,
        depth=depth,
    )


def options_of(wanted: Filter) -> list[str]:
    """The words of a command line that mean a filter: what `filter_of` understands, in the order of its arguments.

    >>> options_of(Filter(topics=("rail",), since=date(2025, 4, 1)))
    ['--since', '2025-04-01', '--topic', 'rail']
    """
    said: list[tuple[str, object]] = [
        *(("--type", kind) for kind in wanted.types),
        *(("--article", article) for article in wanted.articles),
        *(("--stance", stance) for stance in wanted.stances),
        *((name, day) for name, day in (("--since", wanted.since), ("--until", wanted.until)) if day),
        *(("--topic", topic) for topic in wanted.topics),
    ]
    if wanted.min_confidence:
        said.append(("--min-confidence", wanted.min_confidence))
    if wanted.focus is not None:
        said += [("--focus", wanted.focus), ("--depth", wanted.depth)]
    return [str(word) for option in said for word in option]


def _one_of(known: tuple[str, ...], word: str, what: str) -> str:
    for name in known:
        if name.casefold() == word.casefold():
            return name
    raise InputError(f"There is no {what} '{word}': give one of {', '.join(known)}.")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InputError(f"'{text}' is no day: write it as 2025-04-23.") from None

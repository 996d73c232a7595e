"""An article as its format gives it: its text, what the format knows of it, before regions are marked."""

from dataclasses import dataclass, field, replace
from datetime import date

from graph.model import Region, Source


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article; what is empty is unknown."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None
    url: str | None = None
    based_on: Source | None = None

    def or_else(self, other: "Known") -> "Known":
        """This, with what is unknown taken from another.

        >>> Known(title="A").or_else(Known(title="B", publisher="C"))
        ... # doctest: +ELLIPSIS
        Known(title='A', publisher='C', ...)
        """
        unknown = {name: getattr(other, name) for name in self.__slots__ if not getattr(self, name)}
        return replace(self, **unknown)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article of a source; `hints` are regions that the format itself marks (headings, captions)."""

    id: str | None
    text: str
    location: str
    known: Known = field(default=Known())
    hints: tuple[Region, ...] = ()

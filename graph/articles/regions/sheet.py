"""The lines of a text and what has been found of each so far: the one thing that the marking steps share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.articles.draft import Known
from graph.articles.paragraphs import paragraphs
from graph.articles.regions.rules import Rule, table
from graph.model import Region, RegionKind

_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<text>[^\s*_](?:.*[^\s*_])?)(?P=mark)", re.DOTALL)
_LIST_ITEM = re.compile(r"([•*·▪‣–—-]|\d{1,3}[.)]|\([a-z0-9]\))\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a line that stands alone; `after_gap` where a blank line stands before it."""

    start: int
    end: int
    text: str
    after_gap: bool

    @property
    def words(self) -> str:
        """The text without the marks of Markdown that emphasise all of it."""
        emphasised = _EMPHASIS.fullmatch(self.text)
        return emphasised["text"] if emphasised else self.text

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as running text: it ends as a sentence does and has some words, or is long."""
        return len(self.text) >= 160 or (bool(_ENDS.search(self.words[-4:])) and self.text.count(" ") >= 4)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_LIST_ITEM.match(self.text))


@dataclass(slots=True)
class Sheet:
    """The lines in order, the kind of each (None while unknown), and the metadata met on the way.

    `inside` holds, by line, the stretches of a line that differ from the rest of it.
    """

    lines: Sequence[Line]
    known: Known
    kinds: list[RegionKind | None]
    found: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    inside: dict[int, list[Region]] = field(default_factory=dict)

    def set(self, index: int, kind: RegionKind) -> None:
        """Say what a line is, unless that is known already."""
        if self.kinds[index] is None:
            self.kinds[index] = kind

    def apply(self, index: int, rule: Rule, match: re.Match[str]) -> None:
        """Mark a line by a rule and keep the metadata that it tells."""
        self.set(index, rule.kind)
        groups = {name: value for name, value in match.groupdict().items() if value}
        self.found.append((rule.name, groups))

    def open_lines(self) -> list[int]:
        """The lines of which nothing is known yet."""
        return [index for index, kind in enumerate(self.kinds) if kind is None]


def sheet_of(text: str, known: Known) -> Sheet:
    """An empty sheet for a text."""
    lines = [Line(p.start, p.end, text[p.start : p.end], p.after_gap) for p in paragraphs(text)]
    return Sheet(lines, known, [None] * len(lines))


def plain(text: str) -> str:
    """A text without what differs between printings: capitals, white space, quotation marks, a full stop at the end."""
    return re.sub(r"[\"“”‘’'«»]", "", " ".join(text.split())).casefold().rstrip(" .…:")


def in_title_case(text: str) -> bool:
    """Whether the words that count begin with capitals.

    >>> in_title_case("Weaving the Net of the Valley"), in_title_case("The river rose in Norway")
    (True, False)
    """
    small = table("small words of titles")
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word.casefold() not in small]
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)

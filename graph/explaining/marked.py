"""The text of an article with its marks, safe to show: rich text that a console can wrap."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.explaining.looks import STANCES, closing, opening, style_of
from graph.explaining.marks import Mark
from graph.model import Article
from graph.terminal.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

Places = defaultdict[int, list[Mark]]
_UNREAD = ("boilerplate", "repeated", "byline", "caption", "dateline")


def marked(article: Article, marks: Sequence[Mark], color: bool) -> "Text":
    """The whole text; marks may lie inside each other and cross."""
    from rich.text import Text

    text, over = Text(), list[Mark]()
    beginning, ending, stands = _places(marks)
    ends = [*_cuts(article, marks), len(article.text)]
    for start, end in pairwise(ends):
        for mark in sorted(ending.get(start, ()), key=lambda m: m.start, reverse=True):
            text.append(closing(mark, color), "dim")
            over.remove(mark)
        for mark in stands.get(start, ()):
            _append_stand(text, mark)
        for mark in beginning.get(start, ()):
            text.append(opening(mark, color), "dim")
            over.append(mark)
        text.append(visible(article.text[start:end]), " ".join([style_of(over), *_ground(article, start)]))
    return text


def _cuts(article: Article, marks: Sequence[Mark]) -> list[int]:
    """Where the look of the text changes."""
    edges = {0, len(article.text), *(e for m in marks for e in (m.start, m.end))}
    edges |= {e for r in article.regions for e in (r.start, r.end)}
    return sorted(edge for edge in edges if 0 <= edge <= len(article.text))


def _places(marks: Sequence[Mark]) -> tuple[Places, Places, Places]:
    """The marks by where they begin, by where they end, and those of no length by where they stand."""
    beginning, ending, stands = Places(list), Places(list), Places(list)
    for mark in marks:
        if mark.start < mark.end:
            beginning[mark.start].append(mark)
            ending[mark.end].append(mark)
        else:
            stands[mark.start].append(mark)
    return beginning, ending, stands


def _append_stand(text: "Text", mark: Mark) -> None:
    stance = mark.said.partition(":")[0]
    text.append(f" ({mark.name} {visible(mark.said)})", STANCES.get(stance, "bold"))  # type: ignore[call-overload]


def _ground(article: Article, place: int) -> Iterator[str]:
    """The look of the region that a place stands in: a heading stands out, what is not read stands back."""
    kind = next((r.kind for r in article.regions if r.start <= place < r.end), "body")
    if kind in ("title", "heading"):
        yield "bold"
    elif kind in _UNREAD:
        yield "dim"

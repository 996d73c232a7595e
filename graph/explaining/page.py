"""An explained article as a page for a terminal or a file, as wide as it is."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.explaining.looks import STANCES, STYLES
from graph.explaining.marked import marked
from graph.explaining.marks import marks_of
from graph.explaining.reasons import claim_lines, position_lines
from graph.explaining.sources import Explained
from graph.terminal.visible import visible

if TYPE_CHECKING:
    from rich.text import Text


def page_of(found: Explained, *, width: int, color: bool) -> str:
    """The key, the text with its marks, then the claims and the positions with their reasons."""
    from rich.console import Console

    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=color, no_color=not color, highlight=False, markup=False, emoji=False,
        color_system="standard" if color else None,
    )  # fmt: skip
    for indent, line in _lines(found, color):
        for part in line.wrap(console, width - indent, tab_size=4) if line.plain else [line]:
            part.rstrip()
            part.pad_left(indent)
            console.print(part, soft_wrap=True)
    return page.getvalue()


def _lines(found: Explained, color: bool) -> Iterator[tuple[int, "Text"]]:
    """The paragraphs of the page, each with how far it is set in."""
    from rich.text import Text

    yield 0, _key(color)
    yield 0, Text()
    for paragraph in marked(found.reading.article, marks_of(found), color).split("\n"):
        if paragraph.plain.strip():
            yield 0, paragraph
            yield 0, Text()
    for title, entries in (("Claims", claim_lines(found)), ("Positions", position_lines(found))):
        yield 0, Text(title, "bold")
        for headline, lines in list(entries) or [("none", [])]:
            yield 2, _colored(headline)
            yield from ((6, Text(_one_line(line))) for line in lines)
        yield 0, Text()


def _key(color: bool) -> "Text":
    """What the marks mean."""
    from rich.text import Text

    if not color:
        return Text(
            "{speaker} <cue> [content], each with the number of its claim; (P1 stance: proposal) after its proof"
        )
    key = Text()
    for kind, style in STYLES.items():
        key.append(kind if kind != "stand" else "(P1 stance: proposal)", style or "bold")
        key.append("  ")
    return key


def _colored(headline: str) -> "Text":
    """A headline whose stance has its colour."""
    from rich.text import Text

    text = Text(_one_line(headline))
    for stance, style in STANCES.items():
        text.highlight_regex(rf"(?<=— ){stance}(?=:)", style)
    return text


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", visible(text))

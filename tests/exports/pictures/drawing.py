"""Points, lines, bars and words as SVG; the same numbers give the same bytes."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

FONT = "font-family='sans-serif' font-size='11' fill='#1d2733'"


class Point(NamedTuple):
    """Something with a place and a name; `side` is where the name stands: "start" for right of it, "end" for left."""

    x: float
    y: float
    size: float
    colour: str
    name: str
    side: str = "start"


class Stroke(NamedTuple):
    """A line from place to place."""

    ends: tuple[float, float, float, float]
    colour: str
    width: float = 1.5


def picture(width: int, height: int, title: str, parts: Iterable[str]) -> bytes:
    """A drawing with a title, on white, so that it can be read on any page."""
    head = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}' "
        f"role='img'>\n<title>{escape(title)}</title>\n<rect width='{width}' height='{height}' fill='#ffffff'/>\n"
    )
    return (head + "".join(f"{part}\n" for part in parts) + "</svg>\n").encode()


def strokes(some: Iterable[Stroke]) -> Iterator[str]:
    """Lines."""
    for (x1, y1, x2, y2), colour, width in some:
        ends = f"x1='{x1:.0f}' y1='{y1:.0f}' x2='{x2:.0f}' y2='{y2:.0f}'"
        yield f"<line {ends} stroke='{escape(colour)}' stroke-width='{width:g}'/>"


def points(some: Iterable[Point]) -> Iterator[str]:
    """Discs with their names."""
    for x, y, size, colour, name, side in some:
        yield f"<circle cx='{x:.0f}' cy='{y:.0f}' r='{size / 2:.0f}' fill='{escape(colour)}'/>"
        yield word(x + (size / 2 + 4) * (1 if side == "start" else -1), y + 4, name, side)


def word(x: float, y: float, text: str, side: str = "start") -> str:
    """A text that starts or ends at a place."""
    return f"<text x='{x:.0f}' y='{y:.0f}' text-anchor='{side}' {FONT}>{escape(text)}</text>"

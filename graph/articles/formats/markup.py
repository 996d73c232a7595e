"""The paragraphs of an element tree: HTML of a feed, or what trafilatura makes of a page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.articles.formats.blocks import Block

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
# at their beginning and at their end a paragraph ends: HTML's blocks, and trafilatura's (TEI: item, quote, cell, lb)
_BLOCKS = _HEADINGS | {
    "p", "div", "li", "blockquote", "td", "th", "pre", "figcaption", "br", "section", "article", "ul", "ol", "table",
    "tr", "figure", "item", "quote", "cell", "row", "list", "lb", "ab", "fw", "dt", "dd", "main", "header", "footer",
}  # fmt: skip
_LEFT_OUT = frozenset({"script", "style", "noscript", "iframe", "template"})


def blocks_of(tree: "_Element") -> Iterator[Block]:
    """Every piece of text below an element, in order, the text between blocks included."""
    kind_is_heading, parts = False, [""]
    for text, tag in (*_pieces(tree), ("", "/")):
        if tag is None:
            parts.append(text)
            continue
        words = "".join(parts).split()
        if words:
            yield ("heading" if kind_is_heading else None), " ".join(words)
        kind_is_heading, parts = tag in _HEADINGS, []


def _pieces(tree: "_Element") -> Iterator[tuple[str, str | None]]:
    """Text in order, and the tags at which a paragraph begins or ends (an ending one as "/")."""
    from lxml import etree

    left_out = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        inner = element.text if event == "start" else element.tail if element is not tree else ""
        left_out += (tag in _LEFT_OUT) * (1 if event == "start" else -1)
        if tag in _BLOCKS:
            yield "", tag if event == "start" else "/"
        if not left_out and inner:
            yield inner, None

"""An RSS or Atom feed in a file: each entry is an article."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from graph.articles.draft import Draft, Known
from graph.articles.formats.blocks import Block, joined
from graph.articles.metadata.authors import split_names
from graph.articles.raw import Raw, Report
from graph.errors import InputError

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p", "div", "li", "blockquote", "td", "th", "pre", "figcaption", "br", "section", "article", "ul", "ol",
    "table", "tr", "figure",
}  # fmt: skip
_LEFT_OUT = frozenset({"script", "style", "noscript", "iframe", "template"})


def read_feed(raw: Raw, report: Report) -> Iterator[Draft]:
    """The articles of the entries; one without text is reported and the others go on."""
    import feedparser

    feed = feedparser.parse(BytesIO(raw.read()))
    if not feed.entries:
        raise InputError(f"{raw.name} is a feed without entries: download it again, or name its articles.")
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{raw.location}#{number}"
        try:
            yield _draft(entry, feed.feed, place)
        except InputError as error:
            report(place, error)


def _draft(entry: Any, feed: Any, place: str) -> Draft:  # noqa: ANN401 - feedparser has no types
    title = " ".join(_plain(entry.get("title", "")).split())
    texts = [content.value for content in entry.get("content", ())] or [entry.get("summary", "")]
    blocks = [block for text in texts for block in _blocks_of_html(text)]
    if not any(text.strip() for _, text in blocks):
        raise InputError(f"{place} has no text in the feed: name its address instead.")
    text, hints = joined([("title", title), *(block for block in blocks if block[1] != title)])
    known = Known(
        title=title or None,
        publisher=feed.get("title") or None,
        authors=_names(entry.get("author") or ""),
        published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        language=(entry.get("language") or feed.get("language") or "").partition("-")[0].casefold() or None,
        url=_link(entry.get("link")),
    )
    return Draft(entry.get("id") or entry.get("link"), text, place, known, hints)


def _names(author: str) -> tuple[str, ...]:
    """The names of RSS's "address (name)" and of Atom's plain names."""
    name = re.search(r"\(([^()]+)\)\s*$", author)
    return split_names(name[1] if name else re.sub(r"\S+@\S+", "", author))


def _day(moment: Any) -> date | None:  # noqa: ANN401
    return date(*moment[:3]) if moment else None


def _link(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None


def _plain(fragment: str) -> str:
    return " ".join(text for _, text in _blocks_of_html(fragment))


def _blocks_of_html(fragment: str) -> Iterator[Block]:
    """The paragraphs of a piece of HTML."""
    from lxml import html

    if not fragment.strip():
        return
    tree = html.fragment_fromstring(fragment, create_parent="div")
    heading, parts = False, [""]
    for text, tag in _pieces(tree):
        if tag is None:
            parts.append(text)
            continue
        if "".join(parts).strip():
            yield ("heading" if heading else None), " ".join("".join(parts).split())
        heading, parts = tag in _HEADINGS, []
    if "".join(parts).strip():
        yield ("heading" if heading else None), " ".join("".join(parts).split())


def _pieces(tree: Any) -> Iterator[tuple[str, str | None]]:  # noqa: ANN401
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

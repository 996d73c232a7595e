"""An RSS or Atom feed in a file: each entry is an article."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from graph.articles.draft import Draft, Known
from graph.articles.formats.blocks import Block, joined
from graph.articles.formats.markup import blocks_of
from graph.articles.metadata.authors import split_names
from graph.articles.raw import Raw, Report
from graph.errors import InputError


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
    yield from blocks_of(html.fragment_fromstring(fragment, create_parent="div"))

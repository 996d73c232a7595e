"""Plain text: the article's text is the file to the character, its byte-order mark left out."""

from collections.abc import Iterator

from graph.articles.decoding import decode
from graph.articles.draft import Draft
from graph.articles.raw import Raw, Report


def read_plain(raw: Raw, report: Report) -> Iterator[Draft]:
    """One article, whose line ends stay as they are."""
    yield Draft(None, decode(raw.read(), raw.name), raw.location)

"""HTML: the main text and the metadata of a page, by trafilatura."""

from collections.abc import Iterator
from typing import Any

from graph.articles.draft import Draft, Known
from graph.articles.formats.blocks import Block, joined
from graph.articles.formats.markup import blocks_of
from graph.articles.metadata.dates import parse_date
from graph.articles.raw import Raw, Report
from graph.errors import InputError

_HEAD = 3


def read_html(raw: Raw, report: Report) -> Iterator[Draft]:
    """One article: what was extracted is its text from then on."""
    page = _extracted(raw.read(), raw)
    known = _known(page, raw.url)
    blocks = list(blocks_of(page.body)) if page is not None and page.body is not None else []
    if not blocks:
        raise InputError(f"{raw.name} has no article's text: save the page as text and name that file.")
    text, hints = joined(_titled(blocks, known.title))
    yield Draft(None, text, raw.location, known, hints)


def _titled(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks with the title marked where it stands first, or put in front where the text has it not."""
    if not title:
        return blocks
    at = next((at for at, (_, text) in enumerate(blocks[:_HEAD]) if text == title), None)
    return [("title", title), *blocks] if at is None else [*blocks[:at], ("title", title), *blocks[at + 1 :]]


def _extracted(data: bytes, raw: Raw) -> Any:  # noqa: ANN401 - trafilatura has no types
    import trafilatura

    return trafilatura.bare_extraction(
        data,
        url=raw.url,
        with_metadata=True,
        favor_recall=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _known(page: Any, url: str | None) -> Known:  # noqa: ANN401
    if page is None:
        return Known(url=url)
    names = (name.strip() for name in (page.author or "").split(";"))
    return Known(
        title=" ".join((page.title or "").split()) or None,
        publisher=page.sitename or None,
        authors=tuple(name for name in names if name),
        published=parse_date(page.date) if page.date else None,
        language=page.language or None,
        url=url or (page.url if str(page.url).startswith(("http://", "https://")) else None),
    )

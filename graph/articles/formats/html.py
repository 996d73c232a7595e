"""HTML: the main text and the metadata of a page, by trafilatura."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph.articles.draft import Draft, Known
from graph.articles.formats.blocks import Block, joined
from graph.articles.metadata.dates import parse_date
from graph.articles.raw import Raw, Report
from graph.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTS = ("p", "item", "quote", "head", "cell", "code", "ab", "fw")


def read_html(raw: Raw, report: Report) -> Iterator[Draft]:
    """One article: what was extracted is its text from then on."""
    page = _extracted(raw.read(), raw)
    known = _known(page, raw.url)
    blocks = list(blocks_of(page.body)) if page is not None and page.body is not None else []
    if known.title and not any(kind in ("title", "heading") and text == known.title for kind, text in blocks[:3]):
        blocks.insert(0, ("title", known.title))
    text, hints = joined(("title", text) if text == known.title else (kind, text) for kind, text in blocks)
    if len(blocks) < 2:
        raise InputError(f"{raw.name} has no article's text: save the page as text and name that file.")
    yield Draft(None, text, raw.location, known, hints)


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
        url=url or page.url or None,
    )


def blocks_of(body: "_Element") -> Iterator[Block]:
    """The paragraphs, headings, list items, quotations and table cells below an element, in order."""
    for element in body.iter(*_PARTS):
        if any(parent.tag in ("p", "item", "quote", "cell") for parent in element.iterancestors()):
            continue
        text = " ".join("".join(map(str, element.itertext())).split())
        yield ("heading" if element.tag == "head" else None), text

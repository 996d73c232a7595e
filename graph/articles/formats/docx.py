"""DOCX: the paragraphs and tables of a Word file, in order, with what their styles say."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from graph.articles.draft import Draft, Known
from graph.articles.formats.blocks import Block, joined
from graph.articles.raw import Raw, Report, too_long
from graph.errors import InputError
from graph.model import RegionKind

_STYLES: dict[str, RegionKind] = {"title": "title", "heading": "heading", "caption": "caption", "subtitle": "heading"}
_UNPACKED = 20


def read_docx(raw: Raw, report: Report) -> Iterator[Draft]:
    """One article: what was extracted is its text from then on."""
    document = _document(raw)
    blocks = list(_blocks(document))
    text, hints = joined(blocks)
    if not text:
        raise InputError(f"{raw.name} has no text: save the article's text into it.")
    titles = [" ".join(block.split()) for kind, block in blocks if kind == "title"]
    yield Draft(None, text, raw.location, Known(title=titles[0] if titles else None), hints)


def _document(raw: Raw) -> Any:  # noqa: ANN401 - python-docx gives its types to few
    import docx

    data = raw.read()
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > _UNPACKED * raw.limit:
                raise InputError(too_long(raw.name, raw.limit))
        return docx.Document(BytesIO(data))
    except InputError:
        raise
    except Exception as error:
        # a broken Word file can raise nearly anything in the libraries that read it
        raise InputError(f"{raw.name} is a broken Word file ({type(error).__name__}): save it again.") from error


def _blocks(document: Any) -> Iterator[Block]:  # noqa: ANN401
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield None, " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
        else:
            yield _kind(part.style.name if part.style is not None else ""), part.text


def _kind(style: str | None) -> RegionKind | None:
    first = (style or "").casefold().split(" ")[0]
    return _STYLES.get(first)

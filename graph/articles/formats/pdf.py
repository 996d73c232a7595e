"""PDF: the text layer, its lines put together as paragraphs, running heads and page numbers marked."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from graph.articles.draft import Draft, Known
from graph.articles.formats.blocks import Block, joined
from graph.articles.formats.reflow import reflowed
from graph.articles.raw import Raw, Report
from graph.errors import InputError

_FEWEST_LETTERS = 20
_EDGE = 2


def read_pdf(raw: Raw, report: Report) -> Iterator[Draft]:
    """One article: what was extracted is its text from then on."""
    pages, known = _pages(raw)
    if sum(char.isalpha() for page in pages for line in page for char in line) < _FEWEST_LETTERS:
        raise InputError(f"{raw.name} has no text layer: run an OCR program over it first.")
    running = _running(pages)
    lines: list[str] = []
    edges: list[Block] = []
    for page in pages:
        lines += [line for i, line in enumerate(page) if not _is_running(line, i, len(page), running)]
        edges += [("boilerplate", line) for i, line in enumerate(page) if _is_running(line, i, len(page), running)]
    text, hints = joined([*((None, paragraph) for paragraph in reflowed(lines)), *edges])
    yield Draft(None, text, raw.location, known, hints)


def _pages(raw: Raw) -> tuple[list[list[str]], Known]:
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    data = raw.read()
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{raw.name} is encrypted: save it without its password.")
        texts = [page.extract_text() for page in reader.pages]
        title = str((reader.metadata.title if reader.metadata else None) or "").strip()
    except InputError:
        raise
    except FileNotDecryptedError as error:
        raise InputError(f"{raw.name} is encrypted: save it without its password.") from error
    except Exception as error:
        # a broken PDF can raise nearly anything in the library that reads it
        raise InputError(f"{raw.name} is a broken PDF ({type(error).__name__}): save it again.") from error
    return [_lines(text) for text in texts], Known(title=title if _stands_in(title, texts) else None)


def _lines(text: str) -> list[str]:
    sound = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return [line.strip() for line in sound.splitlines() if line.strip()]


def _stands_in(title: str, texts: Sequence[str]) -> bool:
    """A PDF's title field is often a file name: it is believed where the first page says the same."""
    return bool(title) and bool(texts) and "".join(title.split()) in "".join(texts[0].split())


def _running(pages: list[list[str]]) -> frozenset[str]:
    """The lines that come back at the top or foot of most pages, their numbers apart."""
    counts = Counter(key for page in pages for key in {_key(line) for line in page[:_EDGE] + page[-_EDGE:]})
    return frozenset(key for key, count in counts.items() if count >= 2 and 2 * count >= len(pages))


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", line.casefold())


def _is_running(line: str, index: int, count: int, running: frozenset[str]) -> bool:
    at_edge = index < _EDGE or index >= count - _EDGE
    return at_edge and (
        _key(line) in running or re.fullmatch(r"(page )?\W*\d{1,4}\W*( (of|/) \d+)?", line, re.I) is not None
    )

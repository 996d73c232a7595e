"""Sources to articles, as a stream: what cannot be read is reported, and the good ones go on."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.articles.draft import Draft
from graph.articles.folders import files_in
from graph.articles.formats import FORMATS
from graph.articles.metadata.found import known_of
from graph.articles.metadata.languages import language_of
from graph.articles.naming import Namer, base_name
from graph.articles.raw import MAX_BYTES, Raw, Report, printable, raw_of_bytes, raw_of_file, too_long
from graph.articles.regions import mark
from graph.articles.sniffing import suffix_of
from graph.articles.web import fetch, is_address, shown_address
from graph.errors import InputError, NotAnArticle
from graph.model import Article


def read_articles(sources: Iterable[str | Path], *, skipped: Report, max_bytes: int = MAX_BYTES) -> Iterator[Article]:
    """The articles of files, folders, web addresses (http, https) and `-` for standard input, in order.

    `skipped` is told each source or record that was passed over (`NotAnArticle`) or cannot be used (`InputError`).
    No two articles of a run have the same slug; a file that is named twice is read once.
    """
    namer = Namer()
    seen: set[int] = set()
    for source in sources:
        for raw in _raws(str(source), skipped, max_bytes):
            # hashes, so that a run over many articles stays small
            place = hash(os.path.realpath(raw.name) if raw.url is None and raw.name != "-" else raw.name)
            if place in seen:
                continue
            seen.add(place)
            yield from _articles(raw, namer, skipped)


def _raws(source: str, skipped: Report, limit: int) -> Iterator[Raw]:
    """What a source consists of."""
    name = shown_address(source) if is_address(source) else printable(source)
    path = Path(source)
    try:
        if not source.strip():  # which would be the folder where one happens to be
            raise InputError("An empty path names nothing: name a file, a folder or an address.")
        if is_address(source):
            yield fetch(source, limit)
        elif source == "-":
            yield _of_stream("-", sys.stdin.buffer.read(limit + 1), limit)
        elif path.is_dir():
            for file, location in files_in(path, FORMATS.keys() | {".xml"}, skipped):
                yield raw_of_file(file, location, limit)
        elif path.exists() and not path.is_file():
            with path.open("rb") as stream:
                yield _of_stream(name, stream.read(limit + 1), limit)
        else:
            yield raw_of_file(path, printable(path.name), limit)
    except InputError as error:
        skipped(name, error)
    except OSError as error:
        skipped(name, InputError(f"{name} cannot be read ({error.strerror or error}): check the path."))


def _of_stream(name: str, data: bytes, limit: int) -> Raw:
    """A pipe, which can be read only once."""
    if len(data) > limit:
        raise InputError(too_long(name, limit))
    return raw_of_bytes(name, data, limit, suffix=".txt")


def _articles(raw: Raw, namer: Namer, skipped: Report) -> Iterator[Article]:
    """The articles of one source."""
    try:
        suffix = suffix_of(raw)
        if suffix not in FORMATS:
            if suffix == ".xml" or not _may_be_text(raw):
                raise NotAnArticle(
                    f"{raw.name} is no article that can be read: give text, Markdown, HTML, PDF, DOCX, JSONL or a feed."
                )
            suffix = ".txt"
        for draft in FORMATS[suffix](raw, skipped):
            yield finished(draft, namer)
    except InputError as error:
        skipped(raw.location, error)


def _may_be_text(raw: Raw) -> bool:
    return raw.suffix not in (".pdf", ".docx") and b"\0" not in raw.start()


def finished(draft: Draft, namer: Namer) -> Article:
    """A draft with its regions, its metadata and its name."""
    marked = mark(draft.text, draft.hints, draft.known)
    known = draft.known.or_else(known_of(draft.text, marked.regions, marked.found))
    base = draft.id if draft.id is not None else base_name(draft.location)
    slug = namer.name(base, draft.location)
    return Article(
        id=draft.id if draft.id is not None else slug,
        slug=slug,
        text=draft.text,
        sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        location=draft.location,
        title=known.title,
        publisher=known.publisher,
        authors=known.authors,
        published=known.published,
        language=known.language or language_of(draft.text),
        url=known.url,
        based_on=known.based_on,
        regions=marked.regions,
    )

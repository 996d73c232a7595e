"""Which format a source has: by its first bytes where they tell, else by its suffix or its content type."""

import json

from graph.articles.raw import Raw
from graph.errors import InputError

_TYPES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
    "text/markdown": ".md", "application/rss+xml": ".rss", "application/atom+xml": ".atom",
    "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl", "application/jsonlines": ".jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
_OTHER = {
    b"\xd0\xcf\x11\xe0": "an old Word or Office file: save it as .docx or as text",
    b"{\\rtf": "RTF: save it as .docx or as text",
    b"\x89PNG": "a picture: leave it out",
    b"\xff\xd8\xff": "a picture: leave it out",
    b"GIF8": "a picture: leave it out",
    b"\x1f\x8b": "compressed: unpack it first",
    b"7z\xbc\xaf": "compressed: unpack it first",
}


def suffix_of(raw: Raw) -> str:
    """The suffix of the format that a source has, "" where nothing tells.

    :raises InputError: where the bytes are of a format that we do not read.
    """
    start = raw.start()
    for magic, what in _OTHER.items():
        if start.startswith(magic):
            raise InputError(f"{raw.name} is {what}.")
    named = _TYPES.get(raw.content_type.partition(";")[0].strip().casefold(), raw.suffix)
    return _by_bytes(start, raw.name) or ("" if named in (".pdf", ".docx") else named)


def _by_bytes(start: bytes, name: str) -> str:
    if b"%PDF-" in start[:1024]:
        return ".pdf"
    if start.startswith(b"PK\x03\x04"):
        if b"word/" in start or b"[Content_Types].xml" in start:
            return ".docx"
        raise InputError(f"{name} is compressed: unpack it first.")
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if head.startswith((b"<rss", b"<feed", b"<rdf:rdf", b"<?xml")):
        return _of_xml(head)
    return ".jsonl" if _is_jsonl(start) else ""


def _of_xml(head: bytes) -> str:
    if b"<rss" in head or b"<feed" in head or b"purl.org/rss" in head:
        return ".rss"
    return ".html" if b"<html" in head else ".xml"


def _is_jsonl(start: bytes) -> bool:
    """Whether the first line is a whole JSON object that has a text."""
    line = start.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        return "text" in json.loads(line)
    except ValueError:
        return line.startswith((b'{"id"', b'{"text"')) and b'"text"' in line

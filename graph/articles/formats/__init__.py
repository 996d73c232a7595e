"""The formats that articles come in: one file a format, one line in `FORMATS` a suffix."""

from collections.abc import Callable, Iterator

from graph.articles.draft import Draft
from graph.articles.formats.docx import read_docx
from graph.articles.formats.feed import read_feed
from graph.articles.formats.html import read_html
from graph.articles.formats.jsonl import read_jsonl
from graph.articles.formats.markdown import read_markdown
from graph.articles.formats.pdf import read_pdf
from graph.articles.formats.plain import read_plain
from graph.articles.raw import Raw, Report

Format = Callable[[Raw, Report], Iterator[Draft]]

FORMATS: dict[str, Format] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".rss": read_feed,
    ".atom": read_feed,
}

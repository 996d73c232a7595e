"""Markdown with YAML front matter: the article's text is the body that follows it, as a reader of Markdown shows it.

Signs of emphasis, links and escapes are no words and left out, line by line; all else stays as it is written.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from graph.articles.decoding import decode
from graph.articles.draft import Draft, Known
from graph.articles.formats.fields import known_from
from graph.articles.raw import Raw, Report
from graph.errors import InputError
from graph.model import Region

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]+)(\S[^\n]*)$", re.MULTILINE)
_INLINE = re.compile(r"[*_`\[\\&]")
_PICTURE = re.compile(r"^[ \t]*!\[[^\]\n]*\]\([^)\n]*\)[ \t\r]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t\r]*$", re.MULTILINE)


def read_markdown(raw: Raw, report: Report) -> Iterator[Draft]:
    """One article; headings, pictures and rules are marked."""
    known, body = _split(decode(raw.read(), raw.name), raw.name)
    body = _shown(body)
    if not body.strip():
        raise InputError(f"{raw.name} has front matter but no text: write the article below it.")
    yield Draft(None, body, raw.location, known, tuple(_hints(body)))


def _split(text: str, name: str) -> tuple[Known, str]:
    """What the front matter says, and the text after it and one blank line."""
    first = re.match(r"---[ \t]*\r?\n", text)
    if not first:
        return Known(), text
    at = first.end()
    for line in text[at:].splitlines(keepends=True):
        if _FENCE.fullmatch(line):
            body = text[at + len(line) :]
            return known_from(_mapping(text[first.end() : at], name), name), re.sub(r"\A(?:[ \t]*\r?\n)+", "", body)
        at += len(line)
    raise InputError(f"{name} begins with front matter that does not end: close it with a line ---.")


def _mapping(matter: str, name: str) -> dict[str, Any]:
    import yaml

    try:
        found = yaml.safe_load(matter)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        raise InputError(
            f"{name} has front matter that is no YAML{where}: put values with a colon or apostrophe in double quotes."
        ) from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise InputError(f"{name} has front matter that is no list of fields: write lines such as title: ...")
    return {str(key).casefold(): value for key, value in found.items()}


def _shown(body: str) -> str:
    """The body without the markup within its lines."""
    if not _INLINE.search(body):
        return body
    from markdown_it import MarkdownIt

    lines = body.split("\n")
    for block in MarkdownIt("commonmark").parse(body):
        if block.type == "inline" and block.map and block.children and not _pictured(block.children):
            written = block.content.split("\n")
            shown = _words(block.children).split("\n")
            if len(written) == len(shown):  # else a line break stands within a code
                for number, (old, new) in enumerate(zip(written, shown, strict=True), block.map[0]):
                    lines[number] = lines[number].replace(old, new, 1)
    return "\n".join(lines)


def _words(inline: "Sequence[Token]") -> str:
    """What is shown of the tokens of one block."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(token.type, token.content) for token in inline)


def _pictured(inline: "Sequence[Token]") -> bool:
    return any(token.type == "image" for token in inline)


def _hints(body: str) -> Iterator[Region]:
    """Marks before headings, and what is not text; then the headings, the first of level one as the title."""
    hints: list[Region] = []
    titled = False
    for match in _HEADING.finditer(body):
        is_title = len(match[1].strip()) == 1 and not titled
        titled = titled or is_title
        hints.append(Region("boilerplate", match.start(1), match.end(1)))
        hints.append(
            Region("title" if is_title else "heading", match.start(2), match.start(2) + len(match[2].rstrip()))
        )
    for pattern in (_PICTURE, _RULE):
        hints += [Region("boilerplate", m.start(), m.end()) for m in pattern.finditer(body)]
    yield from sorted(hints, key=lambda region: region.start)

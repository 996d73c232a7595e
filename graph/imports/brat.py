"""brat's standoff: a text (.txt) and beside it a file (.ann) of marks, relations, events, attributes and notes.

Format: brat.nlplab.org/standoff.html. Offsets are code points. Marks are sources, cues and contents by their types;
an event is its trigger, linked to its arguments; attributes and lines of notes ("proposal: Harbour fee") are facts.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from graph.articles.decoding import decode
from graph.errors import InputError
from graph.imports.documents import Coded, Document
from graph.imports.mapping import Words
from graph.imports.marks import Mark, statements_of
from graph.model import Span

_MARK = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
_EVENT = re.compile(r"(E\S+)\t\S+?:(T\S+)((?: \S+?:\S+)*)\s*")
_RELATION = re.compile(r"R\S+\t\S+ \S+?:(\S+) \S+?:(\S+)\s*(?:\t.*)?")
_ATTRIBUTE = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (.+?))?\s*")
_NAME = re.compile(r"N\S+\t\S+ (\S+) \S+\t(.+)")
_NOTE = re.compile(r"#\S*\t\S+ (\S+)\t(.+)")
_FACT = re.compile(r"\s*([\w-]+)\s*[:=]\s*(.+?)\s*")
_IGNORED = ("*",)  # equivalences


@dataclass(slots=True)
class _Found:
    """What the lines of a file say so far; events stand for their triggers."""

    marks: dict[str, tuple[str, tuple[Span, ...]]] = field(default_factory=dict)
    triggers: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    facts: list[tuple[str, str, str]] = field(default_factory=list)
    names: list[tuple[str, str]] = field(default_factory=list)


def read_brat(path: Path, data: bytes, words: Words) -> Coded:
    """The document of an .ann file; its text is the .txt file of the same name beside it.

    :raises InputError: where that is missing, or a line is none of brat's, or its offsets are not of the text.
    """
    beside = path.with_suffix(".txt")
    try:
        text = decode(beside.read_bytes(), beside.name)
    except OSError as error:
        raise InputError(
            f"{path.name} needs its text {beside.name} beside it ({error.strerror or error}): copy it from brat."
        ) from error
    found = _Found()
    for number, line in enumerate(decode(data, path.name).split("\n"), start=1):
        if line.strip() and not line.startswith(_IGNORED):
            _take(f"{path.name}, line {number}", line.rstrip("\r"), text, found)
    marks = list(_marks(found, words))
    statements = statements_of(path.name, text, marks, _links(found), words)
    if not statements:
        known = ", ".join(sorted({kind for kind, _ in found.marks.values()})) or "none"
        raise InputError(
            f"{path.name} marks no content of a claim (its types are {known}): say which it is in a file for "
            '--mapping, [marks] and below it "the type" = "content" (or "source", "cue").'
        )
    return Coded((Document(path.stem, statements, text),))


def _take(where: str, line: str, text: str, found: _Found) -> None:
    """Put a line where it belongs."""
    if match := _MARK.fullmatch(line):
        found.marks[match[1]] = match[2], tuple(_span(where, piece, text) for piece in match[3].split(";"))
    elif match := _EVENT.fullmatch(line):
        found.triggers[match[1]] = match[2]
        found.links += [(match[1], argument.partition(":")[2]) for argument in match[3].split()]
    elif match := _RELATION.fullmatch(line):
        found.links.append((match[1], match[2]))
    elif match := _ATTRIBUTE.fullmatch(line):
        found.facts.append((match[2], match[1], match[3] or "true"))
    elif match := _NAME.fullmatch(line):
        found.names.append((match[1], match[2]))
    elif match := _NOTE.fullmatch(line):
        pairs = (_FACT.fullmatch(piece) for piece in match[2].split(";"))
        found.facts += [(match[1], pair[1], pair[2]) for pair in pairs if pair]
    elif not re.match(r"[N#]\S*\t", line):
        raise InputError(f"{where} is no line of brat's standoff: mend it, or export the file from brat again.")


def _span(where: str, piece: str, text: str) -> Span:
    start, end = (int(offset) if len(offset) < 12 else len(text) + 1 for offset in piece.split())
    if not start < end <= len(text):
        raise InputError(
            f"{where} marks {piece.replace(' ', '-')}, which is no piece of its text of {len(text)} characters: "
            "put the text beside it that was annotated."
        )
    return Span(start, end, text[start:end])


def _marks(found: _Found, words: Words) -> list[Mark]:
    facts: dict[str, dict[str, str]] = {}
    for name, key, value in found.facts:
        facts.setdefault(found.triggers.get(name, name), {}).setdefault(key, value)
    for name, label in found.names:  # to what a source is normalised is who it means
        if words.role(found.marks.get(name, ("", ()))[0]) == "source":
            facts.setdefault(name, {}).setdefault("speaker", label)
    return [
        Mark(name, words.role(kind) or "", spans, facts.get(name, {})) for name, (kind, spans) in found.marks.items()
    ]


def _links(found: _Found) -> list[tuple[str, str]]:
    return [(found.triggers.get(one, one), found.triggers.get(other, other)) for one, other in found.links]

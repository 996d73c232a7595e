"""WebAnno TSV 3, which INCEpTION and WebAnno export: a text in tokens, the layers of annotation in columns beside them.

Format: INCEpTION User Guide, appendix "WebAnno TSV 3.3 File format". Offsets are UTF-16 code units. A layer's mark is a
source, cue or content by the value of one of its features (role, type, label, value) or by the layer's name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.articles.decoding import decode
from graph.errors import InputError
from graph.imports.documents import Coded, Document
from graph.imports.mapping import Words
from graph.imports.marks import Mark, statements_of
from graph.imports.units import code_points
from graph.model import Span

START = "#FORMAT=WebAnno TSV 3"
_TOKEN = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,9})-(\d{1,9})\t([^\t]*)(?:\t(.*))?")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_ROLES = ("role", "type", "label", "value", "kind")
_PROJECT = ("annotation", "curation")  # folders of a project, in which a folder a document holds a file a coder
_NONE = ("", "_", "*")
_End = tuple[str, str]  # of a link: a layer, and the number or token of a mark of it


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer of the head: its name, whether it is of spans or relations, the features of its columns."""

    name: str
    kind: str
    features: tuple[str, ...]

    @property
    def width(self) -> int:
        return max(1, len(self.features))

    @property
    def short(self) -> str:
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class _Token:
    """A line of a token: its id, its offsets in UTF-16 units, its words, its cells."""

    id: str
    start: int
    end: int
    words: str
    cells: tuple[str, ...]


@dataclass(slots=True)
class _Unit:
    """A mark while its tokens are gathered: their places, and the values of its features."""

    layer: _Layer
    tokens: list[_Token] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)


def read_webanno(path: Path, data: bytes, words: Words) -> Coded:
    """The document of a TSV file, which holds its text.

    :raises InputError: where it is no such file, or its tokens do not agree with its text.
    """
    lines = decode(data, path.name).split("\n")
    layers = [_layer(line) for line in lines if line.startswith(("#T_SP=", "#T_RL=", "#T_CH="))]
    texts, tokens = _body(path.name, lines, sum(layer.width for layer in layers))
    text = _text(path.name, texts, tokens)
    places = _places(path.name, text, tokens)
    units, links = _units(layers, tokens)
    marks = [_mark(name, unit, text, places, words) for name, unit in units.items()]
    statements = statements_of(path.name, text, marks, links, words)
    if not statements:
        known = ", ".join(sorted({layer.short for layer in layers})) or "none"
        raise InputError(
            f"{path.name} marks no content of a claim (its layers are {known}): say which it is in a file for "
            '--mapping, [marks] and below it "the layer or the value" = "content" (or "source", "cue").'
        )
    if path.parent.parent.name in _PROJECT:
        statements = tuple(replace(one, coder=one.coder or path.stem) for one in statements)
        return Coded((Document(Path(path.parent.name).stem, statements, text),))
    return Coded((Document(path.stem, statements, text),))


def _layer(line: str) -> _Layer:
    kind, _, rest = line.strip().removeprefix("#T_").partition("=")
    name, *features = rest.split("|")
    return _Layer(name, kind, tuple(feature for feature in features if feature))


def _body(file: str, lines: Sequence[str], width: int) -> tuple[dict[str, str], list[_Token]]:
    """The sentences by the ids of their first tokens, and the tokens of all."""
    texts: dict[str, str] = {}
    tokens: list[_Token] = []
    said: list[str] = []
    for number, line in enumerate((line.rstrip("\r") for line in lines), start=1):
        if line.startswith("#Text="):
            said.append(_plain(line.removeprefix("#Text=")))
        elif line.strip() and not line.startswith("#"):
            match = _TOKEN.fullmatch(line)
            cells = tuple((match[5] or "").split("\t")) if match else ()
            if match is None or (len(cells) < width and width and match[5] is not None):
                raise InputError(
                    f"{file}, line {number} is no token of WebAnno TSV 3 with {width} columns of layers: "
                    "export the document again."
                )
            tokens.append(_Token(match[1], int(match[2]), int(match[3]), _plain(match[4]), cells))
            if said:
                texts[match[1]] = "\n".join(said)
                said = []
    if not tokens:
        raise InputError(f"{file} has no token: export the document as WebAnno TSV 3 again.")
    return texts, tokens


def _text(file: str, texts: dict[str, str], tokens: Sequence[_Token]) -> str:
    """The text of a document: its sentences where they begin, with line ends and blanks between them."""
    parts: list[str] = []
    length = 0  # in UTF-16 units
    for token in tokens:
        if token.id not in texts:
            continue
        sentence = texts[token.id]
        before = sentence.find(token.words)
        start = token.start - _units_in(sentence[: max(0, before)])
        if start < length or start - length > _units_in("".join(texts.values())) + 1000:
            raise InputError(
                f"{file}: the sentence of token {token.id} begins at {start}, where {length} characters are before it: "
                "export the document again."
            )
        parts += ["\n" if start > length else "", " " * (start - length - 1), sentence]
        length = start + _units_in(sentence)
    return "".join(parts)


def _units_in(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)


def _places(file: str, text: str, tokens: Sequence[_Token]) -> dict[str, tuple[int, int]]:
    """The offsets of tokens in code points, each checked against the text."""
    starts = code_points(text, (token.start for token in tokens))
    ends = code_points(text, (token.end for token in tokens))
    places = {}
    for token, start, end in zip(tokens, starts, ends, strict=True):
        if start is None or end is None or not start < end or text[start:end] != token.words:
            raise InputError(
                f"{file}: token {token.id} is “{token.words}” at {token.start}-{token.end}, where its text has "
                "something else: export the document again."
            )
        places[token.id] = start, end
    return places


def _units(layers: Sequence[_Layer], tokens: Sequence[_Token]) -> tuple[dict[str, _Unit], list[tuple[str, str]]]:
    """The marks of all layers of spans by name (layer, number or token), and the links between them."""
    units: dict[str, _Unit] = {}
    links: list[tuple[_End, _End]] = []
    for token in tokens:
        column = 0
        for layer in layers:
            cells = token.cells[column : column + layer.width]
            column += layer.width
            if layer.kind == "SP":
                links += _take_span(layer, token, cells, units)
            elif layer.kind == "RL":
                links += _relations(layer, token, cells)
    ends = {name.partition(" ")[2]: name for name in units}

    def named(end: _End) -> str:
        """The mark of the layer that a link names, or else of any."""
        exact = " ".join(end)
        return exact if exact in units else ends.get(end[1], "")

    return units, [(named(one), named(other)) for one, other in links]


def _take_span(
    layer: _Layer, token: _Token, cells: Sequence[str], units: dict[str, _Unit]
) -> Iterator[tuple[_End, _End]]:
    """Add a token to the marks that cover it; gives the links of their slots."""
    columns = [_stacked(cell) for cell in cells]
    for place in range(max((len(column) for column in columns), default=0)):
        values = [column[place] if place < len(column) else ("*", None) for column in columns]
        number = next((number for _, number in values if number), None)
        if all(value in ("", "_") for value, _ in values):
            continue
        own = f"[{number}]" if number else token.id
        unit = units.setdefault(f"{layer.name} {own}", _Unit(layer))
        if token not in unit.tokens:
            unit.tokens.append(token)
        for at, (feature, (value, _)) in enumerate(zip(layer.features or ("",), values, strict=False)):
            if feature.startswith("ROLE_") and at + 1 < min(len(cells), len(layer.features)):
                yield from (((layer.name, own), (layer.features[at + 1], end)) for end in _targets(cells[at + 1]))
            elif value not in _NONE:
                unit.values.setdefault(feature, _plain(value))


def _relations(layer: _Layer, token: _Token, cells: Sequence[str]) -> Iterator[tuple[_End, _End]]:
    """The links of a relation: from the mark that it leads from, whose token is in the last column, to this one."""
    of = layer.features[-1].removeprefix("BT_") if layer.features else ""
    for item in _split(cells[-1], "|") if cells else ():
        match = re.fullmatch(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?", item)
        if match:
            one = f"[{match[2]}]" if match[2] and match[2] != "0" else match[1]
            other = f"[{match[3]}]" if match[3] and match[3] != "0" else token.id
            yield (of, one), (of, other)


def _targets(cell: str) -> Iterator[str]:
    """To which marks the slots of a cell lead: "1-5[4];1-8"."""
    for item in _split(cell, ";|"):
        if match := re.fullmatch(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)\])?", item):
            yield f"[{match[2]}]" if match[2] else match[1]


def _stacked(cell: str) -> list[tuple[str, str | None]]:
    """The values of a cell, each with the number of its mark where it has one."""
    found = []
    for item in _split(cell, "|"):
        match = re.fullmatch(r"(.*?)(?<!\\)\[(\d+)\]", item, re.DOTALL)
        found.append((match[1], match[2]) if match else (item, None))
    return found


def _split(cell: str, signs: str) -> list[str]:
    """A cell at signs that are not escaped."""
    return re.split(rf"(?<!\\)[{re.escape(signs)}]", cell)


def _mark(name: str, unit: _Unit, text: str, places: dict[str, tuple[int, int]], words: Words) -> Mark:
    """A mark with its spans: tokens side by side are one piece."""
    last = {feature.lower(): value for feature, value in unit.values.items()}
    role = words.role(*(last[feature] for feature in _ROLES if feature in last), unit.layer.short) or ""
    spans: list[Span] = []
    for start, end in sorted(places[token.id] for token in unit.tokens):
        if spans and not text[spans[-1].end : start].strip():
            start, end = spans.pop().start, max(end, start)
        spans.append(Span(start, end, text[start:end]))
    return Mark(name, role, tuple(spans), unit.values)


def _plain(text: str) -> str:
    """A value without its escapes."""
    return re.sub(r"\\(.)", lambda match: _ESCAPED.get(match[1], match[1]), text)

"""Statements in tables of text: the CSV of Discourse Network Analyzer, that of our export, and plain ones."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from graph.articles.decoding import decode
from graph.errors import InputError
from graph.imports.documents import Coded
from graph.imports.mapping import Words
from graph.imports.rows import Reading, Row, documents_of

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST = 10_000_000  # characters of a cell
_NEEDED = {
    "document": "what the statement stands in (a title, a file name or an address)",
    "proposal": "what it is about",
    "quotation": "the words of it",
}
_HOLDERS = ("actor", "person", "organization")


def read_sheet(path: Path, data: bytes, words: Words) -> Coded:
    """A table whose every row is a whole statement.

    :raises InputError: where it is no text or no table, lacks a column, or a row lacks something.
    """
    return _read(path, data, words, strict=True)


def read_dna_sheet(path: Path, data: bytes, words: Words) -> Coded:
    """A table of Discourse Network Analyzer: a statement may lack its actor, concept or agreement."""
    return _read(path, data, words, strict=False)


def is_of_dna(data: bytes) -> bool:
    """Whether a table has the columns of Discourse Network Analyzer."""
    head = data[:4096].decode("utf-8", "replace").splitlines()[:1]
    return any("concept" in line and ("statement_id" in line or "agreement" in line) for line in head)


def _read(path: Path, data: bytes, words: Words, *, strict: bool) -> Coded:
    text = decode(data, path.name)
    delimiter = words.delimiter or _delimiter(text, words)
    rows = _rows(path.name, text, delimiter)
    headers = next(rows, None)
    if headers is None:
        raise InputError(f"{path.name} is empty: its first row should name the columns.")
    fields = words.fields(headers.cells)
    _refuse_missing(path.name, list(headers.cells), fields, words)
    reading = Reading(path.name, words, fields)
    found = []
    for row in rows:
        statement = reading.statement(row)
        if strict:
            _refuse_incomplete(path.name, row, reading)
        found.append((reading.known(row), statement))
    reading.refuse_unknown()
    if not found:
        raise InputError(f"{path.name} has no row below its head: there is nothing to import.")
    return Coded(tuple(documents_of(found, path.name)))


def _rows(file: str, text: str, delimiter: str) -> Iterator[Row]:
    """The rows by their headers, the head first; rows without any text are passed over."""
    if len(delimiter) != 1:
        raise InputError(f"The delimiter {delimiter!r} of the mapping should be one character, such as ;.")
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headers = [header.strip() for header in next(reader, [])]
        if not any(headers):
            return
        twice = next((h for h in headers if h and headers.count(h) > 1), None)
        if twice is not None:
            raise InputError(f"{file} has two columns “{twice}”: rename one.")
        yield Row("row 1", {header: header for header in headers if header})
        for number, cells in enumerate(reader, start=2):
            if len(cells) > len(headers) and any(cell.strip() for cell in cells[len(headers) :]):
                raise InputError(
                    f"{file}, row {number} has {len(cells)} cells below {len(headers)} headers: put a text with a "
                    f"{delimiter!r} in it into quotation marks."
                )
            if any(cell.strip() for cell in cells):
                yield Row(f"row {number}", dict(zip(headers, cells, strict=False)))
    except csv.Error as error:
        raise InputError(f"{file} is no CSV from line {reader.line_num} on ({error}): save it again.") from error


def _delimiter(text: str, words: Words) -> str:
    """What separates the columns: the sign by which most headers are known."""

    def known(delimiter: str) -> tuple[int, int]:
        try:
            head = next(csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return len(words.fields([header.strip() for header in head])), len(head)

    return max(_DELIMITERS, key=known)


def _refuse_missing(file: str, headers: list[str], fields: dict[str, str], words: Words) -> None:
    for ours, theirs in words.columns.items():
        if theirs not in headers:
            raise InputError(
                f"{file} has no column “{theirs}”, which the mapping says is the {ours}: "
                f"its columns are {', '.join(headers)}."
            )
    missing = [f"{field}, {what}" for field, what in _NEEDED.items() if field not in fields]
    if "document" not in fields and "url" in fields:
        missing = missing[1:]
    if not any(field in fields for field in _HOLDERS):
        missing.append("actor, who says it")
    if "stance" not in fields and "agreement" not in fields:
        missing.append("stance, for or against")
    if missing:
        raise InputError(
            f"{file} has no column for the {'; the '.join(missing)}: its columns are {', '.join(headers)}; say which "
            f'it is in a file for --mapping, [columns] and below it {missing[0].split(",")[0]} = "the column".'
        )


def _refuse_incomplete(file: str, row: Row, reading: Reading) -> None:
    lacks = [
        what
        for what, fields in (
            ("actor", _HOLDERS),
            ("proposal", ("proposal",)),
            ("stance", ("stance", "agreement")),
            ("quotation", ("quotation",)),
            ("document", ("document", "url")),
        )
        if not any(reading.get(row, field) for field in fields)
    ]
    if lacks:
        raise InputError(f"{file}, {row.place} has no {' and no '.join(lacks)}: fill it in, or leave the row out.")

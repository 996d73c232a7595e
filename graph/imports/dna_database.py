"""Statements in a database of Discourse Network Analyzer 3: the documents with their texts, the places in them.

Offsets are UTF-16 code units, as Java counts them. The file is opened for reading alone, and as no trusted one.
The tables are those of DNA 3.0.11 (`exports/dna.sql` has them).
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

from graph.articles.draft import Known
from graph.errors import InputError
from graph.imports.documents import Coded, Document, Statement
from graph.imports.mapping import Words
from graph.imports.rows import Reading, Row
from graph.imports.units import code_points
from graph.model import Span
from graph.vocabulary import Minter

_TABLES = (
    "DOCUMENTS", "STATEMENTS", "STATEMENTTYPES", "VARIABLES", "ENTITIES", "CODERS",
    "DATASHORTTEXT", "DATALONGTEXT", "DATABOOLEAN", "DATAINTEGER",
)  # fmt: skip
_VALUES = """
    WITH data (StatementId, VariableId, Value) AS (
      SELECT d.StatementId, d.VariableId, e.Value FROM DATASHORTTEXT AS d JOIN ENTITIES AS e ON e.ID = d.Entity
      UNION ALL SELECT StatementId, VariableId, Value FROM DATABOOLEAN
      UNION ALL SELECT StatementId, VariableId, Value FROM DATAINTEGER
      UNION ALL SELECT StatementId, VariableId, Value FROM DATALONGTEXT)
    SELECT data.StatementId, CAST(v.Variable AS TEXT), CAST(IFNULL(data.Value, '') AS TEXT)
    FROM data JOIN VARIABLES AS v ON v.ID = data.VariableId
"""
_STATEMENTS = """
    SELECT s.ID, s.DocumentId, CAST(s.Start AS INTEGER), CAST(s.Stop AS INTEGER), CAST(c.Name AS TEXT),
      CAST(t.Label AS TEXT) FROM STATEMENTS AS s
    LEFT JOIN CODERS AS c ON c.ID = s.Coder LEFT JOIN STATEMENTTYPES AS t ON t.ID = s.StatementTypeId
    ORDER BY s.DocumentId, s.Start, s.ID
"""
_DOCUMENTS = """
    SELECT ID, CAST(IFNULL(Title, '') AS TEXT), CAST(IFNULL(Text, '') AS TEXT), CAST(IFNULL(Author, '') AS TEXT),
      CAST(IFNULL(Source, '') AS TEXT), CAST(IFNULL(Notes, '') AS TEXT), CAST(Date AS INTEGER)
    FROM DOCUMENTS ORDER BY ID
"""  # whatever type a cell may have
_NO_DAY = date(1900, 1, 1)  # what our export writes for a document without one


@dataclass(frozen=True, slots=True)
class _Place:
    """A statement's number, document, offsets, coder and type."""

    number: int
    document: int
    start: int
    stop: int
    coder: str | None
    type: str | None


def read_dna_database(path: Path, data: bytes, words: Words) -> Coded:
    """The statements of a database that have a concept; those of other types are passed over and counted.

    :raises InputError: where it is no such database, or an offset lies beyond its document.
    """
    if not data.startswith(b"SQLite format 3\0"):
        raise InputError(f"{path.name} is no SQLite database: save it from Discourse Network Analyzer 3 again.")
    database = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True)
    try:
        database.execute("PRAGMA trusted_schema = OFF")
        return _read(path.name, database, words)
    except (sqlite3.Error, ValueError, OverflowError, OSError) as error:
        raise InputError(f"{path.name} is a broken database ({error}): save it from DNA again.") from error
    finally:
        database.close()


def _read(file: str, database: sqlite3.Connection, words: Words) -> Coded:
    _refuse_other(file, database)
    values: dict[int, dict[str, str]] = {}
    for number, variable, value in database.execute(_VALUES):
        values.setdefault(number, {})[variable] = value
    fields = words.fields(
        {name: None for (name,) in database.execute("SELECT CAST(Variable AS TEXT) FROM VARIABLES ORDER BY ID")}
    )
    if "proposal" not in fields:
        raise InputError(
            f"{file} has no variable for the proposal, such as concept: say which it is in a file for --mapping, "
            '[columns] and below it proposal = "the variable".'
        )
    reading = Reading(file, words, fields)
    places = [_Place(*row) for row in database.execute(_STATEMENTS)]
    documents, passed_over = [], Counter[str]()
    for document in _documents(database):
        statements = []
        for place in (place for place in places if place.document == document.number):
            if fields["proposal"] not in values.get(place.number, {}):
                passed_over[place.type or "no type"] += 1
            else:
                statements.append(_statement(file, place, document, reading, values[place.number]))
        if statements:
            documents.append(Document(document.title, tuple(statements), document.text, document.known))
    reading.refuse_unknown()
    if not documents:
        raise InputError(f"{file} has no statement with a {fields['proposal']}: there is nothing to import.")
    notes = (f"{file}: what has the type “{kind}” has no proposal and is passed over (statements: {n})."
             for kind, n in sorted(passed_over.items()))  # fmt: skip
    return Coded(tuple(documents), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Text:
    """A document of the database."""

    number: int
    title: str
    text: str
    known: Known


def _documents(database: sqlite3.Connection) -> Iterator[_Text]:
    rows = database.execute(_DOCUMENTS)
    for number, title, text, author, source, notes, seconds in rows:
        day = datetime.fromtimestamp(seconds, UTC).date() if seconds is not None else _NO_DAY
        address = notes.strip()
        url = address if address.startswith(("http://", "https://")) and not address.startswith(_OURS) else None
        yield _Text(
            number,
            title.strip() or f"document {number}",
            text,
            Known(
                title=title.strip() or None,
                publisher=source.strip() or None,
                authors=(author.strip(),) if author.strip() else (),
                published=None if day == _NO_DAY else day,
                url=url if url and len(url.split()) == 1 else None,
            ),
        )


_OURS = Minter().article("")  # where our export has no address, it notes the article


def _statement(file: str, place: _Place, document: _Text, reading: Reading, cells: Mapping[str, str]) -> Statement:
    where = f"statement {place.number}"
    start, stop = code_points(document.text, (place.start, place.stop))
    if start is None or stop is None or start >= stop:
        raise InputError(
            f"{file}: {where} stands at {place.start}-{place.stop}, which is no piece of “{document.title}”: "
            "mend it in DNA, or delete it there."
        )
    statement = reading.statement(Row(where, cells))
    span = Span(start, stop, document.text[start:stop])
    return replace(
        statement, content=(span,), quotation="", day=statement.day or document.known.published, coder=place.coder
    )


def _refuse_other(file: str, database: sqlite3.Connection) -> None:
    """Views in the place of tables could do anything for any time."""
    rows = database.execute("SELECT name, type, sql FROM sqlite_master")
    tables = {name for name, kind, sql in rows if kind == "table" and sql and sql.upper().startswith("CREATE TABLE")}
    missing = [name for name in _TABLES if name not in tables]
    if missing:
        raise InputError(
            f"{file} is no database of Discourse Network Analyzer 3 (it has no table {missing[0]}): "
            "open one of an older version in DNA 3 and save it."
        )

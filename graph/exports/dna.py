"""Discourse Network Analyzer: its statements as CSV, and a database that version 3 opens.

DNA knows yes and no: support and conditional support agree, doubt and opposition do not; who is undecided is in the
CSV with an empty agreement, and not in the database. The five steps are kept in a variable of their own, `stance`.
A person's organisation is the one that the text puts it with; other actors are organisations themselves.
Reference: P. Leifeld, J. Gruber, F. R. Bossner, Discourse Network Analyzer Manual; the tables are those of DNA 3.0.11.
"""

import base64
import hashlib
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import BinaryIO

from graph.exports.cells import write_csv
from graph.exports.prose import seen
from graph.exports.rows import Row
from graph.model import Span
from graph.networks.debate import Debate, Statement
from graph.networks.filtering import kind_of
from graph.networks.reading import read_texts
from graph.resources import resource
from graph.store import Store

COLUMNS: dict[str, type] = {
    "document": str, "date": str, "author": str, "source": str, "person": str, "organization": str, "concept": str,
    "agreement": int, "stance": str, "text": str, "start": int, "stop": int, "id": str,
}  # fmt: skip
VARIABLES = {"person": "short text", "organization": "short text", "concept": "short text", "agreement": "boolean",
             "stance": "short text"}  # fmt: skip
PASSWORD = "claimgraph"  # noqa: S105 - of the coder Admin, told in the documentation: DNA asks for one at each opening
_LONGEST = 190  # characters of an entity or a title
_ROUNDS = 100_000


def write_dna_csv(debate: Debate, store: Store, out: BinaryIO, *, excel: bool = False) -> None:
    """Write one row a statement, the earliest first; offsets are code points of its first piece of evidence."""
    write_csv((_row(debate, statement) for statement in _ordered(debate)), COLUMNS, out, excel=excel)


def write_dna(debate: Debate, store: Store, out: BinaryIO) -> None:
    """Write the database; offsets are UTF-16 code units, as Java counts them."""
    texts = read_texts(store)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.dna"
        database = sqlite3.connect(path)
        try:
            _fill(database, debate, texts)
        finally:
            database.close()
        out.write(path.read_bytes())


def _ordered(debate: Debate) -> list[Statement]:
    return sorted(debate.statements, key=lambda s: (s.day is None, str(s.day), s.article, s.position.evidence, s.id))


def _row(debate: Debate, statement: Statement) -> Row:
    position = statement.position
    card = debate.articles.get(statement.article)
    first = position.evidence[0] if position.evidence else None
    person, organization = _who(debate, position.holder)
    return {
        "document": card.title if card else statement.article,
        "date": statement.day.isoformat() if statement.day else "",
        "author": "",
        "source": card.publisher if card else "",
        "person": person,
        "organization": organization,
        "concept": debate.label(position.proposal),
        "agreement": int(position.polarity > 0) if position.polarity else None,
        "stance": position.stance,
        "text": first.text if first else "",
        "start": first.start if first else None,
        "stop": first.end if first else None,
        "id": position.id,
    }


def _who(debate: Debate, holder: str) -> tuple[str, str]:
    """The person and the organisation that an actor is for DNA."""
    label = debate.label(holder)
    if kind_of(debate, holder) != "Person":
        return "", label
    return label, next((debate.label(m.organization) for m in debate.memberships if m.member == holder), "")


def _fill(database: sqlite3.Connection, debate: Debate, texts: dict[str, str]) -> None:
    database.executescript(resource("exports", "dna.sql").read_text(encoding="utf-8"))
    put = database.execute
    put("INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, 'Admin', 255, 255, ?)", (_hashed(PASSWORD),))
    put("INSERT INTO SETTINGS VALUES ('version', '3.0.11'), ('date', '2025-02-05')")
    put("INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51)")
    number = {name: place for place, name in enumerate(VARIABLES, start=1)}
    database.executemany(
        "INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", [(number[name], name, kind) for name, kind in VARIABLES.items()]
    )
    _attributes(database, number)
    documents = _documents(database, debate, texts)
    entities: dict[tuple[int, str], int] = {}
    for place, (statement, document, span) in enumerate(_placed(debate, texts, documents), start=1):
        text = texts[statement.article]
        ends = (_units(text, span.start), _units(text, span.end))
        put("INSERT INTO STATEMENTS VALUES (?, 1, ?, ?, ?, 1)", (place, document, *ends))
        row = _row(debate, statement)
        put("INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
            (place, number["agreement"], row["agreement"]))  # fmt: skip
        for name in ("person", "organization", "concept", "stance"):
            value = number[name], _short(str(row[name] or ""))
            entity = entities.setdefault(value, len(entities) + 1)
            if entity == len(entities):
                put("INSERT OR IGNORE INTO ENTITIES VALUES (?, ?, ?, 0, 0, 0, NULL)", (entity, *value))
            put("INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (place, number[name], entity))  # fmt: skip
    database.commit()


def _attributes(database: sqlite3.Connection, number: dict[str, int]) -> None:
    """The attributes that DNA gives each variable of short texts."""
    database.executemany(
        "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)",
        [(number[name], what) for what in ("Type", "Alias", "Notes") for name in ("person", "organization", "concept")],
    )


def _documents(database: sqlite3.Connection, debate: Debate, texts: dict[str, str]) -> dict[str, int]:
    """The articles that hold statements, by IRI, with their numbers; one without a date is of the first day of 1900."""
    used = sorted({s.article for s in debate.statements if s.article in texts and s.article in debate.articles})
    for place, iri in enumerate(used, start=1):
        card = debate.articles[iri]
        day = datetime.combine(card.published, time(), UTC) if card.published else datetime(1900, 1, 1, tzinfo=UTC)
        text = _writable(texts[iri])
        database.execute(
            "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Source, Notes, Date) VALUES (?, ?, ?, 1, ?, ?, ?)",
            (
                place,
                _short(card.title),
                text,
                _short(card.publisher or ""),
                _writable(card.url or iri),
                int(day.timestamp()),
            ),
        )
    return {iri: place for place, iri in enumerate(used, start=1)}


def _placed(debate: Debate, texts: dict[str, str], documents: dict[str, int]) -> Iterator[tuple[Statement, int, Span]]:
    """Statements that DNA can hold: with a sign, and with words that stand in a document."""
    for statement in _ordered(debate):
        if statement.position.polarity and statement.article in documents:
            spans: Iterable[Span] = statement.position.evidence
            text = texts[statement.article]
            found = next((s for s in spans if s.start < s.end and text[s.start : s.end] == s.text), None)
            if found:
                yield statement, documents[statement.article], found


def _units(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _short(text: str) -> str:
    line = seen(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _writable(text: str) -> str:
    """The text as SQLite takes it: as long as it was."""
    return "".join("\ufffd" if sign == "\0" or "\ud800" <= sign <= "\udfff" else sign for sign in text)


def _hashed(password: str) -> str:
    """The password as Jasypt's StrongPasswordEncryptor digests it, with a salt that is always the same."""
    salt = hashlib.sha256(b"claimgraph").digest()[:16]
    found = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(_ROUNDS - 1):
        found = hashlib.sha256(found).digest()
    return base64.b64encode(salt + found).decode()

"""What Discourse Network Analyzer gets: its statements as CSV, and a database in its tables."""

import base64
import csv
import hashlib
import sqlite3
from collections import defaultdict
from pathlib import Path

import pytest

from graph.exports.dna import COLUMNS, PASSWORD
from graph.exports.writing import export
from graph.model import Reading
from graph.networks.discourse import affiliation
from graph.networks.onemode import pairs_of_actors
from graph.networks.reading import read_debate, read_texts
from tests.exports.test_tables import filled
from tests.networks.made_up import hostile, small
from tests.page.payloads import PAYLOADS

AFFILIATION = """
    SELECT IIF(p.Value = '', o.Value, p.Value), c.Value, b.Value, COUNT(*) FROM STATEMENTS AS s
    JOIN DATASHORTTEXT AS sp ON sp.StatementId = s.ID AND sp.VariableId = 1 JOIN ENTITIES AS p ON p.ID = sp.Entity
    JOIN DATASHORTTEXT AS so ON so.StatementId = s.ID AND so.VariableId = 2 JOIN ENTITIES AS o ON o.ID = so.Entity
    JOIN DATASHORTTEXT AS sc ON sc.StatementId = s.ID AND sc.VariableId = 3 JOIN ENTITIES AS c ON c.ID = sc.Entity
    JOIN DATABOOLEAN AS b ON b.StatementId = s.ID AND b.VariableId = 4 GROUP BY 1, 2, 3
"""


@pytest.fixture(params=["small", "hostile"])
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    """A debate that is easy to write, and one that is not."""
    return small() if request.param == "small" else hostile([*PAYLOADS, "🙂 賴清德", "x" * 10_000, "a\0b"])


def opened(readings: list[Reading], folder: Path) -> sqlite3.Connection:
    """The database as SQLite opens it."""
    export(filled(readings), "dna", folder / "x.dna")
    return sqlite3.connect(folder / "x.dna")


def test_the_affiliation_network_of_dna_comes_out_of_the_file(tmp_path: Path) -> None:
    """Actors by concepts, agreement and disagreement, counted by SQL alone, are those of the debate."""
    debate = read_debate(filled(small()))
    wanted: dict[tuple[str, str, int], int] = defaultdict(int)
    for statement in debate.statements:
        position = statement.position
        if position.polarity:
            wanted[debate.label(position.holder), debate.label(position.proposal), int(position.polarity > 0)] += 1
    found = {(who, what, yes): count for who, what, yes, count in opened(small(), tmp_path).execute(AFFILIATION)}
    assert found == dict(wanted)
    network = affiliation(debate)
    assert {(who, what) for who, what, _ in found} <= {
        (network.nodes[one]["label"], network.nodes[other]["label"]) for one, other in network.edges()
    }


def test_congruence_from_the_file_is_that_of_the_debate(tmp_path: Path) -> None:
    """Two actors with the same sign on a concept, as DNA's one-mode network has them."""
    debate = read_debate(filled(small()))
    held = defaultdict(set)
    for who, what, yes, _ in opened(small(), tmp_path).execute(AFFILIATION):
        held[what, yes].add(who)
    found = {(one, other) for some in held.values() for one in some for other in some if one < other}
    wanted = {tuple(sorted(map(debate.label, pair))) for pair in pairs_of_actors(debate, "congruence")}
    assert found == wanted


def test_every_statement_points_at_its_words(readings: list[Reading], tmp_path: Path) -> None:
    """In UTF-16 code units, as Java cuts a text."""
    database = opened(readings, tmp_path)
    store = filled(readings)
    quotes = {span.text for s in read_debate(store).statements for span in s.position.evidence}
    rows = database.execute(
        "SELECT d.Text, s.Start, s.Stop FROM STATEMENTS AS s JOIN DOCUMENTS AS d ON d.ID = s.DocumentId"
    )
    found = [text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le") for text, start, stop in rows]
    assert len(found) == sum(1 for s in read_debate(store).statements if s.position.polarity)
    assert {words.replace("\ufffd", "\0") for words in found} <= {quote.replace("\ufffd", "\0") for quote in quotes}
    assert {len(text) for (text,) in database.execute("SELECT Text FROM DOCUMENTS")} == {
        len(t) for t in read_texts(store).values()
    }


def test_the_database_keeps_its_own_rules(readings: list[Reading], tmp_path: Path) -> None:
    """No reference dangles, no entity is too long or there twice, all is what the schema says."""
    database = opened(readings, tmp_path)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("SELECT MAX(LENGTH(Value)) FROM ENTITIES").fetchone()[0] < 191
    assert database.execute("SELECT MAX(LENGTH(Title)) FROM DOCUMENTS").fetchone()[0] < 191
    kinds = dict(database.execute("SELECT Variable, DataType FROM VARIABLES"))
    assert kinds["agreement"] == "boolean" and kinds["concept"] == "short text"


def test_the_coder_has_the_password_that_is_told(tmp_path: Path) -> None:
    """Salted and digested a hundred thousand times, as DNA checks it."""
    (told,) = opened(small(), tmp_path).execute("SELECT Password FROM CODERS").fetchone()
    raw = base64.b64decode(told)
    digest = raw[:16] + PASSWORD.encode()
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    assert digest == raw[16:]


def test_the_csv_has_every_statement(readings: list[Reading], tmp_path: Path) -> None:
    """Undecided ones too, with an empty agreement; person or organisation is always told."""
    export(filled(readings), "dna-csv", tmp_path / "x.csv")
    debate = read_debate(filled(readings))
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(COLUMNS) and len(rows) == len(debate.statements)
    by_id = {s.id: s for s in debate.statements}
    for row in rows:
        position = by_id[row["id"]].position
        assert row["stance"] == position.stance
        assert row["agreement"] == ("" if not position.polarity else str(int(position.polarity > 0)))
        assert row["person"] or row["organization"]
        assert row["text"] in {span.text.replace("\0", "\ufffd") for span in position.evidence}

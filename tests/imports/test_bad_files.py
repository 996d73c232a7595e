"""Broken and hostile files: each is one sentence that names it and the fix, nothing of it is in the store."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.exports.writing import export
from graph.imports.mapping import read_mapping
from graph.store import Store
from tests.build.running import claimgraph, sentences
from tests.exports.test_tables import filled
from tests.imports.conftest import Import
from tests.imports.reading import asked, dump, fine, held, write_rows
from tests.networks.made_up import small

HEAD = "actor,proposal,stance,quotation,date,source"
ROW = ["Ada Holm", "A second ferry", "for", "it is overdue", "2025-03-04", "Ferry plan"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.csv", b"", "x.csv is empty"),
        ("x.csv", b"\xff\xfe\x00", "x.csv is broken UTF-16"),
        ("x.csv", "actor,é\n".encode("cp1252") + b"\x81\x8d", "x.csv is not UTF-8"),
        ("x.csv", b"a\0b", "x.csv is no text"),
        ("x.csv", b"actor,stance\nAda,for\n", "no column for the document"),
        ("x.csv", HEAD.encode(), "no row below its head"),
        ("x.csv", f"{HEAD},actor\n".encode(), "two columns “actor”"),
        ("x.csv", f'{HEAD}\n"Ada,b\n'.encode(), "x.csv is no CSV from line"),
        ("x.csv", f"{HEAD}\n{','.join(ROW)},more\n".encode(), "row 2 has 7 cells"),
        ("x.csv", f"{HEAD}\n,b,for,d,2025-03-04,f\n".encode(), "row 2 has no actor"),
        ("x.csv", f"{HEAD}\na,b,for,,2025-03-04,f\n".encode(), "row 2 has no quotation"),
        ("x.csv", f"{HEAD}\na,b,for,d,03/04/2025,f\n".encode(), 'dates = "%d/%m/%Y"'),
        ("x.csv", f"{HEAD},start\na,b,for,d,2025-03-04,f,many\n".encode(), "the offset “many”"),
        ("x.csv", f"{HEAD},kind\na,b,for,d,2025-03-04,f,Robot\n".encode(), "“Robot”"),
        ("x.dna", b"nothing", "x.dna is no SQLite database"),
        ("x.dna", b"SQLite format 3\0" + b"\7" * 200, "x.dna is a broken database"),
        ("x.ann", b"T1\tSource 0 1\ta\n", "needs its text x.txt"),
        ("x.tsv", b"#FORMAT=WebAnno TSV 3.3\n\n", "has no token"),
        ("x.ttl", b"<a> <b> <c> .", "claimgraph load x.ttl"),
        ("x.pdf", b"%PDF", "say which it is with --format"),
    ],
)
def test_a_broken_file_is_named(
    name: str, data: bytes, said: str, tmp_path: Path, store: Store, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence; the store is as it was."""
    (tmp_path / name).write_bytes(data)
    assert take(tmp_path / name)[0] == 2
    (sentence,) = sentences(capsys.readouterr().err)
    assert said in sentence
    assert dump(store) == set()


def test_unknown_stances_are_named_with_how_to_map_them(
    tmp_path: Path, store: Store, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """All at once; as the sentence says, they are mapped."""
    rows = [[*ROW[:2], "lukewarm", *ROW[3:]], [*ROW[:2], "0", "w", *ROW[4:]], ROW]
    path = write_rows(tmp_path / "x.csv", HEAD, rows)
    assert take(path)[0] == 2
    (sentence,) = sentences(capsys.readouterr().err)
    assert "“lukewarm” (row 2), “0” (row 3)" in sentence
    assert '[stances] and below it "lukewarm" = "support"' in sentence
    (tmp_path / "m.toml").write_text('[stances]\nlukewarm = "doubt"\n"0" = "oppose"\n', encoding="utf-8")
    assert take(path, words=read_mapping(tmp_path / "m.toml"))[0] == 0
    assert {one.stance for one in held(store)} == {"doubt", "oppose", "support"}


def test_any_table_can_be_mapped(tmp_path: Path, store: Store, take: Import) -> None:
    """Columns, stances, days, kinds and the delimiter by a file."""
    (tmp_path / "m.toml").write_text(
        'dates = "%d/%m/%Y"\ndelimiter = "|"\nkind = "Person"\n[columns]\nactor = "Wer"\nproposal = "Was"\n'
        'stance = "Wie"\nquotation = "Worte"\ndate = "Wann"\ndocument = "Wo"\n[stances]\n"gut" = "support"\n'
        '[kinds]\n"甲" = "Group"\n',
        encoding="utf-8",
    )
    rows = [["甲", "渡輪", "GUT", "很好", "03/04/2025", "報"], ["乙", "渡輪", "gut", "也好", "03/04/2025", "報"]]
    path = write_rows(tmp_path / "x.csv", "Wer,Was,Wie,Worte,Wann,Wo", rows, "|")
    assert take(path, words=read_mapping(tmp_path / "m.toml"))[0] == 0
    assert {one[:4] for one in held(store)} == {
        ("甲", "渡輪", "support", "2025-04-03"), ("乙", "渡輪", "support", "2025-04-03")
    }  # fmt: skip
    assert {iri.split("/")[-2] for iri, _ in asked(store, "?a cg:supports ?b")} == {"group", "person"}
    assert fine(store)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[columns", "is no TOML"),
        ("[nonsense]", "'nonsense' is nothing that a mapping has"),
        ("columns = 1", "columns should be a section"),
        ('[stances]\nyes = "fine"', "'fine', which is none of support"),
        ("[stances]\nyes = true", "should be text"),
        ('[columns]\nwho = "a"', "'who', which is none of"),
        ('kind = "Robot"', "'Robot', which is none of"),
    ],
)
def test_a_broken_mapping_is_named(text: str, said: str, tmp_path: Path) -> None:
    """With what it may have."""
    (tmp_path / "m.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"m\.toml") as caught:
        read_mapping(tmp_path / "m.toml")
    assert said in str(caught.value)


def test_a_mapping_that_names_no_column_is_told(
    tmp_path: Path, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the columns that there are."""
    (tmp_path / "m.toml").write_text('[columns]\nactor = "Wer"\n', encoding="utf-8")
    assert take(write_rows(tmp_path / "x.csv", HEAD, [ROW]), words=read_mapping(tmp_path / "m.toml"))[0] == 2
    assert "x.csv has no column “Wer”" in capsys.readouterr().err


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of DNA as our export writes it."""
    export(filled(small()), "dna", tmp_path / "x.dna")
    return tmp_path / "x.dna"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE STATEMENTS SET Stop = 1000000 WHERE ID = 1", "which is no piece of"),
        ("UPDATE STATEMENTS SET Start = -5 WHERE ID = 1", "which is no piece of"),
        ("UPDATE DOCUMENTS SET Text = CAST(x'ff00ff' AS TEXT)", "broken database"),
        ("UPDATE DOCUMENTS SET Date = 99999999999999999", "broken database"),
        ("UPDATE VARIABLES SET Variable = 'idea' WHERE Variable = 'concept'", "no variable for the proposal"),
        ("DROP TABLE ENTITIES", "no table ENTITIES"),
        ("DROP TABLE DOCUMENTS; CREATE VIEW DOCUMENTS AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
         "SELECT i AS ID FROM n", "no table DOCUMENTS"),
    ],
)  # fmt: skip
def test_a_broken_database_is_named(
    change: str, said: str, database: Path, store: Store, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """And is not changed by reading it."""
    with sqlite3.connect(database) as opened:
        opened.execute("PRAGMA foreign_keys = OFF")
        opened.execute("PRAGMA ignore_check_constraints = ON")
        opened.executescript(change)
    opened.close()
    data = database.read_bytes()
    assert take(database)[0] == 2
    (sentence,) = sentences(capsys.readouterr().err)
    assert said in sentence
    assert database.read_bytes() == data
    assert dump(store) == set()


def test_a_name_of_a_database_is_no_option_of_sqlite(database: Path, take: Import) -> None:
    """A question mark or a per cent sign in it is a sign like others."""
    strange = database.with_name("x?mode=rwc&%41.dna")
    shutil.copy(database, strange)
    assert take(strange)[0] == 0
    assert not database.with_name("x").exists()


def test_a_document_opens_no_file_because_it_names_it(tmp_path: Path, store: Store, take: Import) -> None:
    """Only what is under --texts is a text; a path out of it is a title."""
    (tmp_path / "secret.txt").write_text("The key: it is overdue.", encoding="utf-8")
    folder = tmp_path / "texts"
    folder.mkdir()
    rows = [[*ROW[:5], name] for name in ("../secret.txt", str(tmp_path / "secret.txt"), "file:///etc/passwd")]
    code, report = take(write_rows(tmp_path / "x.csv", HEAD, rows), texts=(str(folder),))
    assert (code, report.unproved) == (0, 3)
    assert not any("The key" in quad for quad in dump(store))
    assert fine(store)


def test_a_document_is_imported_whole_or_not_at_all(
    tmp_path: Path, store: Store, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """A quotation that its text does not have keeps its document out, and others go on."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "Ferry plan.txt").write_text("Ada Holm said it is overdue.\n", encoding="utf-8")
    rows = [ROW, [*ROW[:3], "never said", *ROW[4:]], [*ROW[:5], "Another text"]]
    assert take(write_rows(tmp_path / "x.csv", HEAD, rows), texts=(str(folder),))[0] == 2
    (sentence,) = [s for s in capsys.readouterr().err.splitlines() if s.startswith("claimgraph")]
    assert "row 3" in sentence and "does not say “never said”" in sentence
    assert {one.document for one in held(store)} == {"Another text"}


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    """And what is wrong, with exit code 2; the store is there for others."""
    path = write_rows(tmp_path / "x.csv", HEAD, [ROW])
    done = claimgraph("import", path, "--store", tmp_path / "store", "--coder", "Ida")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("1 document imported: 1 claim, 1 position; of 1 document the text is not at hand")
    assert claimgraph("validate", "--store", tmp_path / "store").returncode == 0
    done = claimgraph("import", tmp_path / "none.csv", "--store", tmp_path / "store")
    assert done.returncode == 2
    assert "There is no file" in sentences(done.stderr)[0]
    done = claimgraph("import", path, "--format", "nonsense", "--store", tmp_path / "store")
    assert done.returncode == 2
    assert "choose one of csv, dna-csv, dna, brat, webanno" in sentences(done.stderr)[0]

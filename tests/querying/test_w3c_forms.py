"""What `claimgraph query` writes in the formats of the W3C, read by a reader that is not the engine's own: rdflib's."""

import io
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import Graph, URIRef, Variable
from rdflib.query import Result
from rdflib.term import Literal as Text

from graph.store import open_store

ROOT = Path(__file__).parents[2]
XSD = "http://www.w3.org/2001/XMLSchema#"
QUERY = "SELECT ?s ?o ?none WHERE { ?s <urn:p> ?o OPTIONAL { ?s <urn:none> ?none } }"
VALUES = [
    Literal('a "quoted", 日本 \\ text\twith\nlines & <tags> \'too\''), Literal("  spaces  "), Literal(""),
    Literal("grüß", language="de-at"), Literal(True), Literal(-7), Literal("0.5", datatype=NamedNode(f"{XSD}decimal")),
    Literal("2025-03-02", datatype=NamedNode(f"{XSD}date")), Literal("x", datatype=NamedNode("urn:kind")),
    NamedNode("https://example.org/a?b=c&d=%20é"),
]  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of awkward values."""
    path = tmp_path_factory.mktemp("values") / "store"
    with open_store(path, write=True) as store:
        quads = [Quad(NamedNode(f"urn:s{n}"), NamedNode("urn:p"), value) for n, value in enumerate(VALUES)]
        store.replace_graph("urn:g", quads)
    return path


def written(place: Path, query: str, form: str) -> bytes:
    """What the command prints."""
    command = [sys.executable, str(ROOT / "cli.py"), "query", query, "--format", form, "--store", str(place)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def rows() -> list[tuple[object, ...]]:
    """The rows as terms of rdflib, which reads them from N-Triples."""
    lines = "".join(f"<urn:s{n}> <urn:p> {value} .\n" for n, value in enumerate(VALUES))
    return [(s, o, None) for s, _, o in Graph().parse(data=lines, format="nt")]


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_rows_are_read_as_they_are(place: Path, form: str) -> None:
    """Term by term, with language, type, and what is unbound."""
    read = Result.parse(io.BytesIO(written(place, QUERY, form)), format=form)
    assert list(map(str, read.vars or ())) == ["s", "o", "none"]
    found = (tuple(row.get(Variable(name)) for name in ("s", "o", "none")) for row in read.bindings)
    assert Counter(map(_told, found)) == Counter(map(_told, rows()))


def test_rows_in_csv_are_read_as_text(place: Path) -> None:
    """CSV tells no types: a value that is no IRI is a string."""
    read = Result.parse(io.BytesIO(written(place, QUERY, "csv")), format="csv")
    found = Counter((str(row[Variable("s")]), str(row.get(Variable("o"), ""))) for row in read.bindings)
    assert found == Counter((str(s), str(o)) for s, o, _ in rows())


@pytest.mark.parametrize("form", ["json", "xml"])
def test_yes_and_no_are_read_as_they_are(place: Path, form: str) -> None:
    """The answer of an ASK."""
    for query, answer in (("ASK { ?s ?p 'x' }", False), ("ASK { ?s <urn:p> ?o }", True)):
        assert Result.parse(io.BytesIO(written(place, query, form)), format=form).askAnswer is answer


def _told(row: tuple[object, ...]) -> tuple[object, ...]:
    """Lexical form, language and type of each term; a plain string and an xsd:string are one in RDF 1.1."""
    return tuple(
        (str(t), t.language, None if t.datatype == URIRef(f"{XSD}string") else t.datatype) if isinstance(t, Text) else t
        for t in row
    )

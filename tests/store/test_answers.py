"""Answers as Python has them: typed rows, what may be read twice, and what a notebook shows."""

import io
import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pyoxigraph import QueryResultsFormat
from rdflib.plugins.sparql import prepareQuery

from graph.errors import QueryError, StoreError
from graph.store import Solutions, Store, Triples, Truth, open_store

TYPED = """SELECT ?whole ?part ?day ?time ?yes ?text ?iri ?none ?odd WHERE { VALUES (?whole ?part ?day ?time ?yes ?text
    ?iri ?none ?odd) { (3 0.5 "2025-03-02"^^xsd:date "2025-03-02T10:00:00Z"^^xsd:dateTime true "é"@fr <urn:x> UNDEF
    "soon"^^xsd:date) } }"""
THREE = "SELECT ?n { VALUES ?n { 1 2 3 } }"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """An empty one: the queries bring what they ask for."""
    with open_store(":memory:", write=True) as opened:
        yield opened


def rows(store: Store, query: str) -> Solutions:
    """The rows of a SELECT."""
    found = store.query(query)
    assert isinstance(found, Solutions)
    return found


def test_rows_have_the_types_of_python(store: Store) -> None:
    """By the datatype of the literal; what is not of its type stays text."""
    assert rows(store, TYPED).to_dicts() == [
        {
            "whole": 3, "part": 0.5, "day": date(2025, 3, 2), "time": datetime(2025, 3, 2, 10, tzinfo=UTC),
            "yes": True, "text": "é", "iri": "urn:x", "none": None, "odd": "soon",
        }
    ]  # fmt: skip


def test_a_loop_reads_rows_once_and_says_so(store: Store) -> None:
    """A second loop over nothing would be a wrong answer."""
    found = rows(store, THREE)
    assert [row["n"].value for row in found] == ["1", "2", "3"]
    with pytest.raises(StoreError, match="read already"):
        list(found)


def test_what_was_kept_can_be_read_again(store: Store) -> None:
    """A notebook shows an answer before a loop goes through it."""
    found = rows(store, THREE)
    shown = found._repr_html_()
    assert shown.count("<tr>") == 4
    assert len(found.to_dicts()) == len(found.to_dicts()) == len(list(found)) == 3


def test_a_loop_goes_on_where_a_notebook_stopped(store: Store) -> None:
    """A notebook reads the first rows only, and no row is lost."""
    numbers = " ".join(map(str, range(200)))
    found = rows(store, f"SELECT ?n {{ VALUES ?n {{ {numbers} }} }}")
    assert "there are more" in found._repr_html_()
    assert [int(row["n"].value) for row in found] == list(range(200))


def test_a_notebook_shows_text_as_text(store: Store) -> None:
    """Whatever a label holds."""
    shown = rows(store, "SELECT ?n { VALUES ?n { '<script>alert(1)</script>' } }")._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown


def test_triples_can_be_shown_read_and_given_to_rdflib(store: Store) -> None:
    """All of them, though a notebook has looked at them."""
    found = store.query("CONSTRUCT { ?n cg:of ?n } WHERE { VALUES ?n { <urn:1> <urn:2> } }")
    assert isinstance(found, Triples)
    assert "cg:of" in found._repr_html_()
    assert len(found.to_rdflib()) == 2


def test_yes_and_no(store: Store) -> None:
    """As a truth value, and in the format of the W3C."""
    answer = store.query("ASK { VALUES ?n { 1 } }")
    assert isinstance(answer, Truth) and answer and repr(answer) == "yes"
    out = io.BytesIO()
    answer.serialize(out, QueryResultsFormat.JSON)
    assert out.getvalue() == b'{"head":{},"boolean":true}'


def test_no_answer_from_elsewhere_unless_allowed(store: Store) -> None:
    """The same in Python as on the command line."""
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        store.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_rows_as_a_data_frame(store: Store) -> None:
    """With the columns of the query, also where there is no row."""
    frame = rows(store, "SELECT ?n ?m { VALUES ?n { 1 2 } }").to_pandas()
    assert list(frame.columns) == ["n", "m"] and frame["n"].sum() == 3
    assert list(rows(store, "SELECT ?n { FILTER(false) }").to_pandas().columns) == ["n"]


def test_the_whole_store_for_rdflib() -> None:
    """With its named graphs; a query there sees their union, as here."""
    with open_store(":memory:", write=True) as own:
        for graph in ("urn:g1", "urn:g2"):
            own.update(f"INSERT DATA {{ GRAPH <{graph}> {{ <urn:s> cg:opposes <urn:o> ; cg:confidence 0.50 }} }}")
        dataset = own.to_rdflib()
    assert len(dataset.query("SELECT DISTINCT ?s { ?s cg:opposes ?o }")) == 1
    assert len(dataset.query("SELECT ?g { GRAPH ?g { ?s cg:opposes ?o } }")) == 2


@pytest.mark.parametrize(
    ("ask", "sparql"),
    [
        ("query", "SELECT * {{ SERVICE <{}> {{ ?s ?p ?o }} }}"),
        ("query", r"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ s\u0065rvice SILENT <{}> {{ ?s ?p ?o }} }} }}"),
        ("query", "SELECT * {{ {{ SELECT * {{ BIND(<{}> AS ?at) SERVICE ?at {{ ?s ?p ?o }} }} }} }}"),
        ("query", "SELECT * FROM <{}> {{ ?s ?p ?o }}"),
        ("query", "ASK FROM NAMED <{}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"),
        ("query", "SELECT * FROM <file:///etc/hostname> {{ ?s ?p ?o }} # {}"),
        ("update", "LOAD SILENT <{}> INTO GRAPH <urn:g>"),
        ("update", "INSERT {{ ?s ?p ?o }} USING <{}> WHERE {{ ?s ?p ?o }}"),
        ("update", "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{}> {{ ?s ?p ?o }} }}"),
    ],
)
def test_what_is_given_to_rdflib_asks_nobody_else(ask: str, sparql: str) -> None:
    """Though rdflib would; a listener hears nothing, unless it is allowed."""
    with open_store(":memory:", write=True) as own:
        own.update("INSERT DATA { GRAPH <urn:g> { <urn:s> cg:opposes <urn:o> } }")
        dataset = own.to_rdflib()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        with pytest.raises(QueryError, match=r"take it out, or allow it|not fetched"):
            getattr(dataset, ask)(sparql.format(f"http://127.0.0.1:{listener.getsockname()[1]}/"))
        with pytest.raises(TimeoutError):
            listener.accept()


def test_what_is_given_to_rdflib_knows_its_own_graphs() -> None:
    """FROM takes them, SPARQL Update changes the copy, and `federation` lets rdflib do as it does."""
    with open_store(":memory:", write=True) as own:
        own.update("INSERT DATA { GRAPH <urn:g> { <urn:s> cg:opposes <urn:o> } }")
        dataset = own.to_rdflib()
    assert len(dataset.query("SELECT * FROM <urn:g> { ?s ?p ?o }")) == 1
    assert dataset.query(prepareQuery("ASK { ?s ?p ?o }")).askAnswer
    dataset.update("INSERT DATA { GRAPH <urn:h> { <urn:t> cg:opposes <urn:o> } }")
    assert len(dataset.query("SELECT ?s { ?s cg:opposes ?o }")) == 2
    with pytest.raises(Exception, match="Could not load"):
        dataset.query("SELECT * FROM <file:///nowhere> { ?s ?p ?o }", federation=True)

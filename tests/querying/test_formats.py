"""Answers in every format, for rows, for triples, and for yes and no."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from graph.errors import InputError
from graph.querying import FORMATS
from graph.querying.formats import Look, write_answer
from graph.store import Store, open_store
from graph.store.values import shown

HOSTILE = "a\x1b[2J\x1b]0;owned\x07b | *c*\n<script>\u202e\u009b31m\\"
ROWS = "SELECT ?who ?n ?missing WHERE { VALUES (?who ?n) { (<urn:x> 3) ('né|e' 0.5) } OPTIONAL { ?who ?n ?missing } }"


def written(store: Store, query: str, form: str, look: Look | None = None) -> str:
    """An answer in a format."""
    out = io.BytesIO()
    write_answer(store.query(query), out, form, look or Look())
    return out.getvalue().decode()


def test_rows_in_the_formats_of_the_w3c(store: Store) -> None:
    """JSON, XML, CSV and TSV are read back by a parser of theirs."""
    for form, kind in (
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ):
        found = parse_query_results(written(store, ROWS, form), format=kind)
        assert [list(row) for row in found] == [  # type: ignore[union-attr]
            [NamedNode("urn:x"), Literal(3), None],
            [Literal("né|e"), Literal("0.5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")), None],
        ]
    assert list(csv.reader(io.StringIO(written(store, ROWS, "csv")))) == [
        ["who", "n", "missing"], ["urn:x", "3", ""], ["né|e", "0.5", ""],
    ]  # fmt: skip


def test_rows_as_json_lines_are_plain_values(store: Store) -> None:
    """Numbers are numbers, and what is unbound is left out."""
    lines = [json.loads(line) for line in written(store, ROWS, "jsonl").splitlines()]
    assert lines == [{"who": "urn:x", "n": 3}, {"who": "né|e", "n": 0.5}]


def test_rows_as_markdown_keep_their_columns(store: Store) -> None:
    """Whatever is in a cell, a row is a line with as many bars."""
    text = written(store, ROWS, "md")
    assert text.splitlines()[:2] == ["| who | n | missing |", "| --- | --- | --- |"]
    assert text.splitlines()[3] == "| né\\|e | 0.5 |  |"


def test_triples_in_every_format(store: Store) -> None:
    """CONSTRUCT gives RDF in formats of RDF, and rows of three in formats of rows."""
    query = "CONSTRUCT { ?a cg:opposes ?p } WHERE { ?a cg:opposes ?p }"
    forms = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD,
             "json": RdfFormat.JSON_LD, "xml": RdfFormat.RDF_XML}  # fmt: skip
    for form, kind in forms.items():
        assert len(list(parse(written(store, query, form), format=kind))) == 1
    assert written(store, query, "csv").splitlines()[0] == "subject,predicate,object"
    assert "<https://w3id.org/claimgraph/ontology#opposes>" in written(store, query, "tsv")
    assert json.loads(written(store, query, "jsonl"))["predicate"].endswith("#opposes")
    assert "cg:opposes" in written(store, query, "table") and "cg:opposes" in written(store, query, "md")


def test_triples_as_tsv_are_as_n_triples_has_them(store: Store) -> None:
    """One tab between terms whatever they hold, and no quotation mark more."""
    query = r"""CONSTRUCT { <urn:s> <urn:p> ?o } WHERE { BIND('a\t"b"\n' AS ?o) }"""
    head, row = written(store, query, "tsv").splitlines()
    assert head.split("\t") == ["subject", "predicate", "object"]
    assert row.split("\t") == ["<urn:s>", "<urn:p>", r'"a\t\"b\"\n"']


def test_an_empty_text_is_empty_in_json_lines(store: Store) -> None:
    """And no pair of quotation marks."""
    assert json.loads(written(store, "SELECT ('' AS ?x) {}", "jsonl")) == {"x": ""}


TERM = '<<( <urn:c> <urn:d> "e"@en )>>'


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "tsv", "md", "turtle", "ntriples"])
def test_a_triple_that_is_a_term_is_written_as_one(store: Store, form: str) -> None:
    """A query can make one, though the store takes none."""
    text = written(store, f"CONSTRUCT {{ <urn:a> <urn:b> {TERM} }} WHERE {{}}", form)
    bare = text.replace('\\"', '"').replace('""', '"').replace("&lt;", "<").replace("&gt;", ">")
    assert TERM in " ".join(bare.split())


def test_a_triple_that_is_a_term_is_read_back(store: Store) -> None:
    """From the formats of rows, and from RDF/XML."""
    for form, kind in (
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ):
        text = written(store, "SELECT (TRIPLE(<urn:c>, <urn:d>, 'e'@en) AS ?t) {}", form)
        (row,) = parse_query_results(text, format=kind)  # type: ignore[misc]
        assert isinstance(row[0], Triple) and row[0].object == Literal("e", language="en")
    (quad,) = parse(written(store, f"CONSTRUCT {{ <urn:a> <urn:b> {TERM} }} WHERE {{}}", "xml"), RdfFormat.RDF_XML)
    assert isinstance(quad.object, Triple)


@pytest.mark.parametrize("form", ["json", "jsonld"])
def test_json_ld_refuses_a_triple_that_is_a_term(store: Store, form: str) -> None:
    """It has no way to write one; the message names formats that have."""
    with pytest.raises(InputError, match="take turtle, ntriples or xml"):
        written(store, f"CONSTRUCT {{ <urn:a> <urn:b> {TERM} }} WHERE {{}}", form)


@pytest.mark.parametrize("form", ["json", "jsonld", "turtle", "ntriples", "xml"])
def test_a_text_with_a_direction_keeps_it(store: Store, form: str) -> None:
    """In all that can hold it."""
    kind = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "xml": RdfFormat.RDF_XML}
    text = written(store, "CONSTRUCT { <urn:a> <urn:b> ?d } WHERE { BIND(STRLANGDIR('x', 'ar', 'rtl') AS ?d) }", form)
    (quad,) = parse(text, kind.get(form, RdfFormat.JSON_LD))
    assert str(quad.object) == '"x"@ar--rtl'


def test_yes_and_no_in_every_format(store: Store) -> None:
    """An answer of one word."""
    query = "ASK { ?a cg:opposes ?p }"
    assert written(store, query, "table") == "yes\n"
    assert written(store, "ASK { ?a cg:doubts ?p }", "table") == "no\n"
    assert json.loads(written(store, query, "json"))["boolean"] is True
    assert json.loads(written(store, query, "jsonl")) == {"answer": True}
    assert ElementTree.fromstring(written(store, query, "xml")).findtext("{*}boolean") == "true"
    assert "true" in written(store, query, "csv")


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld"])
def test_rows_are_no_rdf(store: Store, form: str) -> None:
    """The message names formats that will do."""
    with pytest.raises(InputError, match="table, csv or json"):
        written(store, ROWS, form)


def test_a_table_fits_its_width_and_says_where_it_stops(store: Store) -> None:
    """Long cells are folded; rows beyond the limit are said to be there."""
    text = written(store, "SELECT ?x { ?s cg:reason|oa:exact ?x }", "table", Look(width=40, rows=3))
    assert all(len(line) <= 40 for line in text.splitlines()[:-1])
    assert "3 rows, and more" in " ".join(text.split())
    assert written(store, "SELECT * { ?s <urn:nothing> ?o }", "table") == "no rows\n"


@pytest.mark.parametrize("form", ["table", "md"])
def test_no_control_character_of_a_label_reaches_a_terminal(form: str) -> None:
    """Nor what turns the direction of writing round."""
    with open_store(":memory:", write=True) as store:
        store.replace_graph("urn:g", [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(HOSTILE))])
        text = written(store, "SELECT ?o { ?s ?p ?o }", form, Look(width=200))
    assert not set(text) & set("\x1b\x07\u202e\u009b")
    assert "x1b" in text
    assert "script" in text and ("<script>" not in text or form == "table")


def test_terms_are_shortened_by_their_prefix() -> None:
    """Those that a prefix fits, and no others."""
    assert shown(NamedNode("https://w3id.org/claimgraph/ontology#holder")) == "cg:holder"
    assert shown(NamedNode("https://schema.org/")) == "<https://schema.org/>"
    assert shown(NamedNode("https://example.org/a b".replace(" ", "%20"))) == "<https://example.org/a%20b>"


def test_the_command_line_offers_these_formats() -> None:
    """Its list is written out, to start without loading them."""
    import cli

    assert tuple(FORMATS) == cli.QUERY_FORMATS

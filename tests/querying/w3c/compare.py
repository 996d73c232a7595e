"""Whether two answers are the same: rows in any order, numbers by their value, blank nodes up to their names."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from graph.store import Answer, Solutions, Truth

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_FORMATS = {".srx": QueryResultsFormat.XML, ".srj": QueryResultsFormat.JSON, ".tsv": QueryResultsFormat.TSV}


def expected(path: Path, *, rows: bool) -> Any:
    """The form of a result in a file; one in Turtle may be a graph, or `rows` in the vocabulary for result sets."""
    if path.suffix == ".ttl" and rows:
        return _of_turtle(path)
    if path.suffix == ".ttl":
        return graph_form(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=path.as_uri()))
    if path.suffix == ".csv":
        return csv_form(path.read_bytes())
    found = parse_query_results(path=str(path), format=_FORMATS[path.suffix])
    if isinstance(found, QueryBoolean):
        return bool(found)
    return rows_form((v.value for v in found.variables), found)


def form_of(answer: Answer, wanted: Path) -> Any:
    """The form of an answer, comparable with that of a result in this file; for CSV and TSV it is written and read."""
    if isinstance(answer, Truth):
        return bool(answer)
    if not isinstance(answer, Solutions):
        return graph_form(answer)
    out = io.BytesIO()
    if wanted.suffix == ".csv":
        answer.serialize(out, QueryResultsFormat.CSV)
        return csv_form(out.getvalue())
    if wanted.suffix == ".tsv":
        answer.serialize(out, QueryResultsFormat.TSV)
        read = parse_query_results(out.getvalue(), QueryResultsFormat.TSV)
        assert isinstance(read, QuerySolutions)
        return rows_form((v.value for v in read.variables), read)
    return rows_form(answer.variables, answer)


def rows_form(variables: Iterable[str], rows: Iterable[Any]) -> tuple[frozenset[str], Any]:
    """The variables, and how often each row is there; with blank nodes in them, rows are nodes of a canonical graph."""
    names = list(variables)
    counted = Counter(
        frozenset((n, _value(t)) for n, t in zip(names, row, strict=True) if t is not None) for row in rows
    )
    if not any(isinstance(term, BlankNode) for row in counted for _, term in row):
        return frozenset(names), counted
    quads = []
    for row, number in counted.items():
        node = BlankNode()
        quads.append(Quad(node, NamedNode("urn:times"), Literal(number)))
        quads += [Quad(node, NamedNode(f"urn:{name}"), term) for name, term in row]
    return frozenset(names), _canonical(quads)


def graph_form(triples: Iterable[Any]) -> frozenset[str]:
    """A graph with its blank nodes named canonically."""
    return _canonical(Quad(t.subject, t.predicate, _value(t.object)) for t in triples)


def csv_form(data: bytes) -> Counter[frozenset[tuple[str, str]]]:
    """How often each row is there, cell by cell as it is written; blank nodes go by any name."""
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    return Counter(frozenset((k, "_:" if v.startswith("_:") else v) for k, v in row.items()) for row in rows)


def _of_turtle(path: Path) -> Any:
    graph = rdflib.Graph().parse(path, publicID=path.as_uri())
    names = [str(name) for name in graph.objects(None, _RS.resultVariable)]
    rows = []
    for solution in graph.objects(None, _RS.solution):
        bound = {
            str(graph.value(b, _RS.variable)): _term(graph.value(b, _RS.value))
            for b in graph.objects(solution, _RS.binding)
        }
        rows.append([bound.get(name) for name in names])
    return rows_form(names, rows)


def _term(node: Any) -> Any:
    """A term of rdflib as one of pyoxigraph."""
    (triple,) = parse(f"<urn:s> <urn:p> {node.n3()} .", format=RdfFormat.N_TRIPLES)
    return triple.object


def _canonical(quads: Iterable[Quad]) -> frozenset[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(map(str, dataset))


def _value(term: Any) -> Any:
    """A number or a truth value in one form of its value; any other term as it is."""
    if not isinstance(term, Literal) or not term.datatype.value.startswith(_XSD):
        return term
    kind = term.datatype.value.removeprefix(_XSD)
    try:
        if kind in ("decimal", "integer"):
            return Literal(format(Decimal(term.value).normalize(), "f"), datatype=term.datatype)
        if kind in ("double", "float"):
            return Literal(repr(float(term.value)), datatype=term.datatype)
        if kind == "boolean":
            return Literal(term.value in ("true", "1"))
    except (InvalidOperation, ValueError):
        return term
    return term

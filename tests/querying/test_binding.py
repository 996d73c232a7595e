"""Parameters bound by VALUES, and rows limited, wherever a query allows it."""

import pytest
from pyoxigraph import Literal, NamedNode

from graph.errors import InputError, QueryError
from graph.querying import Query, ask, rows
from graph.querying.binding import bind, limited
from graph.querying.params import given, terms
from graph.store import Store
from tests.querying.town import OKOYE, QUAY

WHO = {"who": NamedNode("urn:x")}


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("SELECT ?who { ?who ?p ?o }", "SELECT ?who { VALUES ?who { <urn:x> } ?who ?p ?o }"),
        (
            "CONSTRUCT { ?who ?p ?o } WHERE { ?who ?p ?o }",
            "CONSTRUCT { ?who ?p ?o } WHERE { VALUES ?who { <urn:x> } ?who ?p ?o }",
        ),
        ("CONSTRUCT WHERE { ?who ?p ?o }", "CONSTRUCT WHERE { ?who ?p ?o }\n VALUES ?who { <urn:x> }"),
        ("DESCRIBE ?who", "DESCRIBE ?who\nWHERE { VALUES ?who { <urn:x> } }"),
        (
            "SELECT (EXISTS { ?who ?p 1 } AS ?x) WHERE { ?who ?p ?o }",
            "SELECT (EXISTS { ?who ?p 1 } AS ?x) WHERE { VALUES ?who { <urn:x> } ?who ?p ?o }",
        ),
        (
            "SELECT * { { SELECT ?o { ?who ?p ?o } } { SELECT ?o { ?a ?b ?o } } }",
            "SELECT * { VALUES ?who { <urn:x> } { SELECT ?o { VALUES ?who { <urn:x> } ?who ?p ?o } }"
            " { SELECT ?o { ?a ?b ?o } } }",
        ),
        ("ASK { ?s ?p '{ ?who' . $who ?p 1 } # {", "ASK { VALUES ?who { <urn:x> } ?s ?p '{ ?who' . $who ?p 1 } # {"),
    ],
)
def test_a_parameter_is_bound_where_it_is_seen(query: str, bound: str) -> None:
    """At the beginning of each SELECT in which it occurs; nothing else changes."""
    assert bind(query, WHO) == bound


def test_a_name_that_is_no_variable_is_refused() -> None:
    """The message names those that are."""
    with pytest.raises(InputError, match=r"\?whom .* it has: o, p, who"):
        bind("SELECT * { ?who ?p ?o }", {"whom": NamedNode("urn:x")})


@pytest.mark.parametrize(
    ("query", "short"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o } LIMIT 5"),
        ("SELECT * { ?s ?p ?o } LIMIT 3", "SELECT * { ?s ?p ?o } LIMIT 3"),
        ("SELECT * { ?s ?p ?o } limit 30 OFFSET 2", "SELECT * { ?s ?p ?o } limit 5 OFFSET 2"),
        ("SELECT * { ?s ?p ?o } ORDER BY ?s # end", "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 5 # end"),
        ("SELECT * { ?s ?p ?o } VALUES ?s { 1 }", "SELECT * { ?s ?p ?o }  LIMIT 5 VALUES ?s { 1 }"),
        ("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 9 } }", "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 9 } } LIMIT 5"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5"),
        ("DESCRIBE <urn:x>", "DESCRIBE <urn:x> LIMIT 5"),
    ],
)
def test_rows_are_limited_by_the_query_itself(store: Store, query: str, short: str) -> None:
    """So that the engine stops early; what was less already stays."""
    assert limited(query, 5) == short
    store.query(short)


def test_values_are_found_by_what_they_look_like(store: Store) -> None:
    """IRIs, numbers and days as such, else what is called so; a type may be said."""
    values = given(["a=id:x", "b=3", "c=0.5", "d=2025-01-31", "e=second quay", "f:text=second quay", "g=Mara Okoye"])
    query = Query("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    found = {name: str(term) for name, term in terms(store, query, values).items()}
    assert found["a"] == "<https://w3id.org/claimgraph/id/x>"
    assert found["b"].endswith("#integer>") and found["c"].endswith("#decimal>") and found["d"].endswith("#date>")
    assert found["e"] == f"<{QUAY.id}>" and found["g"] == f"<{OKOYE.id}>"
    assert found["f"] == str(Literal("second quay"))


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("x:date", "yesterday", "a day such as"),
        ("x:integer", "1.5", "whole number"),
        ("x:number", "inf", "a number such as"),
        ("x:iri", "no iri", "an IRI such as"),
        ("x:colour", "red", "no type 'colour'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(store: Store, name: str, value: str, message: str) -> None:
    """With an example of a right one."""
    with pytest.raises(InputError, match=message):
        ask(store, "SELECT * { ?x ?p ?o }", {name: value})


def test_a_missing_parameter_is_asked_for(store: Store) -> None:
    """By its name and its type."""
    with pytest.raises(InputError, match="positions-of needs the actor who"):
        ask(store, "positions-of")
    with pytest.raises(InputError, match="write it as name=value"):
        given(["Mara Okoye"])


def test_a_parameter_cannot_break_out_of_its_value(store: Store) -> None:
    """However it is written, it is one term."""
    text = '" } DELETE WHERE { ?s ?p ?o } #'
    found = list(rows(store, "SELECT ?x { BIND(?given AS ?x) }", {"given:text": text}))
    assert [row["x"].value for row in found] == [text]  # type: ignore[union-attr]


def test_from_names_a_graph_of_the_store_or_nothing(store: Store) -> None:
    """An address after FROM would be fetched by other engines."""
    graph = "<https://w3id.org/claimgraph/id/graph/quay-vote>"
    assert len(list(rows(store, f"SELECT ?c FROM {graph} {{ ?c a cg:Claim }}"))) == 5
    assert len(list(rows(store, "SELECT ?c FROM id:graph\\/quay-vote { ?c a cg:Claim }"))) == 5
    declared = "PREFIX g: <https://w3id.org/claimgraph/id/graph/> SELECT ?c FROM NAMED g:quay-vote"
    assert len(list(rows(store, f"{declared} {{ GRAPH ?g {{ ?c a cg:Claim }} }}"))) == 5
    for address in ("<file:///etc/passwd>", "<http://127.0.0.1/>"):
        with pytest.raises(QueryError, match="not fetched"):
            ask(store, f"SELECT * FROM {address} {{ ?s ?p ?o }}")
        with pytest.raises(QueryError, match="not fetched"):
            ask(store, f"SELECT * FROM NAMED {address} {{ GRAPH ?g {{ ?s ?p ?o }} }}")

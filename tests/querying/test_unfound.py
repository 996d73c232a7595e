"""Why an answer may be empty: what the query names and the store does not have, on standard error."""

from pathlib import Path

import pytest

from tests.querying.test_command import run


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?p { id:nobody cg:opposes ?p }", "the store has no id:nobody."),
        ("PREFIX x: <urn:x> SELECT ?p { ?a x:y ?p }", "the store has no <urn:xy>."),
        ("SELECT ?p { ?p cg:stance 'oppose' }", 'the store has no cg:stance "oppose": did you mean stance:oppose?'),
        ("SELECT ?p { ?p ?q 'Nobody' }", 'the store has no "Nobody".'),
        ("SELECT ?n { ?a a cg:Actor ; rdfs:label ?n }", "is named by skos:prefLabel"),
        ("SELECT ?n { ?a skos:prefLabl ?n }", "the store has no skos:prefLabl: did you mean skos:prefLabel?"),
        ("ASK { ?a a <https://w3id.org/claimgraph/ontology#Clam> }", "did you mean cg:Claim?"),
        ("ASK { ?a a owl:Thing }", "the store has no owl:Thing."),
        ("CONSTRUCT { ?a a <urn:new> } WHERE { ?a a owl:Thing }", "the store has no owl:Thing."),
    ],
)
def test_what_the_store_lacks_is_said(location: Path, query: str, said: str) -> None:
    """In one line, and the answer is given all the same."""
    done = run(location, "query", query)
    assert done.returncode == 0 and done.stdout
    assert said in done.stderr and done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?a a cg:Person }",
        "ASK { ?a a cg:Person MINUS { ?a a owl:Thing } }",
        "SELECT ?a { ?a a cg:Person , cg:Proposal }",
        "PREFIX x: <urn:x> SELECT ?a { GRAPH <urn:none> { ?a a cg:Person } }",
        "SELECT ?a { ?a a cg:Person FILTER(xsd:integer('1') = 2) }",
    ],
)
def test_nothing_is_said_where_it_lacks_nothing(location: Path, query: str) -> None:
    """Something was found, or each term is in the store; graphs and functions are no terms of it."""
    assert run(location, "query", query).stderr == ""

"""The usual slips of those who know another language better: each is told by what it is, with its place."""

import pytest

from graph.errors import QueryError
from graph.querying import ask
from graph.querying.guard import check_syntax
from graph.store import Store

SLIPS = [
    ("SELECT * { <liu> ?p ?o }", "<liu> is no whole IRI", 11),
    ("SELECT * FROM <x> { ?s ?p ?o }", "<x> is no whole IRI", 14),
    ("SELECT ?who { ?who cg:opposes ?x } ORDER BY who", "question mark: ?who", 44),
    ("SELECT who { ?who cg:opposes ?x }", "question mark: ?who", 7),
    ("SELECT (COUNT(?a) AS n) { ?a ?b ?c }", "question mark: ?n", 21),
    ("SELECT COUNT(*) { ?s ?p ?o }", "write (COUNT(...) AS ?name)", 7),
    ("SELECT (COUNT(*)) { ?s ?p ?o }", "write (COUNT(...) AS ?name)", 8),
    ("SELECT ?a (SUM(?b) ?n) { ?a ?p ?b } GROUP BY ?a", "write (SUM(...) AS ?name)", 11),
    ("SELECT ?a AS ?b { ?a ?p ?c }", "write (... AS ?name)", 10),
    ("SELECT ?a, ?b { ?a cg:opposes ?b }", "no comma stands between columns", 9),
    ("SELECT ?a { ?a rdfs:label “Liu” }", "“ is a curly mark", 26),
    ("SELECT ?a { ?a rdfs:label ‘Liu’ }", "‘ is a curly mark", 26),
    ("SELECT ?a { ?a\u00a0cg:opposes ?p }", "a space that does not break", 14),
    ("SELECT ?a { ?a cg:opposes ?p }\u200b", "a space without width", 30),
    ("\ufeffSELECT ?a { ?a cg:opposes ?p }", "a byte order mark", 0),
    ("SELECT (?a – ?b AS ?c) { ?a ?p ?b }", "– is a dash", 11),
    ("SELECT * { ?s ?p ?o } LIMIT ?n", "LIMIT needs a whole number", 28),
    ("SELECT * { ?s ?p ?o } LIMIT 10, 20", "write LIMIT 10 OFFSET 20", 30),
    ("SELECT TOP 10 ?a { ?a ?p ?o }", "write LIMIT 10 at the end", 7),
    ("SELECT ?a WHERE ?a cg:opposes ?b", "WHERE needs a brace", 16),
    ("SELECT ?a ?a cg:opposes ?b", "the pattern stands in braces", 24),
    ("SELECT ?b { ?a ?p ?b } ORDER BY DESC ?b", "needs brackets round what follows: DESC(?b)", 37),
    ("SELECT ?p { ?a ?p ?b } GROUP BY ?p HAVING COUNT(?a) > 1", "as in HAVING (COUNT(?a) > 1)", 42),
    ("SELECT * { ?a ?p ?b FILTER NOT EXISTS ?b ?p ?a }", "EXISTS { ... }", 38),
    ("SELECT * { ?a ?p ?b FILTER(?a == ?b) }", "== is written =", 30),
    ("SELECT * { ?a ?p ?b FILTER(?a <> ?b) }", "<> is written !=", 30),
    ("SELECT * { ?a ?p ?b FILTER(?a = 1 & ?b = 2) }", "& is written &&", 34),
    ("SELECT * { ?a ?p ?b FILTER(?a = 1 | ?b = 2) }", "| is written ||", 34),
    ("SELECT * { ?a ?p ?b FILTER(?a = 1 and ?b = 2) }", "and is written &&", 34),
    ("SELECT * { ?a ?p ?b FILTER(?a = 1 OR ?b = 2) }", "OR is written ||", 34),
    ("SELECT * { ?a ?p ?b AND ?b ?q ?c }", "no AND between patterns", 20),
    ("SELECT * { ?a ?p ?b FILTER(?b LIKE '%x%') }", "there is no LIKE: write CONTAINS", 30),
    ("SELECT * { ?a ?p ?b BIND(?c = ?b) }", "BIND(?value AS ?name)", 28),
    ("SELECT * { ?a a cg:ontology#Person }", "# begins a comment here", 27),
    ("SELECT * { ?a a https://example.org/ns#X }", "between angle brackets", 16),
    ("PREFIX x: https://example.org/ns# SELECT * { ?a a x:Y }", "between angle brackets", 10),
    ("SELECT * { ?a a <https://example.org/X > }", "an IRI may hold no space", 16),
    ("SELECT ?x { ?x a Person }", "Person needs a prefix: write cg:Person", 17),
    ("SELECT ?x { ?x opposes ?y }", "opposes needs a prefix: write cg:opposes", 15),
    ("SELECT ?n { Liu cg:opposes ?n }", 'as in ?x skos:prefLabel "Liu"@en', 12),
    ('SELECT * { ?a ?p ?b FILTER CONTAINS(?b, "x" }', "'(' is not closed", 35),
]


@pytest.mark.parametrize(("query", "words", "column"), SLIPS)
def test_a_usual_slip_is_told_by_what_it_is(query: str, words: str, column: int) -> None:
    """With a caret under it."""
    with pytest.raises(QueryError) as caught:
        check_syntax(query)
    message = str(caught.value)
    caret = message.splitlines()[-1]
    assert words in message
    assert caret.index("^") - caret.index("|") - 2 == column


@pytest.mark.parametrize(
    ("query", "not_said"),
    [
        ("SELECT * { ?a cg:opposes|cg:doubts ?b FILTER(?a = ) }", "is written ||"),
        ("SELECT (GROUP_CONCAT(?x; SEPARATOR=', ') AS ?y) { ?x ?p }", "comma"),
        ("SELECT (IF(?x, 1, 2) AS ?y) { ?x ?p }", "comma"),
        ("SELECT (COUNT(*) AS ?n) { ?x ?p }", "AS ?name"),
        ("BASE <http://example.org/> SELECT * { <x> ?p }", "no whole IRI"),
        ("SELECT ?a { ?a a cg:Claim ; ?p }", "question mark"),
        ("SELECT * { ?s ?p '“x”' ; ?q }", "curly"),
        ("SELECT * { ?s ?p } # LIMIT ten", "LIMIT"),
        ("SELECT * { ?s ?p } # == and OR", "is written"),
        ("SELECT * { ?s a cg:Claim . OPTIONAL { ?s ?p } FILTER EXISTS { ?s ?q } }", "needs a prefix"),
        ("SELECT * { BIND(?x = ?y AS ?z) ?s ?p }", "BIND writes"),
    ],
)
def test_what_is_right_is_not_blamed(query: str, not_said: str) -> None:
    """Where a query is wrong elsewhere: in a path, a function, a text, a comment, or with BASE."""
    with pytest.raises(QueryError) as caught:
        check_syntax(query)
    assert not_said not in str(caught.value).splitlines()[0]


@pytest.mark.parametrize(
    "text", ["who opposes the 50-50 split", "with whom does Liu agree?", "describe Liu", "load it"]
)
def test_english_is_met_with_the_command_that_reads_it(text: str) -> None:
    """As a command that a shell takes, whatever the words are."""
    with pytest.raises(QueryError, match=r"use claimgraph ask '"):
        check_syntax(text)
    with pytest.raises(QueryError) as caught:
        check_syntax(f"{text} '; rm -rf \x1b[2J")
    assert "\x1b" not in str(caught.value) and """'"'"'; rm""" in str(caught.value)


def test_a_graph_that_the_store_does_not_have_is_shown_where_it_stands(store: Store) -> None:
    """Also where a parameter is bound in the text before it is run."""
    for query, column in (
        ("SELECT * FROM <urn:nowhere> { ?s ?p ?o }", 14),
        ("SELECT * FROM NAMED id:nowhere { GRAPH ?g { ?s ?p ?o } }", 20),
    ):
        with pytest.raises(QueryError, match="the store has no such graph") as caught:
            ask(store, query)
        caret = str(caught.value).splitlines()[-1]
        assert caret.index("^") - caret.index("|") - 2 == column

"""A text without its language, which finds nothing: said on standard error, where the answer is empty."""

from pathlib import Path

import pytest

from graph.querying import FORMATS
from tests.querying.test_command import run

SAID = 'the store has skos:prefLabel "Mara Okoye"@en: write "Mara Okoye"@en'
ROWS = [form for form in FORMATS if form not in ("turtle", "ntriples", "jsonld")]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?p { ?a skos:prefLabel 'Mara Okoye' ; cg:opposes ?p }",
        "SELECT ?p { ?a rdfs:label 'Mara Okoye' ; cg:opposes ?p }",
        'SELECT ?p { ?a skos:prefLabel ?n ; cg:opposes ?p FILTER(?n = """Mara Okoye""") }',
        "SELECT ?p { VALUES ?n { 'Nobody' 'Mara Okoye' } ?a skos:prefLabel ?n ; cg:opposes ?p }",
        "SELECT ?p { ?a skos:prefLabel ?n ; cg:opposes ?p FILTER(?n IN ('Mara Okoye')) }",
        "ASK { ?a skos:prefLabel 'Mara Okoye' }",
    ],
)
def test_an_empty_answer_is_explained(location: Path, query: str) -> None:
    """Wherever the text stands as a value."""
    done = run(location, "query", query, "--format", "csv")
    assert done.returncode == 0 and SAID in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ROWS)
def test_it_is_told_in_whatever_format(location: Path, form: str) -> None:
    """Standard output has the answer alone; an answer with rows has no note."""
    empty = run(location, "query", "SELECT ?a { ?a skos:prefLabel 'Mara Okoye' }", "--format", form)
    assert SAID in empty.stderr and "Mara" not in empty.stdout
    full = run(location, "query", "SELECT ?n { ?a skos:prefLabel ?n FILTER(?n != 'Mara Okoye') }", "--format", form)
    assert full.stderr == ""


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?p { ?a skos:prefLabel 'Mara Okoye'@en ; a cg:Proposal }",
        "SELECT ?p { ?a skos:prefLabel ?n ; a cg:Proposal FILTER(STR(?n) = 'Mara Okoye') }",
        "SELECT ?p { ?a skos:prefLabel ?n ; a cg:Proposal FILTER(CONTAINS(?n, 'Mara Okoye')) }",
        "SELECT ?a { ?a skos:prefLabel 'Nobody at all'@en }",
        "SELECT (COUNT(*) AS ?n) { ?a skos:prefLabel 'Mara Okoye' }",
        "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c } LIMIT 1 # 'Mara Okoye'",
    ],
)
def test_nothing_is_said_where_that_is_not_why(location: Path, query: str) -> None:
    """The language is there, STR takes it off, nothing has such a name, or there is a row."""
    assert run(location, "query", query, "--format", "csv").stderr == ""

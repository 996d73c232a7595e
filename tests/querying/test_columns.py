"""The columns of SELECT * stand in the order of the query."""

import pytest

from graph.querying import ask
from graph.store import Solutions, Store


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT * { ?who cg:opposes ?what . ?what skos:prefLabel ?called }", "who what called"),
        ("SELECT DISTINCT * WHERE { ?z ?m $a }", "z m a"),
        ("SELECT REDUCED * { VALUES ?z { 1 } ?c ?b ?a }", "z c b a"),
        ("SELECT * { { SELECT ?c { ?c a cg:Person ; cg:opposes ?b } } ?c skos:prefLabel ?a }", "c a"),
        ("SELECT * { ?z cg:opposes ?a FILTER NOT EXISTS { ?z cg:doubts ?b } }", "z a"),
        ("SELECT * { ?z cg:opposes ?a . MINUS { ?z cg:doubts ?b } } LIMIT 1", "z a"),
        ("SELECT ?z ?a { { SELECT * { ?z cg:opposes ?a } } }", "z a"),
        ("SELECT (COUNT(*) AS ?n) { ?z cg:opposes ?a }", "n"),
        ("SELECT * { ?s ?p '?a * ?b' } # ?c", "s p"),
        ("SELECT * {}", ""),
    ],
)
def test_columns_come_as_the_query_names_them(store: Store, query: str, columns: str) -> None:
    """Those that can be seen from without, and a star elsewhere stays a star."""
    answer = ask(store, query)
    assert isinstance(answer, Solutions)
    assert answer.variables == tuple(columns.split())


def test_a_parameter_keeps_its_place(store: Store) -> None:
    """It is bound by VALUES before what it stands in."""
    answer = ask(store, "SELECT * { ?what ^cg:opposes ?who ; skos:prefLabel ?called }", {"who": "Okoye"})
    assert isinstance(answer, Solutions) and set(answer.variables) == {"what", "who", "called"}
    assert answer.variables == ("what", "who", "called")

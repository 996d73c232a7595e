"""When a text is a whole question, and a stream of lines as questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.shell.keys import may_run
from graph.shell.statements import is_whole, statements


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "select * where { ?s ?p ?o } order by ?s limit 3",
        "ASK {}",
        "ASK { ?s ?p '}' } # {",
        "PREFIX x: <urn:x>\nASK { ?s x:p 1 }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <urn:x>",
        "DESCRIBE ?x WHERE { ?x a cg:Claim }",
        "SELECT * { } VALUES ?x { 1 }",
        "SELECT * WHERE;",
        "SELCT * { }",
        "ASK }",
        "nonsense",
        'ASK { ?s ?p """a " b""" }',
    ],
)
def test_a_whole_question(text: str) -> None:
    """It runs on Enter, and so does what can only be told to be wrong."""
    assert is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n ",
        "# only a comment",
        "SELECT * {",
        "SELECT ?s",
        "SELECT * WHERE",
        "SELECT (COUNT(*",
        "SELECT * { ?s ?p [",
        "SELECT * { ?s ?p 1 ;",
        "PREFIX x: <urn:x>",
        "BASE <urn:x>",
        "CONSTRUCT { ?s ?p ?o }",
        "DESCRIBE ?x",
        "SELECT * { } ORDER BY",
        "SELECT * { } LIMIT",
        "SELECT * { } VALUES ?x",
        'ASK { ?s ?p """a }',
        "ASK { ?s ?p '}' # }",
    ],
)
def test_a_question_that_goes_on(text: str) -> None:
    """Enter begins a new line."""
    assert not is_whole(text)


def test_an_empty_line_runs_what_is_there() -> None:
    """So that nobody is shut in by a bracket; and commands run at once."""
    assert may_run("SELECT * {\n", "")
    assert not may_run("SELECT * {", "SELECT * {")
    assert may_run(".help", ".help") and may_run("positions-of who=liu", "positions-of who=liu")


def test_semicolons_and_blank_lines_part_questions_outside_brackets() -> None:
    """Within them they are the query's own; a prologue waits for its query."""
    lines = [
        "PREFIX x: <urn:x>",
        "",
        "ASK {",
        "",
        "?s x:p 1 ;",
        "x:q 2 }",
        "",
        "",
        "ASK { } ; # so",
        "SELECT *",
        "{ };",
    ]
    assert [text.split() for text in statements(lines)] == [
        ["PREFIX", "x:", "<urn:x>", "ASK", "{", "?s", "x:p", "1", ";", "x:q", "2", "}"],
        ["ASK", "{", "}"],
        ["SELECT", "*", "{", "}"],
    ]


def test_a_command_is_a_line_of_its_own() -> None:
    """Where no question has begun."""
    assert list(statements([".limit 3", "ASK {", ".5 }", "", ".quit"])) == [".limit 3", "ASK {\n.5 }", ".quit"]


def test_a_question_that_does_not_end_is_told_at_the_end() -> None:
    """It is not passed over in silence."""
    assert list(statements(["ASK {", "?s ?p ?o"])) == ["ASK {\n?s ?p ?o"]


@given(st.text(alphabet="{}()[]<>'\"\\;.?@# \nASKx:1", max_size=40))
def test_any_text_is_understood(text: str) -> None:
    """Without an error, and nothing of it is lost but ends and blanks."""
    found = list(statements(text.split("\n")))
    assert is_whole(text) in (True, False)
    assert sum(len(one) for one in found) <= len(text)

"""Queries read the store and nothing else, however they are written."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store as Database

from graph.errors import QueryError
from graph.querying.guard import check, check_syntax, notes
from graph.sparql.tokens import readings, tokens
from graph.vocabulary import PREFIXES


class Listener:
    """A server on the loopback that counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()

    def close(self) -> None:
        # shutdown first: close alone does not wake the thread that waits in accept
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    """One for the module."""
    it = Listener()
    yield it
    it.close()


# each reaches the listener if nobody minds: URL stands for its address
REAL = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "select*{service<URL>{?s ?p ?o}}",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SErvICE <URL> { ?s ?p ?o } } } }",
    "ASK { OPTIONAL { SERVICE <URL> { } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { BIND('#' AS ?x) SERVICE <URL> { ?s ?p ?o } }",
    'SELECT * { BIND("""\'\'\'#""" AS ?x) SERVICE <URL> { ?s ?p ?o } }',
    "SELECT * { # a comment '\n SERVICE # ' {\n <URL> { ?s ?p ?o } }",
    "SELECT * { # a comment\rSERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { VALUES (?a ?b) { (1 2) } FILTER(?a<?b#>'''\n)SERVICE<URL>{ ?s ?p ?o }}#'''",
    "PREFIX b: <urn:b> SELECT * { FILTER(?a<b:x&&'x>'=?c)SERVICE<URL>{ ?s ?p ?o }}#'",
    "SELECT * { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { MINUS { SERVICE <URL> { ?s ?p ?o } } }",
]
# these do not reach it today: the engine refuses them, or finds nothing to ask for
TRIED = [
    "SELECT * { VALUES ?g { <URL> } SERVICE ?g { ?s ?p ?o } }",
    "PREFIX x: <URL#> SELECT * { ?s x:\\#a ?o . SERVICE x: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { ?s ?p trueSERVICE x: { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1.5e1SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 'x'SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 'x'@enSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s <urn:p>?trueSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { VALUES (?a ?b ?g) { (1 2 <URL>) } FILTER(?a<?b)SERVICE?g#>\n{ ?s ?p ?o } }",
    "SELECT * { VALUES (?a ?b ?c) { (1 2 true) } FILTER(?a<?b&&'x>'=?c)SERVICE<URL>{ ?s ?p ?o }}#'",
    "SELECT * { ?s ?p ?o } VALUES ?x { 1 } SERVICE <URL> { ?s ?p ?o }",
]
ATTACKS = [*REAL, *TRIED]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_query_reaches_another_server(listener: Listener, attack: str) -> None:
    """Each way of hiding SERVICE is refused, or is no SPARQL for the engine."""
    query = attack.replace("URL", listener.address)
    with pytest.raises(QueryError):
        check_syntax(query)
    assert listener.calls == 0


@pytest.mark.parametrize("attack", REAL)
def test_the_attacks_are_real(attack: str) -> None:
    """Without the guard the engine would call."""
    listener = Listener()
    with suppress(OSError, ValueError, TypeError):
        list(Database().query(attack.replace("URL", listener.address)))
    listener.close()
    assert listener.calls == 1


PIECES = st.lists(
    st.sampled_from(
        ["SERVICE", "service ", "<URL>", "{", "}", " ", "?a", "?b", "(", ")", "<", ">", "'", "'''", '"', "#", "\n",
         "\\", "?s ?p ?o", ".", "true", "1", "@en", "&&", "FILTER", "=", "x:", "x:a", "\r", "?g", "/", "BIND(1 AS ?z)"]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(before=PIECES, after=PIECES)
def test_nothing_that_passes_the_guard_asks_a_server(before: list[str], after: list[str]) -> None:
    """Fuzzing: what the guard lets through is evaluated beside a listener that nobody may call."""
    listener = _LISTENER
    head = "PREFIX x: <urn:x> SELECT * { VALUES (?a ?b ?g) { (1 2 <URL>) } "
    query = f"{head}{''.join(before)}SERVICE<URL>{{?s ?p ?o}}{''.join(after)}".replace("URL", listener.address)
    try:
        check(query)
    except QueryError:
        return
    with suppress(SyntaxError, ValueError, OSError, TypeError, RuntimeError):
        list(Database().query(query, prefixes=PREFIXES))
    assert listener.calls == 0, query


_LISTENER = Listener()

HARMLESS = [
    "SELECT ?service { ?service ?p ?o }",
    "SELECT ($SERVICE AS ?x) { $SERVICE ?p 'SERVICE <x> { }' }",
    "SELECT * { ?s ?p <http://example.org/service#SERVICE> }",
    "SELECT * { ?s ?p 'x'@service }",
    "PREFIX service: <urn:x> SELECT * { ?s service:SERVICE ?o } # SERVICE <x> {}",
    'SELECT * { ?s ?p """a "SERVICE" <x> {""" }',
    "SELECT * { _:service ?p ?o FILTER(?o<3&&?o>1) }",
    "SELECT * { ?s skos:prefLabel 'load' ; cg:holder <https://example.org/download/from> }",
    "BASE <http://example.org/> PREFIX : <urn:y> ASK { :a :b :c }",
    "DESCRIBE <urn:x>",
    "SELECT (COUNT(*) AS ?n) { ?s a cg:Claim } HAVING (?n < 3)",
]


@pytest.mark.parametrize("query", HARMLESS)
def test_the_words_alone_are_no_offence(query: str) -> None:
    """In names, variables, texts, comments and language tags."""
    check(query)


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <urn:a> <urn:b> 1 }", "delete where { ?s ?p ?o }", "LOAD <file:///etc/passwd>", "DROP ALL",
     "PREFIX x: <urn:x> CLEAR DEFAULT", "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
     "# SELECT\nADD <a> TO <b>", "SELECT * { ?s ?p ?o } ; DROP ALL"],
)  # fmt: skip
def test_updates_are_refused(update: str) -> None:
    """Queries only read."""
    with pytest.raises(QueryError):
        check_syntax(update)


@pytest.mark.parametrize(
    ("query", "words", "line", "column"),
    [
        ("SELECT *\nWHERE { ?s foof:name ?o }", "did you mean foaf: ?", 2, 11),
        ("SELECT * {\n  ?s ?p ?o", "'{' is not closed", 1, 9),
        ("SELECT * { ?s ?p ?o } }", "closes what was not opened", 1, 22),
        ("SELECT ?x\nWHERE { ?x a cg:Claim }\nGRUOP BY ?x", "did you mean GROUP?", 3, 0),
        ("SELECT * { ?s ?p 'x }", "a text begins here", 1, 17),
        ("SELECT * { ?é a cg:Claim ?é ?p ?o }", "a dot or a semicolon is missing", 1, 25),
        ("SELECT * { ?s ?p ?o } ORDER ?s", "ORDER needs BY", 1, 28),
        ("SELECT * { ?s ?p ?o FILTER ?o > 1 }", "FILTER needs brackets", 1, 27),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "?s must be grouped by", 1, 7),
        ("SELECT (COUNT(*) AS ?n) ?s ?p { ?s ?p ?o } GROUP BY ?s", "?p must be grouped by", 1, 27),
        ("SELECT ?n { { SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } } }", "?s must be grouped by", 1, 21),
        ("SELECT * { ?s ?p }", "cannot stand here", 1, 17),
        ("SELCT * { ?s ?p ?o }", "did you mean SELECT", 1, 0),
        ("", "needs SELECT", None, None),
    ],
)
def test_a_slip_is_shown_where_it_is(query: str, words: str, line: int | None, column: int | None) -> None:
    """The line, a caret under the place, and what is meant by it."""
    with pytest.raises(QueryError) as caught:
        check_syntax(query)
    message = str(caught.value)
    assert words in message
    if line is not None and column is not None:
        shown, caret = message.splitlines()[-2:]
        assert shown.split("|")[0].strip() == str(line)
        assert caret.index("^") - caret.index("|") - 2 == column


def test_a_term_that_the_ontology_does_not_have_is_noted() -> None:
    """With the nearest that it has, and where it stands first; prefixes of others are theirs."""
    query = "SELECT * {\n  ?s stance:opose ?o ; cg:holder ?h ;\r\n\tschema:nope ?n ; cg:oposes stance:opose }"
    assert list(notes(query)) == [
        "stance:opose is no term of ours: did you mean stance:oppose?\n"
        "     2 |   ?s stance:opose ?o ; cg:holder ?h ;\n"
        "       |      ^",
        "cg:oposes is no term of ours: did you mean cg:opposes?\n"
        "     3 |  schema:nope ?n ; cg:oposes stance:opose }\n"
        "       |                   ^",
    ]


@pytest.mark.parametrize(
    ("compared", "said"),
    [("> '2025-01-01'", "'2025-01-01'"), ("<= 2025-01-01", "2025-01-01"), ("> '2025-01-01'^^xsd:date", None)],
)
def test_a_day_that_compares_with_none_is_noted(compared: str, said: str | None) -> None:
    """A text, or a number less two others, with a caret under it; a day with its type is one."""
    found = list(notes(f"SELECT * {{ ?a schema:datePublished ?d\nFILTER(?d {compared}) }}"))
    assert [note.splitlines()[0] for note in found] == (
        [f'{said} is no day and compares with none: write "2025-01-01"^^xsd:date.'] if said else []
    )
    for note in found:
        _, shown, caret = note.splitlines()
        assert shown == f"     2 | FILTER(?d {compared}) }}"
        assert shown[caret.index("^") :].startswith(str(said))


@given(st.text(max_size=60) | PIECES.map("".join))
def test_tokens_cover_the_query(query: str) -> None:
    """Every token stands where it says, in order, and reading never ends in an error."""
    last = 0
    for token in tokens(query):
        assert query[token.start : token.end] == token.text
        assert token.start >= last
        last = token.end
    assert {t.start for t in tokens(query)} <= {t.start for t in readings(query, PREFIXES)}


def test_a_function_that_nobody_knows_is_named() -> None:
    """It is SPARQL, and yet cannot be run."""
    with pytest.raises(QueryError, match=r"<https://example\.org/f> is not supported: use the functions of SPARQL"):
        check_syntax("SELECT (<https://example.org/f>(?x) AS ?y) { ?x ?p ?o }")

"""Servers that lie, break off, send elsewhere or say too much: an error of one sentence, and never a short answer."""

import gzip
import io
import socket
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat

from graph.errors import QueryError, StoreError
from graph.store import Answer, Solutions, Store, Triples, Truth, open_store
from graph.store.endpoints.addresses import addresses_of
from graph.store.endpoints.login import Login, challenges
from graph.store.endpoints.pages import PAGE
from graph.store.endpoints.patience import Patience, patience_of
from graph.store.endpoints.store import EndpointStore
from graph.store.endpoints.transport import Transport
from tests.store.misbehaving import chunked, misbehaving, reply
from tests.store.servers import free_port

SELECT, CONSTRUCT = "SELECT ?s { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"
HEAD = b'{"head":{"vars":["s"]},"results":{"bindings":['
ROW = b'{"s":{"type":"uri","value":"urn:a"}}'
WHOLE = HEAD + ROW + b"," + ROW + b"]}}"
SEEN = reply(b'{"head":{"vars":["what"]},"results":{"bindings":[]}}')  # to what kind of server it is
TIMES = reply(b'{"head":{"vars":["o"]},"results":{"bindings":[]}}')  # to how often the default graph has a triple
LINE = b"<urn:a> <urn:b> <urn:c> .\n"
NT = "application/n-triples"
SOON = Patience(connect=2, silence=1, total=20, tries=3, backoff=0.01, longest_wait=0.5)
SECRET = "not-for-anybody"
Ask = Callable[[Store], object]


def at(location: str, patience: Patience = SOON, login: Login | None = None, *, write: bool = False) -> EndpointStore:
    """The store at an address, opened by somebody impatient."""
    addresses = addresses_of(location, {})
    return EndpointStore(addresses, Transport(addresses.query, login or Login(), patience), writable=write)


def rows(store: Store, query: str = SELECT) -> list[str]:
    """All that a SELECT finds."""
    found = store.query(query)
    assert isinstance(found, Solutions)
    return [row["s"].value for row in found]


def triples(store: Store) -> int:
    """How many triples a CONSTRUCT finds."""
    found = store.query(CONSTRUCT)
    assert isinstance(found, Triples)
    return sum(1 for _ in found)


def error_of(*answers: bytes | Callable[[socket.socket], None], ask: Ask = rows, patience: Patience = SOON) -> str:
    """What is said when a server answers so."""
    with misbehaving(*answers) as server, at(server.location, patience) as store, pytest.raises(StoreError) as said:
        ask(store)
    return str(said.value)


def truth(store: Store) -> Answer:
    """The answer to an ASK."""
    return store.query("ASK {}")


def test_an_answer_in_order_is_read() -> None:
    """In one piece, in chunks, packed; rows, truth and triples."""
    packed = reply(gzip.compress(WHOLE), "application/json; charset=utf-8", "200 OK", "Content-Encoding: gzip")
    answers = (reply(WHOLE), chunked(HEAD, ROW, b",", ROW, b"]}}"), packed)
    for answer in answers:
        with misbehaving(SEEN, answer) as server, at(server.location) as store:
            assert rows(store) == ["urn:a", "urn:a"]
    with misbehaving(SEEN, reply(LINE * 3, NT)) as server, at(server.location) as store:
        assert triples(store) == 3
    with misbehaving(SEEN, reply(b'{"head":{},"boolean":true}')) as server, at(server.location) as store:
        assert store.query("ASK {}")


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0, max_value=len(WHOLE) - 1))
def test_cut_off_json_with_status_200_is_an_error(end: int) -> None:
    """Wherever it is cut, though HTTP says that it is whole: what a query gets that ran out of time."""
    assert "cut off" in error_of(SEEN, reply(WHOLE[:end]))


@pytest.mark.parametrize("body", [b'{"head":{},"boolean":true', b'{"head":{},"bool', b"", b"[]", b'{"head":{}}'])
def test_a_cut_off_truth_is_an_error(body: bytes) -> None:
    """Though the engine would read yes before the end."""
    assert "cut off" in error_of(SEEN, reply(body), ask=truth)


def bindings(*rows: bytes, variables: bytes = b'"s"') -> bytes:
    """An answer with these rows, well-formed as JSON."""
    return reply(b'{"head":{"vars":[%s]},"results":{"bindings":[%s]}}' % (variables, b",".join(rows)))


A = b'{"type":"uri","value":"urn:a"}'
TEXT = b'{"type":"literal","value":"a\\u001b"}'


@pytest.mark.parametrize(
    "answer",
    [
        bindings(b'{"x":%s}' % A, variables=b'"x"'),
        bindings(b'{"s":%s,"x":%s}' % (A, A), variables=b'"s","x"'),
        bindings(b"{}", variables=b""),
        bindings(variables=b'"t","s"'),
    ],
)
def test_other_columns_than_asked_for_are_an_error(answer: bytes) -> None:
    """In one sentence that nothing of the answer can disturb."""
    said = error_of(SEEN, answer)
    assert "other columns" in said and said.isprintable()


@pytest.mark.parametrize("row", [b"{}", b'{"s":null}', b'{"x":%s}' % A, b'{"s":[]}', b"[]", b"null", b'{"s":{}}'])
def test_a_row_of_another_width_is_an_error_or_has_an_empty_cell(row: bytes) -> None:
    """An unbound variable may be in an answer; anything else is no format of results."""
    with misbehaving(SEEN, bindings(row)) as server, at(server.location) as store:
        found = store.query(SELECT)
        assert isinstance(found, Solutions)
        if row == b"{}":
            assert [tuple(one) for one in found] == [(None,)]
        else:
            with pytest.raises(StoreError, match="not of its format"):
                list(found)


def test_a_column_that_is_not_empty_by_its_nature_is_an_error_where_it_is() -> None:
    """In what we ask by ourselves: the kind of server, its graphs, its size, the triples of a graph."""
    empty = [bindings(b"{}", variables=variables) for variables in (b'"what"', b'"g"', b'"n"', b'"s","p","o"')]
    what, graphs, count, triple = empty
    one = bindings(b'{"n":{"type":"literal","value":"1"}}', variables=b'"n"')
    none = reply(b"", NT)
    asked: list[tuple[Ask, tuple[bytes, ...]]] = [
        (lambda store: list(store.graphs()), (what,)),
        (lambda store: list(store.graphs()), (SEEN, graphs)),
        (lambda store: store.size(), (SEEN, count)),
        (lambda store: list(store.quads("urn:g")), (count,)),
        (lambda store: list(store.quads("urn:g")), (one, none, triple)),
    ]
    for ask, answers in asked:
        assert "leaves a cell empty" in error_of(*answers, ask=ask)


def test_terms_that_cannot_be_what_was_asked_for_are_an_error() -> None:
    """A graph without a name, a number without digits, a triple whose predicate is a text."""
    graphs = bindings(b'{"g":%s}' % TEXT, variables=b'"g"')
    count = bindings(b'{"n":%s}' % TEXT, variables=b'"n"')
    one = bindings(b'{"n":{"type":"literal","value":"1"}}', variables=b'"n"')
    triple = bindings(b'{"s":%s,"p":%s,"o":%s}' % (A, TEXT, A), variables=b'"s","p","o"')
    for ask, answers, words in (
        (lambda store: list(store.graphs()), (SEEN, graphs), "no IRI"),
        (lambda store: store.size(), (SEEN, count), "no number"),
        (lambda store: store.size(), (SEEN, bindings(variables=b'"n"')), "no number"),
        (lambda store: list(store.quads("urn:g")), (one, reply(b"", NT), triple), "no triple"),
    ):
        said = error_of(*answers, ask=ask)
        assert words in said and said.isprintable()


def test_more_rows_than_were_asked_for_are_not_read() -> None:
    """A server that never ends answering which kind it is, and one that gives the same page again and again."""
    what = b'{"what":{"type":"literal","value":"%d"}}'
    seen = bindings(*(what % number for number in range(10)), variables=b'"what"')
    with misbehaving(seen, reply(WHOLE)) as server, at(server.location) as store:
        assert len(rows(store)) == 2
    capped = reply(WHOLE, "application/sparql-results+json", "200 OK", "X-SPARQL-MaxRows: 2")
    names = (b'{"g":{"type":"uri","value":"urn:%04d"}}' % number for number in range(PAGE))
    page = bindings(*names, variables=b'"g"')
    assert "again and again" in error_of(SEEN, capped, page, ask=lambda store: list(store.graphs()))


ENDLESS_CELL = b'{"s":{"type":"literal","value":"'


@pytest.mark.parametrize(
    "start", [HEAD + ENDLESS_CELL, HEAD, HEAD + ROW + b"," + ENDLESS_CELL, b'{"head":{"vars":["', b" "]
)
@pytest.mark.parametrize("ask", ["rows", "csv"])
def test_a_row_without_end_is_left_before_it_fills_the_memory(
    start: bytes, ask: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever in the answer it is, read row by row or written as it comes."""
    monkeypatch.setattr("graph.store.endpoints.body.LONGEST_ROW", 1_000_000)

    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n" + start)
        while True:
            connection.sendall((b" " if start == HEAD else b"x") * 65536)

    def written(store: Store) -> None:
        found = store.query(SELECT)
        assert isinstance(found, Solutions)
        found.serialize(io.BytesIO(), QueryResultsFormat.CSV)

    said = error_of(SEEN, endless, ask=rows if ask == "rows" else written)
    assert "a row of more than 1,000,000 bytes" in said or (start == b" " and "not of its format" in said)


@pytest.mark.parametrize("kind", ["application/sparql-results+json", "application/sparql-results+xml", NT])
def test_a_value_without_end_is_an_error(kind: str) -> None:
    """In whatever format; the engine keeps no more of it than it has to."""
    starts = {
        NT: b'<urn:a> <urn:b> "',
        "application/sparql-results+json": HEAD + ENDLESS_CELL,
        "application/sparql-results+xml": b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
        b'<variable name="s"/></head><results><result><binding name="s"><literal>',
    }
    pieces = [starts[kind], *[b"x" * 1_000_000] * 110]

    def endless(connection: socket.socket) -> None:
        connection.sendall(chunked(*pieces, ended=False, kind=kind))

    said = error_of(SEEN, endless, ask=triples if kind == NT else rows)
    assert "value of more than 16 MiB" in said or "row of more than 100,000,000 bytes" in said


def test_many_rows_may_be_longer_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is what nothing was made of yet: read, written, and as triples."""
    monkeypatch.setattr("graph.store.endpoints.body.LONGEST_ROW", 200_000)
    answer = reply(HEAD + b",".join([ROW] * 30_000) + b"]}}")
    with misbehaving(SEEN, answer) as server, at(server.location) as store:
        assert len(rows(store)) == 30_000
        found, out = store.query(SELECT), io.BytesIO()
        assert isinstance(found, Solutions)
        found.serialize(out, QueryResultsFormat.CSV)
        assert out.getvalue().count(b"urn:a") == 30_000
    with misbehaving(SEEN, reply(LINE * 30_000, NT)) as server, at(server.location) as store:
        assert triples(store) == 30_000


def test_deep_nesting_is_no_answer() -> None:
    """To a question of yes or no, which is read as JSON."""
    assert "not of its format" in error_of(SEEN, reply(b"[" * 500_000), ask=truth)


def test_words_after_the_answer_are_an_error() -> None:
    """Some servers say there what went wrong."""
    assert "cut off" in error_of(SEEN, reply(WHOLE + b"\n!! timeout"))


def test_a_server_that_dies_within_its_chunks_is_an_error() -> None:
    """For rows and for triples, of which each line would parse by itself."""
    for body in (chunked(HEAD, ROW, ended=False), chunked(WHOLE, ended=False)):
        assert "cut off" in error_of(SEEN, body)
    for body in (chunked(LINE, LINE, ended=False, kind=NT), reply(LINE * 2, NT)[: -len(LINE)]):
        assert "cut off" in error_of(SEEN, body, ask=triples)


def test_triples_without_an_end_are_refused() -> None:
    """Where neither a length nor chunks tell the end, a broken connection would look like it."""
    answer = f"HTTP/1.0 200 OK\r\nContent-Type: {NT}\r\n\r\n".encode() + LINE
    assert "does not tell where its answer ends" in error_of(SEEN, answer, ask=triples)


def test_a_server_that_falls_silent_is_left() -> None:
    """Before the answer and within it."""

    def silent(connection: socket.socket) -> None:
        time.sleep(1.5)

    def silent_within(connection: socket.socket) -> None:
        connection.sendall(chunked(HEAD, ROW, ended=False))
        time.sleep(1.5)

    assert "silent for 1 seconds" in error_of(SEEN, silent, patience=SOON._replace(tries=1))
    assert "nothing more came" in error_of(SEEN, silent_within)


def test_a_drip_ends_when_the_time_is_up() -> None:
    """A byte now and then keeps no one waiting for ever."""

    def drip(connection: socket.socket) -> None:
        connection.sendall(chunked(HEAD, ended=False))
        for _ in range(40):
            connection.sendall(b"1\r\n \r\n")
            time.sleep(0.1)

    start = time.monotonic()
    assert "longer than it may" in error_of(SEEN, drip, patience=SOON._replace(total=1))
    assert time.monotonic() - start < 6  # the server drips on for four seconds


def test_busy_servers_are_asked_again() -> None:
    """After the time that they ask for."""
    busy = reply(b"slow down", "text/plain", "429 Too Many Requests", "Retry-After: 1")
    with misbehaving(SEEN, busy, reply(WHOLE)) as server:
        with at(server.location, SOON._replace(longest_wait=5)) as store:
            assert len(rows(store)) == 2
        assert len(server.requests) == 3
        assert 0.9 < server.times[2] - server.times[1] < 3


def test_what_a_busy_server_asks_for_is_bounded() -> None:
    """A day is too long; each wait is a bit longer than the one before; then the error says what to do."""
    busy = reply(b"no", "text/plain", "503 Service Unavailable", "Retry-After: 86400")
    with misbehaving(SEEN, busy) as server, at(server.location) as store:
        with pytest.raises(StoreError, match=r"busy or starting.*503: no"):
            rows(store)
        assert len(server.requests) == 1 + SOON.tries
        assert server.times[-1] - server.times[1] < 3
    strange = reply(b"no", "text/plain", "503 Service Unavailable", "Retry-After: soon")
    with misbehaving(SEEN, strange, reply(WHOLE)) as server, at(server.location) as store:
        assert len(rows(store)) == 2


@pytest.mark.parametrize("status", ["500 Internal Server Error", "503 Service Unavailable", "429 Too Many Requests"])
def test_an_update_is_never_sent_twice(status: str) -> None:
    """Nobody knows whether it was done."""
    answers = [SEEN, reply(b"", status="204 No Content"), TIMES, reply(b"", status="204 No Content")]
    with misbehaving(*answers, reply(b"broken", "text/plain", status)) as server:
        with at(server.location, write=True) as store, pytest.raises(StoreError, match=status[:3]):
            store.add([Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("once"), NamedNode("urn:g"))])
        assert sum(b'"once"' in request for request in server.requests) == 1


def test_an_update_that_was_cut_off_is_never_sent_twice() -> None:
    """The server closed the connection without a word."""
    answers = [SEEN, reply(b"", status="204 No Content"), TIMES, reply(b"", status="204 No Content")]
    with misbehaving(*answers, b"") as server:
        with at(server.location, write=True) as store, pytest.raises(StoreError, match="connection broke"):
            store.add([Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("once"), NamedNode("urn:g"))])
        assert sum(b'"once"' in request for request in server.requests) == 1


def test_no_other_host_is_sent_to() -> None:
    """Neither the question nor the credentials follow a redirect there."""
    with misbehaving(reply(WHOLE)) as other:
        away = reply(b"", "text/plain", "307 Temporary Redirect", f"Location: {other.location}")
        told = pytest.raises(StoreError, match="points elsewhere")
        with misbehaving(away) as server, at(server.location, login=Login(token=SECRET)) as store, told as said:
            rows(store)
        assert not other.requests
        assert SECRET not in str(said.value) and SECRET.encode() in server.requests[0]
    for target in ("file:///etc/passwd", "ftp://127.0.0.1/", "http://[", "//other.example/"):
        assert "elsewhere" in error_of(reply(b"", "text/plain", "307 Temporary Redirect", f"Location: {target}"))


def test_the_same_host_may_move_its_endpoint() -> None:
    """A few times; round in a circle is an error."""
    moved = reply(b"", "text/plain", "308 Permanent Redirect", "Location: /new")
    with misbehaving(SEEN, moved, reply(WHOLE)) as server, at(server.location) as store:
        assert len(rows(store)) == 2
        assert server.requests[2].startswith(b"POST /new ")
    assert "308" in error_of(moved)


def test_a_huge_error_is_shown_shortened() -> None:
    """With its control characters visible; little of it is read."""

    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\nContent-Length: 9000000000\r\n\r\n")
        connection.sendall(b"\x1b[2J\x07 evil \xff")
        while True:
            connection.sendall(b"x" * 65536)

    message = error_of(endless)
    assert len(message) < 600 and "evil" in message and "\x1b" not in message and "\n" not in message


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    """It is said at once, and names the fix."""
    location = f"http://127.0.0.1:{free_port()}/query"
    with at(location) as store, pytest.raises(StoreError, match="cannot be reached") as said:
        rows(store)
    assert "--store" in str(said.value) and location in str(said.value)
    with at("http://no-such-host.invalid/query") as store, pytest.raises(StoreError, match="cannot be reached"):
        rows(store)


def test_what_is_no_endpoint_is_said() -> None:
    """A web page instead of an answer."""
    assert "text/html, which is no answer" in error_of(reply(b"<html>", "text/html"))


def test_no_protocol_but_http_is_spoken() -> None:
    """Bytes that are no HTTP are one sentence too."""
    assert "cannot be reached" in error_of(b"220 smtp ready\r\n")


@pytest.mark.parametrize(
    "location", ["http://me:hush@host/query", "https://me@host/query", "https:/me:hush@host/query", "http://:hush@h/q"]
)
def test_credentials_within_the_address_are_refused(location: str) -> None:
    """With the variables that hold them instead; they are not repeated."""
    with pytest.raises(StoreError, match="CLAIMGRAPH_PASSWORD") as said:
        open_store(location)
    assert "hush" not in str(said.value) and "me" not in str(said.value).split()


@pytest.mark.parametrize(
    "location", ["http://", "https://host:99999/", "http://a b/", "http://[::1/x", "http://h\x1b/"]
)
def test_what_is_no_address_is_refused(location: str) -> None:
    """By one sentence without control characters."""
    with pytest.raises(StoreError, match="no address") as said:
        open_store(location)
    assert str(said.value).isprintable()


def test_basic_credentials_are_sent_when_they_are_asked_for() -> None:
    """And kept for the next request; wrong ones are an error that does not hold them."""
    who = reply(b"", "text/plain", "401 Unauthorized", 'WWW-Authenticate: Basic realm="r"')
    with misbehaving(who, SEEN, reply(WHOLE)) as server, at(server.location, login=Login("me", SECRET)) as store:
        assert len(rows(store)) == 2
        assert [b"Authorization: Basic" in request for request in server.requests] == [False, True, True]
    with misbehaving(who) as server, at(server.location, login=Login("me", SECRET)) as store:
        with pytest.raises(StoreError, match="CLAIMGRAPH_PASSWORD") as said:
            rows(store)
        assert len(server.requests) == 2 and SECRET not in str(said.value) and SECRET not in repr(store.__dict__)


def test_challenges_are_told_apart() -> None:
    """Several in one header, and one without parameters."""
    assert [one["scheme"] for one in challenges('Digest realm="a, b", nonce=x, Basic realm="q\\"r"')] == [
        "digest",
        "basic",
    ]
    assert challenges("Negotiate") == [{"scheme": "negotiate"}]


def test_a_token_is_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the environment; one with a line break is refused without being repeated."""
    monkeypatch.setenv("CLAIMGRAPH_TOKEN", SECRET)
    with misbehaving(SEEN, reply(WHOLE)) as server, open_store(server.location) as store:
        assert len(rows(store)) == 2
        assert all(b"Authorization: Bearer " + SECRET.encode() in request for request in server.requests)
    monkeypatch.setenv("CLAIMGRAPH_TOKEN", f"{SECRET}\r\nX: y")
    with pytest.raises(StoreError, match="CLAIMGRAPH_TOKEN") as said:
        open_store("http://127.0.0.1/query")
    assert SECRET not in str(said.value)


@pytest.mark.parametrize("query", ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> 1 }", "SELECT * { ?s ?p ?o", "define x"])
def test_only_queries_are_sent(query: str) -> None:
    """An update, or what is no SPARQL, is refused before anything is sent."""
    with misbehaving(SEEN) as server, at(server.location) as store:
        for federation in (False, True):
            if federation and query.startswith("SELECT"):
                continue  # it is the server's to refuse
            with pytest.raises(QueryError, match="not SPARQL"):
                store.query(query, federation=federation)
        with pytest.raises(QueryError, match="SERVICE asks another server"):
            store.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
        assert not server.requests


def test_the_addresses_of_known_servers() -> None:
    """Those beside the address of queries, unless the environment names others."""
    known = {
        "http://h/query": ("http://h/update", "http://h/store"),
        "http://h:8890/sparql": ("http://h:8890/sparql-auth", "http://h:8890/sparql-graph-crud-auth"),
        "http://h:3030/ds/query": ("http://h:3030/ds/update", "http://h:3030/ds/data"),
        "http://h:3030/ds/sparql": ("http://h:3030/ds/update", "http://h:3030/ds/data"),
        "http://h/repositories/r": ("http://h/repositories/r/statements", "http://h/repositories/r/rdf-graphs/service"),
        "https://h:7001/": ("https://h:7001/", ""),
    }
    for location, (update, graph_store) in known.items():
        assert addresses_of(location.replace("//", "/"), {}) == (location, update, graph_store)
    told = {"CLAIMGRAPH_UPDATE": "http://h/u", "CLAIMGRAPH_GRAPH_STORE": "http://h/g?x=1"}
    found = addresses_of("http://h/query", told)
    assert found == ("http://h/query", "http://h/u", "http://h/g?x=1")
    assert found.of_graph("urn:a&b") == "http://h/g?x=1&graph=urn%3Aa%26b"


@pytest.mark.parametrize("text", ["soon", "-1", "nan", "inf"])
def test_a_timeout_that_is_no_time_is_refused(text: str) -> None:
    """By its name."""
    with pytest.raises(StoreError, match="CLAIMGRAPH_TIMEOUT"):
        patience_of({"CLAIMGRAPH_TIMEOUT": text})
    assert patience_of({"CLAIMGRAPH_TIMEOUT": "5"}).total == 5


@pytest.mark.parametrize("headers", [("X-SPARQL-MaxRows: 2",), ("X-SQL-State: S1TAT", "X-SQL-Message: timeout")])
def test_a_part_that_is_called_one_is_an_error(headers: tuple[str, ...]) -> None:
    """Virtuoso says so in its headers alone."""
    said = error_of(SEEN, reply(WHOLE, "application/sparql-results+json", "200 OK", *headers))
    assert "2 rows" in said or "gave up" in said


def test_truth_of_virtuoso_is_a_table() -> None:
    """A row for yes, none for no."""
    head = b'{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":['
    for row, said in ((b'{"__ASK_RETVAL":{"type":"literal","value":"1"}}', True), (b"", False)):
        with misbehaving(SEEN, reply(head + row + b"]}}")) as server, at(server.location) as store:
            answer = store.query("ASK {}")
            assert isinstance(answer, Truth) and bool(answer) is said

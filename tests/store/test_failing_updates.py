"""An update that cannot be done blames what it failed of, and changes nothing."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from graph.errors import NotSparql, QueryError
from graph.store import Store, open_store
from tests.store.test_updates import fill, held

PAGES = {
    "/good": ("text/turtle", b"<urn:n> <urn:says> 'loaded' ."),
    "/page": ("text/html", b"<html>"),
    "/broken": ("text/turtle", b"<urn:n> <urn:says "),
    "/odd": ("text/turtle", b"<urn:n> <urn:says> <<( <urn:a> <urn:b> <urn:c> )>> ."),
    "/long": ("text/turtle", b"<urn:n> <urn:says> '" + b"x" * 20_000_000 + b"' ."),
}


class Pages(BaseHTTPRequestHandler):
    """A server of the pages, and of nothing else."""

    def do_GET(self) -> None:
        kind, body = PAGES.get(self.path, ("text/plain", b"quota: no space left"))
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the pages are."""
    server = HTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two graphs on disk."""
    with open_store(tmp_path / "s", write=True) as opened:
        fill(opened)
        yield opened


def test_load_brings_in_what_another_server_has(store: Store, address: str) -> None:
    """Where it is allowed."""
    assert store.update(f"LOAD <{address}/good> INTO GRAPH <urn:graph:c>", federation=True)
    assert held(store)["c"] == {("n", "loaded")}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/none", "404 Not Found"),
        ("/page", "text/html is not supported"),
        ("/broken", "Parser error"),
        ("/long", "buffer"),
        ("/odd", "RDF 1.2"),
    ],
)
def test_a_load_that_fails_names_the_address_and_the_reason(store: Store, address: str, page: str, words: str) -> None:
    """The store is not to blame, and neither is the SPARQL."""
    before = held(store)
    with pytest.raises(QueryError) as caught:
        store.update(f"LOAD <{address}{page}>", federation=True)
    said = str(caught.value)
    assert words in said and (address + page in said or page == "/odd")
    assert not isinstance(caught.value, NotSparql) and "The store" not in said and "\n" not in said
    assert held(store) == before


def test_nobody_who_listens_is_named(store: Store) -> None:
    """The port is closed."""
    with pytest.raises(QueryError, match=r"asks <http://127\.0\.0\.1:65001/x>, and that failed"):
        store.update("LOAD <http://127.0.0.1:65001/x>", federation=True)


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ("DROP GRAPH <urn:none>", "The graph <urn:none> does not exist"),
        ("INSERT { <urn:s> <urn:p> ?x } WHERE { BIND(<urn:f>(1) AS ?x) }", "The custom function <urn:f>"),
    ],
)
def test_what_the_engine_cannot_do_is_said_of_the_update(store: Store, update: str, words: str) -> None:
    """Not of the folder of the store."""
    with pytest.raises(QueryError, match=words) as caught:
        store.update(update)
    assert "The store" not in str(caught.value)

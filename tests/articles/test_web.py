"""Pages from the web, against a real server on this machine."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.articles import web
from graph.errors import InputError
from tests.articles.samples import LEAD, PAGE, TEXT, pdf, read


class Pages(BaseHTTPRequestHandler):
    """A small site with good and bad pages."""

    def do_GET(self) -> None:
        """Answer by path."""
        moves = {"/moved": "/pier.html", "/file": "file:///etc/passwd", "/ftp": "ftp://example.org/x", "/loop": "/loop"}
        if self.path in moves:
            self.answer(302, b"", ("Location", moves[self.path]))
        elif self.path.startswith("/pier.html"):
            self.answer(200, PAGE.encode(), ("Content-Type", "text/html; charset=utf-8"))
        elif self.path == "/plain":
            self.answer(200, TEXT.encode(), ("Content-Type", "text/plain"))
        elif self.path == "/report":
            self.answer(200, pdf([[LEAD]]), ("Content-Type", "application/pdf"))
        elif self.path == "/endless":
            self.endless()
        else:
            self.answer(404, b"no")

    def answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        """One whole answer."""
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        """An answer that drips for ever."""
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 100)
                time.sleep(0.02)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a running server."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_read_and_its_address_kept_without_its_fragment(site: str) -> None:
    """The location is what may be told to others."""
    [article], skipped = read(site + "/pier.html?edition=2#top")
    assert not skipped
    assert article.location == article.url == f"{site}/pier.html?edition=2"
    assert LEAD in article.text
    assert article.slug.endswith("pier")


@pytest.mark.parametrize("path", ["/plain", "/report", "/moved"])
def test_the_content_type_tells_the_format_and_redirects_are_followed(site: str, path: str) -> None:
    """A page needs no suffix."""
    [article], _ = read(site + path)
    assert "harbour council of Vik" in article.text


@pytest.mark.parametrize(
    ("path", "words"),
    [("/none", "404"), ("/file", "only http and https"), ("/ftp", "only http and https"), ("/loop", "in a circle")],
)
def test_a_page_that_cannot_be_had_is_named_and_the_good_ones_go_on(site: str, path: str, words: str) -> None:
    """A redirect never leads to a file of this machine."""
    articles, [(source, error)] = read(site + path, site + "/plain")
    assert len(articles) == 1
    assert source == site + path
    assert isinstance(error, InputError)
    assert words in str(error)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "http://",
        "http://[",
        "https:///path",
        "http://me:secret@example.org/",
    ],
)
def test_an_address_that_is_not_http_is_refused(address: str) -> None:
    """Nothing is opened."""
    articles, [(source, error)] = read(address)
    assert not articles
    assert isinstance(error, InputError)
    assert "secret" not in f"{source} {error}"


def test_a_page_has_a_limit_of_size(site: str) -> None:
    """The same limit as a file."""
    _, [(_, error)] = read(site + "/pier.html", max_bytes=300)
    assert "300 bytes" in str(error)


def test_a_page_has_a_limit_of_time(site: str) -> None:
    """A server that drips does not hold the run."""
    start = time.monotonic()
    with pytest.raises(InputError, match="too long"):
        web.fetch(f"{site}/endless", 10_000_000, timeout=0.5)
    assert time.monotonic() - start < 5


def test_a_server_that_is_not_there_is_named() -> None:
    """The sentence names the address."""
    _, [(_, error)] = read("http://127.0.0.1:9/pier")
    assert "http://127.0.0.1:9/pier cannot be fetched" in str(error)

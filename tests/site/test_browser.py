"""The pages in a real browser: quiet, readable without scripts, from a folder and from a server's sub-path."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.networks.made_up import hostile, small
from tests.page.conftest import LAPTOP, PHONE
from tests.page.payloads import PAYLOADS
from tests.site.reading import site_of

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TRAIN = "proposal/bring-back-the-night-train-between-norvia-and-estmark.html"
PLACES = ["index.html", "actors.html", "person/tobias-renn.html", TRAIN]


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *words: Any) -> None: ...


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small debate, two folders below what the server serves."""
    folder = tmp_path_factory.mktemp("web") / "a b" / "site"
    folder.parent.mkdir()
    site_of(small(), folder, full_text=True)
    return folder


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """The address of the site at a server's sub-path."""
    handler = functools.partial(Quiet, directory=str(folder.parents[1]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/a%20b/site"
        server.shutdown()


def opened(browser: Any, address: str, **options: Any) -> Any:
    """A page with what it has said and asked for."""
    context = browser.new_context(**{"viewport": LAPTOP, **options})
    tab = context.new_page()
    tab.said, tab.asked = [], []
    tab.on("console", lambda message: tab.said.append(message.text))
    tab.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.goto(address)
    return tab


def articles(folder: Path) -> list[str]:
    """The pages of the articles."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("article/*.html"))


@pytest.mark.parametrize("place", ["file", "server"])
def test_a_reader_goes_from_the_start_to_the_words_without_scripts(
    place: str, folder: Path, served: str, chromium: Any
) -> None:
    """From a folder and from a server's sub-path, by links alone; nothing is asked for but pages and the style."""
    start = folder.as_uri() if place == "file" else served
    tab = opened(chromium, f"{start}/index.html", java_script_enabled=False)
    tab.click("text=Bring back the night train >> nth=0")
    assert tab.inner_text("h1").startswith("Bring back the night train")
    tab.click(".card >> text=Mara Lindqvist")
    assert tab.inner_text("h1") == "Mara Lindqvist"
    assert "“the sleeper must be back before the summer”" in tab.inner_text("mark >> nth=0")
    tab.click(".where a >> nth=0")
    assert "#s" in tab.url and "Sleeper to Estmark" in tab.inner_text("h1")
    assert tab.locator(".card:target").count() == 1
    tab.click("text=in the text >> nth=0")
    tab.click("header >> text=Actors")
    assert tab.said == []
    assert {url.split("?")[0].rsplit(".", 1)[1].split("#")[0] for url in tab.asked} == {"html", "css"}
    assert all(url.startswith(start) for url in tab.asked)
    assert tab.locator("header").evaluate("e => getComputedStyle(e).display") == "flex"
    tab.context.close()


def test_the_network_and_the_pages_lead_to_each_other(folder: Path, chromium: Any) -> None:
    """A link opens the network at the actor, whose panel leads back."""
    tab = opened(chromium, f"{folder.as_uri()}/person/tobias-renn.html")
    tab.click("text=In the network")
    tab.wait_for_selector("html[data-ready=yes]", state="attached")
    assert tab.inner_text("#evidence h2") == "Tobias Renn"
    tab.click("#evidence >> text=Its page")
    assert tab.url.endswith("/person/tobias-renn.html")
    assert tab.said == []
    tab.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_window(
    scheme: str, size: dict[str, int], folder: Path, chromium: Any
) -> None:
    """On every sort of page, on a laptop and a phone, light and dark."""
    tab = opened(chromium, f"{folder.as_uri()}/index.html", viewport=size, color_scheme=scheme)
    for path in [*PLACES, *articles(folder)]:
        tab.goto(f"{folder.as_uri()}/{path}")
        options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
        found = Axe().run(tab, options=options).response["violations"]
        assert [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]] == [], path
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    tab.context.close()


def test_hostile_text_does_nothing_in_a_browser(tmp_path: Path, chromium: Any) -> None:
    """No page of an attacked site runs, asks or says anything, or is wider than a phone."""
    site_of(hostile(PAYLOADS), tmp_path / "site", heading=PAYLOADS[0], full_text=True)
    tab = opened(chromium, (tmp_path / "site" / "index.html").as_uri(), viewport=PHONE)
    for path in sorted((tmp_path / "site").rglob("*.html")):
        if path.name == "network.html":
            continue
        tab.goto(path.as_uri())
        assert tab.evaluate("window.hit") is None and tab.said == []
        assert {url.rsplit(".", 1)[1] for url in tab.asked} == {"html", "css"}
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    tab.context.close()

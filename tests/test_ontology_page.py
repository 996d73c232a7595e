"""The page of the ontology: complete, safe, and the one that is committed."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.ontology_page import page
from graph.ontology_page.terms import read_ontology
from graph.vocabulary import CLASSES, PROPERTIES

COMMITTED = Path(__file__).parents[1] / "docs" / "ontology.html"


class Reader(HTMLParser):
    """Gathers what the tests ask of a page: ids, links, tags, and whether the tags close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_committed_page_is_the_one_that_the_ontology_gives() -> None:
    """`make ontology-doc` was run after the last change."""
    assert COMMITTED.read_text(encoding="utf-8") == page()


def test_every_term_has_its_place() -> None:
    """Each term can be linked to, once, and every link on the page leads somewhere."""
    read = Reader(page())
    assert not read.open
    assert len(read.ids) == len(set(read.ids))
    assert set(CLASSES) | set(PROPERTIES) <= set(read.ids)
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    """No script, picture, font or style is fetched, and nothing runs."""
    read = Reader(page())
    assert not read.tags & {"script", "img", "link", "iframe", "object", "embed", "video", "audio", "form", "base"}
    assert not [name for name in read.attributes if name.startswith("on") or name in ("src", "style", "srcset")]
    assert not re.search(r"url\(|@import", page())
    assert all(link.startswith(("#", "http://", "https://")) for link in read.links)


def test_what_the_ontology_says_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that looks like markup is shown, not obeyed."""
    hostile = replace(read_ontology(), title="<script>alert(1)</script>", comment='"><img src=x onerror=alert(1)>')
    monkeypatch.setattr("graph.ontology_page.read_ontology", lambda: hostile)
    assert not Reader(page()).tags & {"script", "img"}

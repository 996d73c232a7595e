"""A written site as a test reads it: every page parsed, its links, anchors, words and data."""

import json
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from graph.mapping import quads
from graph.model import Reading
from graph.networks.filters import Filter
from graph.site.write import Looks, write_site
from graph.store import Store, open_store
from tests.networks.made_up import MINT

VOID = {"meta", "link", "rect", "circle", "path"}


class Page(HTMLParser):
    """Every start tag with its attributes, the ids, the links, the text of marks and of the data, and of all."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: list[str] = []
        self.quotes: list[str] = []
        self.data = ""
        self.seen = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == [], f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if found.get("id") else []  # type: ignore[list-item]
        self.links += [found["href"]] if found.get("href") and tag in ("a", "link") else []  # type: ignore[list-item]
        if tag not in VOID:
            self._open.append(tag)
        if tag == "mark":
            self.marked.append("")
        if tag == "blockquote":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if "script" in self._open:
            self.data += data
            return
        self.seen += data
        if "mark" in self._open:
            self.marked[-1] += data
        if "blockquote" in self._open:
            self.quotes[-1] += data


def filled(readings: Iterable[Reading]) -> Store:
    """A store in memory."""
    store = open_store(":memory:", write=True)
    for reading in readings:
        store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
    return store


def site_of(readings: Iterable[Reading], folder: Path, wanted: Filter | None = None, **looks: Any) -> dict[str, Page]:
    """The pages of the site of some readings by their path, but for the network."""
    write_site(filled(readings), folder, wanted, Looks(**looks))
    return pages_in(folder)


def pages_in(folder: Path) -> dict[str, Page]:
    """The pages of a site by their path, but for the network."""
    paths = sorted(path for path in folder.rglob("*.html") if path.name != "network.html")
    return {path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8")) for path in paths}


def network(folder: Path) -> dict[str, Any]:
    """What the page of the network carries."""
    text = (folder / "network.html").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.split('id="contents">', 1)[1].split("</script>", 1)[0])
    return found


def dangling(folder: Path, pages: dict[str, Page]) -> list[str]:
    """The links between the pages of a site that lead to no file or to no anchor."""
    nodes = {f"node={node['id']}" for node in network(folder)["nodes"]}
    anchors = {path: set(page.ids) for path, page in pages.items()}
    found = []
    for path, page in pages.items():
        for link in set(page.links):
            if link.startswith(("http:", "https:", "data:")):
                continue
            target, fragment = urldefrag(link)
            there = ((folder / path).parent / unquote(target)).resolve() if target else (folder / path).resolve()
            name = there.relative_to(folder.resolve()).as_posix()
            if not there.is_file():
                found.append(f"{path}: {link}")
            elif name == "network.html" and fragment:
                found += [] if unquote(fragment) in nodes else [f"{path}: {link}"]
            elif fragment and fragment not in anchors[name]:
                found.append(f"{path}: {link}")
    return found

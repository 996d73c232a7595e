"""What `view` costs in Python and in the browser at 50 to 10,000 nodes, beside stock pyvis in the same browser."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.mapping import quads
from graph.page.write import write_page
from graph.store import Store, open_store
from tests.networks.made_up import MINT, large
from tests.page.conftest import Opened

NODES = [50, 500, 2_000, 10_000]
PATIENCE = 90  # seconds until stock pyvis is given up
COUNT = """() => new Promise((done) => {
    const times = [];
    const started = performance.now();
    const step = (now) => {
        times.push(now);
        if (now - started > 2000) done(1000 * (times.length - 1) / (times.at(-1) - times[0]));
        else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
})"""
DRAWN = """() => typeof network === "object" && network && network.physics.ready"""
TIMED = """(change) => {
    const start = performance.now();
    page.state.set(change, { quiet: true });
    return new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done((performance.now() - start) / 1000)));
    });
}"""


def filled(nodes: int) -> Store:
    """A store in memory with a made-up debate of this size."""
    store = open_store(":memory:", write=True)
    for reading in large(nodes):
        store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
    return store


@pytest.mark.parametrize("nodes", NODES)
def test_writing_and_opening(nodes: int, tmp_path: Path, chromium: Any) -> None:
    """Prints a row each of ours, at every level that it shows, and of stock pyvis."""
    store, out, other = filled(nodes), tmp_path / "page.html", tmp_path / "stock.html"
    start = time.perf_counter()
    page = write_page(store, out)
    ours = time.perf_counter() - start
    theirs = stock(page, other)
    print(f"\n{len(page.nodes):,} nodes, {len(page.edges):,} lines")
    with context(chromium) as here:
        start = time.perf_counter()
        opened = Opened(here.new_page(), out, "")
        drawn = time.perf_counter() - start
        print(f"  ours: written in {ours:.2f} s, {out.stat().st_size / 1e6:.1f} MB, first drawn in {drawn:.2f} s")
        if opened.run("page.visible.get().grouped"):
            opened.tab.evaluate(TIMED, {"grouped": "no"})
        for level in range(len(page.debate["levels"])):
            print(f"    {shown(opened, level)}")
    with context(chromium) as here:
        print(f"  stock: written in {theirs:.2f} s, {other.stat().st_size / 1e6:.1f} MB, {drawn_by(here, other)}")


@contextmanager
def context(chromium: Any) -> Iterator[Any]:
    """A browser's window without a network."""
    here = chromium.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    yield here
    here.close()


def stock(page: Any, out: Path) -> float:
    """The seconds that pyvis' own class takes for the same nodes and edges, with their labels as hover text."""
    from pyvis.network import Network

    start = time.perf_counter()
    other = Network(directed=True, cdn_resources="in_line")
    for node in page.nodes:
        other.add_node(node["id"], label=node["label"], title=node["label"])
    for edge in page.edges:
        other.add_edge(edge["from"], edge["to"], title=edge["relation"])
    out.write_text(other.generate_html(), encoding="utf-8")
    return time.perf_counter() - start


def drawn_by(here: Any, path: Path) -> str:
    """How long stock pyvis takes to draw for the first time, how it moves then, and whether it stands still."""
    from playwright.sync_api import Error

    tab = here.new_page()
    start = time.perf_counter()
    try:
        tab.goto(path.as_uri(), timeout=PATIENCE * 1000)
        tab.wait_for_function(DRAWN, timeout=PATIENCE * 1000)
    except Error:
        return f"not drawn after {PATIENCE} s"
    drawn = time.perf_counter() - start
    frames = dragged(tab)
    rest = "at rest" if tab.evaluate("network.physics.stabilized") else "still moving"
    return f"first drawn in {drawn:.2f} s, {frames:.0f} frames/s, {rest}, {memory(tab):.0f} MB"


def shown(opened: Opened, level: int) -> str:
    """Time to draw a level, frames a second while it is dragged by the mouse, time of a filter, memory."""
    tab = opened.tab
    draw = tab.evaluate(TIMED, {"level": level}) if level else 0.0
    frames = dragged(tab)
    narrowed = tab.evaluate(TIMED, {"hiddenRelations": ["doubt"]})
    tab.evaluate(TIMED, {"hiddenRelations": []})
    seen = opened.run("page.visible.get().nodes.size")
    more = f"{draw:.2f} s to draw, " if level else ""
    return f"{seen:,} shown: {more}{frames:.0f} frames/s, filtered in {narrowed:.2f} s, {memory(tab):.0f} MB"


def dragged(tab: Any) -> float:
    """Frames a second while the network is moved by the mouse."""
    tab.evaluate("window.counted = null")
    tab.mouse.move(300, 700)
    tab.mouse.down()
    tab.mouse.move(305, 695)
    tab.evaluate(f"({COUNT})().then((frames) => {{ window.counted = frames; }}) && 0")
    for step in range(200):
        tab.mouse.move(300 + step % 50, 700 - step % 40)
        if tab.evaluate("window.counted"):
            break
    while not tab.evaluate("window.counted"):
        tab.wait_for_timeout(50)
    tab.mouse.up()
    return float(tab.evaluate("window.counted"))


def memory(tab: Any) -> float:
    """Megabytes of the page's scripts, after the rubbish is gone."""
    session = tab.context.new_cdp_session(tab)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6

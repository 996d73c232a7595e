"""What `view` costs in Python and in the browser at 300, 2,000 and 10,000 nodes, beside stock pyvis."""

import time
from pathlib import Path
from typing import Any

import pytest

from graph.mapping import quads
from graph.page.write import write_page
from graph.store import Store, open_store
from tests.networks.made_up import MINT, large
from tests.page.conftest import Opened

NODES = [300, 2_000, 10_000]
STOCK_IN_BROWSER = 300  # more takes stock pyvis minutes
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


def stock(page: Any, out: Path) -> float:
    """The seconds that pyvis' own class takes for the same nodes and edges, with the words as hover text."""
    from pyvis.network import Network

    start = time.perf_counter()
    other = Network(directed=True, cdn_resources="in_line")
    for node in page.nodes:
        other.add_node(node["id"], label=node["label"], title=node["label"])
    for edge in page.edges:
        other.add_edge(edge["from"], edge["to"], title=edge["relation"])
    out.write_text(other.generate_html(), encoding="utf-8")
    return time.perf_counter() - start


@pytest.mark.parametrize("nodes", NODES)
def test_writing_and_opening(nodes: int, tmp_path: Path, chromium: Any) -> None:
    """Prints seconds to write, megabytes, seconds to the first draw, frames a second, and seconds of a filter."""
    store, out = filled(nodes), tmp_path / "page.html"
    start = time.perf_counter()
    page = write_page(store, out)
    ours = time.perf_counter() - start
    theirs = stock(page, tmp_path / "stock.html")
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    start = time.perf_counter()
    opened = Opened(context, out, "")
    drawn = time.perf_counter() - start
    told = [
        f"{len(page.nodes):,} nodes, {len(page.edges):,} lines: view {ours:.1f} s ({out.stat().st_size / 1e6:.1f} MB)"
    ]
    told.append(f"stock pyvis' writing {theirs:.1f} s, first draw {drawn:.2f} s")
    for level in range(len(page.debate["levels"])):
        told.append(shown(opened, level))
    print("\n" + "; ".join(told))
    context.close()


def shown(opened: Opened, level: int) -> str:
    """Time to draw a level, frames a second while it is dragged by the mouse, time of a filter."""
    tab = opened.tab
    draw = tab.evaluate(TIMED, {"level": level}) if level else 0.0
    opened.run("window.counted = null")
    tab.mouse.move(300, 700)
    tab.mouse.down()
    tab.mouse.move(305, 695)
    tab.evaluate(f"({COUNT})().then((frames) => {{ window.counted = frames; }}) && 0")
    for step in range(200):
        tab.mouse.move(300 + step % 50, 700 - step % 40)
        if opened.run("window.counted"):
            break
    opened.until("window.counted")
    tab.mouse.up()
    narrowed = tab.evaluate(TIMED, {"hiddenRelations": ["doubt"]})
    tab.evaluate(TIMED, {"hiddenRelations": []})
    seen = opened.run("page.visible.get().nodes.size")
    return f"{seen:,} shown: drawn {draw:.2f} s, {opened.run('window.counted'):.0f} frames/s, filter {narrowed:.2f} s"

"""What is drawn by the browser, and how often."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.networks.made_up import debate_of, large, small, texts_of

Open = Callable[..., Any]
COUNTED = """(change) => new Promise((done) => {
    const rest = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
    let drawn = 0;
    rest(() => {
        page.canvas.network().on("beforeDrawing", () => { drawn += 1; });
        page.state.set(change);
        rest(() => done(drawn));
    });
})"""


@pytest.mark.parametrize("change", [{"hiddenRelations": ["support"]}, {"level": 1}], ids=["filter", "level"])
def test_a_change_is_drawn_once(open_page: Open, change: dict[str, Any]) -> None:
    """Not after each of its steps: nodes gone, nodes made, lines gone, lines made, nothing selected, all in view."""
    page = open_page(debate_of(small()), texts_of(small()), max_nodes=4)
    assert page.tab.evaluate(COUNTED, change) == 1


def test_what_grows_to_be_read_is_made_once(open_page: Open) -> None:
    """How large nodes are to be is known before they are made for another level, not found out from them."""
    page = open_page(debate_of(small()), texts_of(small()), max_nodes=4)
    page.run("""() => {
        window.made = 0;
        page.canvas.network().body.data.nodes.on("*", (_, { items }) => { window.made += items.length; });
        page.state.set({ level: 1 });
    }""")
    assert page.run("window.made") == page.run("page.visible.get().drawn.size")


def test_signs_come_back_where_lines_are_few_again(open_page: Open) -> None:
    """Too many lines have none; what a filter leaves of them has."""
    readings = large(600)
    page = open_page(debate_of(readings), texts_of(readings), max_nodes=600)
    signs = "page.canvas.onScreen().lines.filter(({ sign }) => sign?.trim()).length"
    assert page.run("page.visible.get().lines.size > 1500") and page.run(signs) == 0
    page.run("page.state.set({ hiddenRelations: ['conditional', 'undecided', 'doubt', 'oppose'] })")
    assert page.run(signs) == page.run("page.visible.get().lines.size") > 0
    page.run("page.state.set({ hiddenRelations: [] })")
    assert page.run(signs) == 0

"""Names beside nodes: none over another, those round a selected hub first, the same at every drawing."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from tests.networks.made_up import camps, debate_of, large, small, texts_of
from tests.page.conftest import LAPTOP, PHONE

Open = Callable[..., Any]
BOXES = """(() => { const { view, first, faded } = page.canvas.onScreen();
    const context = document.createElement("canvas").getContext("2d");
    return page.labels.placed(context, view, first, faded)
        .map(([label, box]) => ({ ...box, words: label.lines.join(" ") })); })()"""
HUB = """(() => { const many = ({ id }) => page.visible.neighbours(id).length;
    const shown = page.data.nodes.filter((n) => page.visible.get().drawn.has(n.id));
    return shown.sort((a, b) => many(b) - many(a))[0].id; })()"""


def covering(boxes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The labels that cover each other."""
    return [
        (a["words"], b["words"])
        for a, b in combinations(boxes, 2)
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("readings", [small(), camps(3), large(300)], ids=["small", "camps", "large"])
def test_no_label_covers_another_round_a_hub(open_page: Open, readings: list[Any], size: dict[str, int]) -> None:
    """Whatever is selected; the name of what is selected is there, and with it those of many neighbours."""
    page = open_page(debate_of(readings), texts_of(readings), size=size)
    assert covering(page.run(BOXES)) == []
    hub = page.run(HUB)
    page.run(f"page.state.set({{ node: {hub!r} }})")
    boxes = page.run(BOXES)
    assert covering(boxes) == []
    assert page.run(f"page.data.node.get({hub!r}).label") == boxes[0]["words"]
    near = page.run(f"new Set(page.visible.neighbours({hub!r})).size")
    assert len(boxes) >= min(near, 6)


def test_labels_are_the_same_at_every_drawing(open_page: Open) -> None:
    """Nothing of it is left to chance or to what was drawn before."""
    readings = large(300)
    page = open_page(debate_of(readings), texts_of(readings))
    hub = page.run(HUB)
    page.run(f"page.state.set({{ node: {hub!r} }})")
    once = page.run(BOXES)
    page.run("page.state.set({ node: null })")
    page.run(f"page.state.set({{ node: {hub!r} }})")
    assert page.run(BOXES) == once
    again = open_page(debate_of(readings), texts_of(readings), page.run("location.hash"))
    again.run("page.canvas.fit()")
    page.run("page.canvas.fit()")
    assert again.run(BOXES) == page.run(BOXES)


def test_open_communities_are_named_without_covering(open_page: Open) -> None:
    """Their own name stands above their ground."""
    readings = camps(4)
    page = open_page(debate_of(readings), texts_of(readings), "#grouped=yes")
    page.run("page.groups.open(page.data.groups[0].id)")
    boxes = page.run(BOXES)
    assert covering(boxes) == []
    assert page.run("page.data.groups[0].names.join(' ')") in [box["words"] for box in boxes]


def test_lines_that_stand_back_have_no_sign(open_page: Open) -> None:
    """Those of what is selected keep theirs, and all have theirs again when nothing is."""
    page = open_page(debate_of(small()), texts_of(small()))
    signed = """Object.values(page.canvas.network().body.edges).filter((e) => e.options.label?.trim())
        .map((e) => [e.fromId, e.toId])"""
    before = page.run(signed)
    hub = page.run(HUB)
    page.run(f"page.state.set({{ node: {hub!r} }})")
    assert page.run(signed) == [ends for ends in before if hub in ends] != before
    page.run("page.state.set({ node: null })")
    assert page.run(signed) == before

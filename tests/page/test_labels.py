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


UNDER = """(() => { const { view, first, faded, lines } = page.canvas.onScreen();
    const context = document.createElement("canvas").getContext("2d");
    const drawn = lines.map(({ from, to }) => page.strikes.line(from, to));
    return page.labels.placed(context, view, first, faded).map(([, box]) => page.strikes.under(box, drawn)); })()"""


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_names_stand_where_few_lines_are(open_page: Open, size: dict[str, int]) -> None:
    """Of a small debate three in four names have hardly a line beneath them."""
    under = open_page(debate_of(small()), texts_of(small()), size=size).run(UNDER)
    assert len(under) >= 12 and sum(pixels < 10 for pixels in under) >= 0.75 * len(under)


def test_a_line_lies_under_a_box_as_far_as_it_is_in_it(open_page: Open) -> None:
    """Across it, along its edge, ending within it, past it."""
    page = open_page(debate_of(small()), texts_of(small()))
    under = """([from, to]) => page.strikes.under({ left: 0, right: 10, top: 0, bottom: 20 },
        [page.strikes.line({ x: from[0], y: from[1] }, { x: to[0], y: to[1] })])"""
    found = {((-5, 5), (15, 5)): 10, ((5, 5), (5, 50)): 15, ((-10, -10), (30, 30)): 200**0.5, ((-5, 30), (15, 30)): 0,
             ((11, 0), (30, 20)): 0, ((-10, 0), (10, 60)): 0}  # fmt: skip
    for ends, pixels in found.items():
        assert page.tab.evaluate(under, [list(end) for end in ends]) == pytest.approx(pixels)


ROOM = """(() => { const { view } = page.canvas.onScreen();
    const context = document.createElement("canvas").getContext("2d");
    const names = page.labels.placed(context, view, new Set(), () => false).map(([, box]) => box);
    const nodes = view.nodes.map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - reach,
        bottom: y + reach }));
    const free = (boxes) => { const most = (side, way) => way(...boxes.map((box) => box[side]));
        return { left: most("left", Math.min), right: view.width - most("right", Math.max),
            top: most("top", Math.min), bottom: view.height - most("bottom", Math.max) }; };
    const over = (box) => view.corners.some((b) => box.left < b.right && box.right > b.left && box.top < b.bottom
        && box.bottom > b.top);
    const reaches = view.nodes.map(({ reach }) => reach).sort((a, b) => a - b);
    return { width: view.width, height: view.height, all: free([...names, ...nodes]), nodes: free(nodes),
        covered: nodes.filter(over).length, names: names.length, reach: reaches[reaches.length >> 1] }; })()"""
SIZES = {"laptop": LAPTOP, "larger": {"width": 1400, "height": 900}, "phone": PHONE}
BESIDE = "#node=proposal/bring-back-the-night-train-between-norvia-and-estmark&beside=0-2"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
@pytest.mark.parametrize("readings", [small(), camps(3), large(300)], ids=["small", "camps", "large"])
def test_the_network_fills_its_room_with_even_margins(
    open_page: Open, readings: list[Any], size: dict[str, int]
) -> None:
    """As much is free on the left as on the right, above as below, and little; no button covers a node."""
    room = open_page(debate_of(readings), texts_of(readings), size=size).run(ROOM)
    assert (
        abs(room["all"]["left"] - room["all"]["right"]) <= 16 and abs(room["all"]["top"] - room["all"]["bottom"]) <= 16
    )
    assert room["all"]["left"] < 0.1 * room["width"] and room["all"]["top"] < 0.12 * room["height"]
    assert room["nodes"]["left"] + room["nodes"]["right"] < 0.3 * room["width"]
    assert min(room["nodes"].values()) >= 4 and room["covered"] == 0


def test_the_network_is_in_the_middle_beside_a_wide_panel(open_page: Open) -> None:
    """Whatever is selected: margins are measured with all names."""
    page = open_page(debate_of(small()), texts_of(small()), BESIDE)
    page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    room = page.run(ROOM)
    assert room["width"] < 500
    assert abs(room["all"]["left"] - room["all"]["right"]) <= 16 and room["covered"] == 0


def test_on_a_phone_nodes_are_large_enough_for_a_finger(open_page: Open) -> None:
    """Some sixty are at least fifteen pixels across, with names for a good part of them."""
    readings = camps(3)
    page = open_page(debate_of(readings), texts_of(readings), size=PHONE)
    room = page.run(ROOM)
    assert room["reach"] >= 7.5 and room["names"] >= 20


def test_no_name_lies_under_the_notice(open_page: Open) -> None:
    """Where only one and its neighbours are shown it takes the lower edge."""
    page = open_page(debate_of(small()), texts_of(small()), "#ego=country/Norvia", size=PHONE)
    notice = page.run("""(() => { const host = page.canvas.host.getBoundingClientRect();
        const { left, right, top } = document.getElementById("notice").getBoundingClientRect();
        return [left - host.left, right - host.left, top - host.top]; })()""")
    for box in page.run(BOXES):
        assert box["right"] <= notice[0] or box["left"] >= notice[1] or box["bottom"] <= notice[2]


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

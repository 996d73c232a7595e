"""Nodes that are moved by hand, by mouse or by key, stay there, and undo brings them back."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.page.policy_network import PolicyNetwork
from tests.networks.made_up import camps, debate_of, large, small, texts_of

DEBATE, TEXTS = debate_of(small()), texts_of(small())
CAMPS = camps(4)
DENSE = large(600)
Open = Callable[..., Any]
WHERE = """(id) => { const at = page.canvas.network().canvasToDOM(page.canvas.place(id));
    const host = page.canvas.host.getBoundingClientRect(); return [at.x + host.left, at.y + host.top]; }"""
PLACES = "JSON.stringify(page.canvas.network().getPositions())"
INKED = """(places) => { const canvas = document.querySelector("#canvas canvas");
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d", { willReadFrequently: true });
    context.drawImage(canvas, 0, 0);
    const ratio = canvas.width / page.canvas.host.clientWidth;
    const inked = ([x, y]) => context.getImageData(x * ratio - 2, y * ratio - 2, 5, 5).data.some(Boolean);
    return places.filter(inked).length / places.length; }"""
MIDDLES = """page.canvas.onScreen().lines.map(({ from, to }) => [(from.x + to.x) / 2, (from.y + to.y) / 2])"""
NAMES = """(() => { const { view, first, faded } = page.canvas.onScreen();
    return page.labels.placed(document.querySelector("#canvas canvas").getContext("2d"), view, first, faded)
        .map(([label, box]) => [(box.left + box.right) / 2, box.top + label.line / 2]); })()"""
PICTURE = "document.querySelector('#canvas canvas').toDataURL()"
NODE = "country/Norvia"
TOUCH = 60  # milliseconds: vis-network takes two touches within 50 for one


def drag(page: Any, id: str, by: tuple[int, int], hold: int = 0) -> None:
    """Take a node with the mouse, once it is drawn where it is, and put it elsewhere."""
    found = f"page.canvas.network().getNodeAt(page.canvas.network().canvasToDOM(page.canvas.place({id!r})))"
    page.until(f"{found} === {id!r}")
    x, y = page.tab.evaluate(WHERE, id)
    page.tab.mouse.move(x, y)
    page.tab.wait_for_timeout(TOUCH)
    page.tab.mouse.down()
    page.tab.wait_for_timeout(hold)
    page.tab.mouse.move(x + by[0] / 2, y + by[1] / 2)
    page.tab.mouse.move(x + by[0], y + by[1])
    page.tab.mouse.up()


@pytest.mark.parametrize("hold", [0, 400])
def test_each_drag_is_a_step_that_undo_and_redo_walk(open_page: Open, hold: int) -> None:
    """Two drags, two steps back to where everything stood, two forward; the address says nothing of it."""
    page = open_page(DEBATE, TEXTS)
    seen = [page.run(PLACES)]
    for by in ((60, 40), (-90, 20)):
        x, y = page.tab.evaluate(WHERE, NODE)
        drag(page, NODE, by, hold)
        assert page.tab.evaluate(WHERE, NODE) == pytest.approx([x + by[0], y + by[1]], abs=2)
        seen.append(page.run(PLACES))
    assert len(set(seen)) == 3 and "moved" not in page.run("location.href")
    for button, expected in (("undo", seen[1]), ("undo", seen[0]), ("redo", seen[1]), ("redo", seen[2])):
        page.tab.click(f"#{button}")
        page.until(f"{PLACES} === {expected!r}")


def test_a_long_press_that_goes_nowhere_chooses(open_page: Open) -> None:
    """As a short one does."""
    page = open_page(DEBATE, TEXTS)
    drag(page, NODE, (0, 0), hold=400)
    page.until(f"page.state.get().node === '{NODE}'")


def test_moves_outlast_filters_and_reloading(open_page: Open) -> None:
    """What was moved stays moved when something is filtered, chosen, or the page is loaded anew."""
    page = open_page(DEBATE, TEXTS)
    drag(page, NODE, (50, 50))
    there = page.run(f"page.canvas.place('{NODE}')")
    page.tab.uncheck("#relations input[data-name=oppose]")
    page.run(f"page.state.set({{ node: '{NODE}' }})")
    assert page.run(f"page.canvas.place('{NODE}')") == there
    page.tab.reload()
    page.tab.wait_for_selector("html[data-ready=yes]", state="attached")
    assert page.run(f"page.canvas.place('{NODE}')") == pytest.approx(there, abs=1)


def test_untangling_is_undone(open_page: Open) -> None:
    """As one step."""
    page = open_page(DEBATE, TEXTS)
    before = page.run(PLACES)
    page.tab.click("#untangle")
    page.until("document.getElementById('said').textContent === 'Untangled'")
    page.tab.click("#undo")
    page.until(f"{PLACES} === {before!r}")
    assert page.tab.is_disabled("#undo")


def test_the_keyboard_moves_what_is_chosen(open_page: Open) -> None:
    """Shift and an arrow, and Ctrl Z back; the panel stays where it was read."""
    page = open_page(DEBATE, TEXTS, "#node=proposal/bring-back-the-night-train-between-norvia-and-estmark")
    page.run("document.getElementById('evidence').scrollTop = 200")
    before = page.run(PLACES)
    page.tab.focus("#canvas")
    page.tab.keyboard.press("Shift+ArrowRight")
    assert page.run(PLACES) != before
    assert page.run("document.getElementById('evidence').scrollTop") == 200
    page.tab.keyboard.press("Control+z")
    page.until(f"{PLACES} === {before!r}")


def test_a_moved_community_takes_its_members_along(open_page: Open) -> None:
    """It is opened where it was put, and each view of the network keeps its own moves."""
    page = open_page(debate_of(CAMPS), texts_of(CAMPS), "#grouped=yes")
    first = page.run("page.data.groups[0].id")
    middle = page.run(f"page.canvas.place({first!r})")
    drag(page, first, (40, 30))
    moved = page.run(f"page.canvas.place({first!r})")
    page.run(f"page.groups.open({first!r})")
    inside = page.run("page.data.groups[0].members.map((id) => page.canvas.place(id))")
    without = page.run("page.data.groups[0].members.map((id) => page.groups.place(id))")
    for one, other in zip(inside, without, strict=True):
        assert one["x"] - other["x"] == pytest.approx(moved["x"] - middle["x"], abs=1)
        assert one["y"] - other["y"] == pytest.approx(moved["y"] - middle["y"], abs=1)
    page.run("page.state.set({ grouped: 'no' })")
    assert page.run("page.data.nodes.every(({ id }) => page.canvas.place(id).x === page.visible.place(id).x)")


def test_a_network_made_by_hand_is_moved_whatever_its_ids(open_page: Open) -> None:
    """Numbers and the names of an object's own properties are ids like any other."""
    ids = [7, "__proto__", "constructor", "toString"]

    def write() -> str:
        page = PolicyNetwork("By hand")
        page.add_nodes(ids)
        page.add_edges([(7, "__proto__"), ("__proto__", "constructor"), ("constructor", "toString")])
        return page.generate_html()

    page = open_page(DEBATE, TEXTS, write=write)
    before = page.run("page.data.nodes.map(({ id }) => page.canvas.place(id))")
    for id in ids:
        page.run(f"page.state.set({{ node: {id!r} }})")
        page.tab.focus("#canvas")
        page.tab.keyboard.press("Shift+ArrowDown")
    after = page.run("page.data.nodes.map(({ id }) => page.canvas.place(id))")
    assert all(new["y"] > old["y"] + 5 and new["x"] == old["x"] for old, new in zip(before, after, strict=True))


def test_many_lines_are_hairs_while_the_network_moves(open_page: Open) -> None:
    """Every line and every name is still seen, and once it is let go where it was it looks as it did."""
    readings = large(200)
    page = open_page(debate_of(readings), texts_of(readings))
    assert 400 < page.run("page.visible.get().lines.size") < 1500
    host = page.run("page.canvas.host.getBoundingClientRect().toJSON()")
    x, y = host["left"] + 120, host["bottom"] - 20
    page.tab.mouse.move(x, y)
    page.tab.wait_for_timeout(TOUCH)
    before, names, top = page.run(PICTURE), page.run(NAMES), page.run("page.canvas.onScreen().view.nodes[0].y")
    page.tab.mouse.down()
    page.tab.mouse.move(x + 10, y - 10)
    page.tab.mouse.move(x + 30, y - 20)
    page.until(f"page.canvas.onScreen().view.nodes[0].y < {top - 15}")
    page.tab.wait_for_timeout(TOUCH)
    assert page.tab.evaluate(INKED, page.run(MIDDLES)) == 1
    assert page.tab.evaluate(INKED, [(left + 30, top - 20) for left, top in names]) == 1
    page.tab.mouse.move(x, y)
    page.tab.mouse.up()
    page.until(f"{PICTURE} === {before!r}")


def test_a_dense_network_is_dragged_as_one_picture(open_page: Open) -> None:
    """Under the hand lies what was last drawn, moved as far as the hand; let go, the network stands there itself."""
    page = open_page(debate_of(DENSE), texts_of(DENSE), "#level=1")
    page.until("page.visible.get().lines.size > 1500 && page.visible.get().nodes.size > 500")
    corner = "page.canvas.network().canvasToDOM({ x: 0, y: 0 })"
    before, shown = page.run(corner), page.run("document.querySelectorAll('#canvas canvas').length")
    page.tab.mouse.move(300, 650)
    page.tab.mouse.down()
    page.tab.mouse.move(310, 640)
    page.tab.mouse.move(380, 600)
    page.until("document.querySelector('#canvas .picture')")
    now = page.run(corner)
    assert (now["x"] - before["x"], now["y"] - before["y"]) == pytest.approx((80, -50), abs=12)
    page.until("getComputedStyle(document.querySelector('#canvas .picture')).transform.endsWith("
               f"', {now['x'] - before['x']:.0f}, {now['y'] - before['y']:.0f})')")  # fmt: skip
    at = (
        "(() => { const { x, y } = document.querySelector('#canvas WHICH').getBoundingClientRect(); return [x, y]; })()"
    )
    under, above = (page.run(at.replace("WHICH", which)) for which in ("canvas", ".picture"))
    assert [above[n] - under[n] for n in (0, 1)] == pytest.approx([now["x"] - before["x"], now["y"] - before["y"]])
    page.tab.mouse.up()
    page.until(f"document.querySelectorAll('#canvas canvas').length === {shown}")
    assert page.run("document.querySelector('#canvas canvas').style.opacity") == ""
    assert page.run(corner) == now

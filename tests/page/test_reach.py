"""Bringing in the neighbours of a node beyond what is shown, and hiding one: by button, key and link."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from tests.networks.made_up import camps, debate_of, hostile, large, small, texts_of
from tests.page.conftest import PHONE
from tests.page.payloads import PAYLOADS

READINGS = large(450)
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
FEW, FEW_TEXTS = debate_of(small()), texts_of(small())
Open = Callable[..., Any]
DRAWN = "[...page.visible.get().drawn.keys()].sort()"
NEIGHBOURS = """(id) => [...new Set(page.data.touching.get(id).map((e) => (e.from === id ? e.to : e.from)))].sort()"""
# one that is shown, with most neighbours that are not
REACHING = """(() => { const best = page.data.nodes.filter((n) => page.visible.get().drawn.has(n.id))
    .sort((a, b) => page.reach.beyond(b.id).length - page.reach.beyond(a.id).length)[0]; return best.id; })()"""
PLACES = "Object.fromEntries([...page.visible.get().drawn.keys()].map((id) => [id, page.canvas.place(id)]))"


def test_neighbours_are_brought_in_where_they_are_free_and_nothing_else_moves(open_page: Open) -> None:
    """All of them are there afterwards, none on another's place, and the rest stays where it was."""
    page = open_page(DEBATE, TEXTS, max_nodes=60)
    hub = page.run(REACHING)
    page.run(f"page.state.set({{ node: {hub!r} }})")
    before, places = page.run(DRAWN), page.run(PLACES)
    page.tab.locator("#evidence button", has_text="Bring in").click()
    neighbours = page.tab.evaluate(NEIGHBOURS, hub)
    assert set(page.run(DRAWN)) == {*before, *neighbours} and len(page.run(DRAWN)) > len(before)
    after = page.run(PLACES)
    assert {id: after[id] for id in before} == places
    fresh = [after[id] for id in after if id not in places]
    assert all(abs(a["x"] - b["x"]) > 60 or abs(a["y"] - b["y"]) > 40 for a, b in combinations(fresh, 2))


def test_it_is_undone_is_in_the_address_and_can_be_taken_back(open_page: Open) -> None:
    """A link opens the same, in the same places."""
    page = open_page(DEBATE, TEXTS, max_nodes=60)
    before, hub = page.run(DRAWN), page.run(REACHING)
    page.run(f"page.state.set({{ node: {hub!r} }})")
    page.tab.focus("#canvas")
    page.tab.keyboard.press("e")
    after = page.run(DRAWN)
    assert after != before and "neighbour" in page.text("#said")
    again = open_page(DEBATE, TEXTS, page.run("location.hash"), max_nodes=60)
    assert again.run(PLACES) == page.run(PLACES)
    again.tab.click("text=Without its other neighbours")
    assert again.run(DRAWN) == before
    page.tab.keyboard.press("Control+z")
    page.until("page.state.get().expanded.length === 0")
    assert page.run(DRAWN) == before
    page.tab.click("#redo")
    page.until("page.state.get().expanded.length === 1")
    assert page.run(DRAWN) == after


def test_a_filter_moves_nobody_who_was_brought_in(open_page: Open) -> None:
    """Whatever is filtered away, the others keep their places."""
    page = open_page(DEBATE, TEXTS, max_nodes=60)
    hub = page.run(REACHING)
    page.run(f"page.state.set({{ node: {hub!r}, expanded: [{hub!r}] }})")
    before = page.run(PLACES)
    page.run("page.state.set({ hiddenKinds: ['Person'] })")
    assert all(before[id] == place for id, place in page.run(PLACES).items())


def test_from_a_community_neighbours_come_out_alone(open_page: Open) -> None:
    """They leave their collapsed community, which says that it holds fewer now."""
    readings = camps(4)
    page = open_page(debate_of(readings), texts_of(readings), "#grouped=yes")
    many = page.run("page.data.nodes.length")
    first = page.run("page.data.groups[0].id")
    page.run(f"page.groups.open({first!r})")
    crossing = page.run("page.data.groups[0].members.find((id) => page.reach.beyond(id).length > 0)")
    beyond = page.tab.evaluate("(id) => page.reach.beyond(id)", crossing)
    page.run(f"page.reach.expand({crossing!r})")
    assert set(beyond) <= set(page.run(DRAWN))
    assert page.run("[...page.visible.get().drawn.values()].reduce((sum, n) => sum + n, 0)") == many
    page.run("page.state.set({ open: [] })")
    assert {crossing, *beyond} <= set(page.run(DRAWN))
    places = page.run(PLACES).values()
    assert len({(round(p["x"]), round(p["y"])) for p in places}) == len(places)


def test_what_is_hidden_is_in_no_view_and_comes_back(open_page: Open) -> None:
    """By button, and each by its own; the words of others stay."""
    page = open_page(FEW, FEW_TEXTS, "#node=person/tobias-renn")
    page.tab.click("#evidence >> text=Hide")
    assert "person/tobias-renn" not in page.run(DRAWN)
    assert "1 hidden by hand" in page.text("#notice")
    for view in ("matrix", "timeline", "table"):
        page.tab.click(f"#view-{view}")
        assert "Tobias Renn" not in page.text(f"#{view}") and "Norvia" in page.text(f"#{view}")
    again = open_page(FEW, FEW_TEXTS, page.run("location.hash"))
    assert "Tobias Renn" not in again.text("#table")
    again.tab.click("text=Show Tobias Renn again")
    assert "Tobias Renn" in again.text("#table") and again.tab.is_hidden("#hidden-nodes")


@pytest.mark.parametrize("key", ["x", "Delete"])
def test_the_keyboard_hides_and_undo_shows_again(open_page: Open, key: str) -> None:
    """One of each, and everything at once by the reset button."""
    page = open_page(FEW, FEW_TEXTS)
    whole = page.run(DRAWN)
    page.tab.focus("#canvas")
    for _ in range(2):
        page.tab.keyboard.press("ArrowRight")
        page.tab.keyboard.press(key)
    assert page.run("page.state.get().hidden.length") == 2
    assert not set(page.run("page.state.get().hidden")) & set(page.run(DRAWN))
    page.tab.keyboard.press("Control+z")
    page.until("page.state.get().hidden.length === 1")
    page.tab.click("#reset")
    assert page.run(DRAWN) == whole


def test_a_community_is_hidden_with_its_members(open_page: Open) -> None:
    """And none of them is left where communities are drawn open."""
    readings = camps(4)
    page = open_page(debate_of(readings), texts_of(readings), "#grouped=yes")
    members = page.run("page.data.groups[1].members")
    page.run("page.state.set({ node: page.data.groups[1].id })")
    page.tab.click("#evidence >> text=Hide")
    page.tab.click("#groups")
    assert not set(members) & set(page.run(DRAWN))


def test_hostile_names_are_text_where_they_are_hidden(open_page: Open) -> None:
    """Every node is brought out and hidden; nothing runs, and a phone still has all in its width."""
    readings = hostile(PAYLOADS)
    page = open_page(debate_of(readings), texts_of(readings), size=PHONE)
    page.run("for (const { id } of page.data.nodes) { page.reach.expand(id); page.reach.hide(id); }")
    assert page.run("page.state.get().hidden.length") == page.run("page.data.nodes.length")
    assert page.run("document.querySelectorAll('#hidden-nodes img, #hidden-nodes script, #hidden-nodes a').length") == 0
    assert page.run("window.hit") is None
    assert page.run("document.documentElement.scrollWidth") <= PHONE["width"]
    again = open_page(debate_of(readings), texts_of(readings), page.run("location.hash"))
    assert again.run("page.state.get().hidden") == page.run("page.state.get().hidden")

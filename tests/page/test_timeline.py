"""Lanes of the timeline where dozens of statements meet: each is there, can be read and opened, and is not a knot."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from tests.networks.made_up import debate_of, large, small, texts_of
from tests.page.conftest import LAPTOP, PHONE

READINGS = large(300)
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
Open = Callable[..., Any]
LANES = """(() => { const stances = (mark) => mark.numbers.map((n) => page.data.statements[n].stance);
    return page.lanes.model(700).lanes.map((lane) => ({ ...lane,
        marks: lane.marks.map((mark) => ({ ...mark, stances: stances(mark) })) })); })()"""
DENSE = ".lane.dense button.stand"


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_a_dense_lane_counts_what_meets_and_stays_low(open_page: Open, size: dict[str, int]) -> None:
    """No lane is higher than one row a stance, no mark covers another, all lie in the window."""
    page = open_page(DEBATE, TEXTS, "#view=timeline", size=size)
    lanes = page.run("[...document.querySelectorAll('#lanes .lane')].length")
    assert lanes == 60 and page.tab.locator("#lanes .lane.dense").count() >= 2
    boxes = page.run("""[...document.querySelectorAll("#lanes .lane")].map((lane) => ({ high: lane.offsetHeight,
        marks: [...lane.querySelectorAll("button.stand")].map((m) => m.getBoundingClientRect().toJSON()) }))""")
    side = page.run("document.querySelector('#lanes').getBoundingClientRect().right")
    for lane in boxes:
        assert lane["high"] < 200
        assert all(mark["right"] <= side for mark in lane["marks"])
        for a, b in combinations(lane["marks"], 2):
            beside = a["right"] <= b["left"] or b["right"] <= a["left"]
            assert beside or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]


def test_every_statement_is_in_one_mark_of_its_own_stance(open_page: Open) -> None:
    """Counted over all lanes, each once; a mark of several says how many."""
    page = open_page(DEBATE, TEXTS, "#view=timeline")
    lanes = page.run(LANES)
    for lane in lanes:
        seen = Counter(number for mark in lane["marks"] for number in mark["numbers"])
        assert set(seen.values()) == {1}
        for mark in lane["marks"]:
            assert set(mark["stances"]) == {mark["relation"]}
            if len(mark["numbers"]) > 1:
                assert f"{len(mark['numbers'])} statements" in mark["name"]
    several = [mark for lane in lanes for mark in lane["marks"] if len(mark["numbers"]) > 1]
    assert several and page.text("#timeline-note").endswith("a number says how many")


def test_a_mark_of_several_opens_them_all_and_is_in_the_address(open_page: Open) -> None:
    """By mouse and by key; a link opens the same, back goes back, and what makes no sense is passed over."""
    page = open_page(DEBATE, TEXTS, "#view=timeline")
    mark = page.tab.locator(DENSE, has_text="2").first
    label = str(mark.get_attribute("aria-label"))
    mark.focus()
    page.tab.keyboard.press("Enter")
    assert page.tab.locator("#evidence .card").count() == int(label.split(", ")[-1].split()[0])
    again = open_page(DEBATE, TEXTS, page.run("location.hash"))
    assert again.run("document.getElementById('evidence').innerText") == page.run(
        "document.getElementById('evidence').innerText"
    )
    page.tab.go_back()
    page.until("page.state.get().some === ''")
    odd = ("#some=support 2024-01-01 2024-02-01", "#node=person/speaker-0&some=<b>", "#node=person/speaker-0&some=x")
    for address in odd:
        assert open_page(DEBATE, TEXTS, address).run("page.state.get().some") == ""


def test_lines_of_shifts_are_faint_until_a_lane_is_looked_at(open_page: Open) -> None:
    """By the mouse or by the keyboard."""
    page = open_page(DEBATE, TEXTS, "#view=timeline")
    opacity = "Number(getComputedStyle(document.querySelector('.lane.dense line')).opacity)"
    faint = page.run(opacity)
    page.tab.hover(DENSE)
    assert page.run(opacity) > 2 * faint
    page.tab.mouse.move(5, 5)
    assert page.run(opacity) == faint
    page.tab.focus(DENSE)
    assert page.run(opacity) > 2 * faint


def test_few_statements_are_marks_of_their_own(open_page: Open) -> None:
    """Nothing is put together where there is room."""
    page = open_page(debate_of(small()), texts_of(small()), "#view=timeline")
    assert page.tab.locator("#lanes .lane.dense").count() == 0
    assert page.tab.locator("#lanes button.stand").count() == 22


def test_a_day_is_at_the_same_place_in_every_lane(open_page: Open) -> None:
    """A mark stands where its first statement does, whether it stands for one or for several."""
    page = open_page(DEBATE, TEXTS, "#view=timeline")
    days = page.run("page.data.statements.map((s) => s.day)")
    lanes = page.run(LANES)
    places: dict[str, set[float]] = {}
    for lane in lanes:
        first: dict[float, str] = {}
        for mark in lane["marks"]:
            first[mark["left"]] = min(first.get(mark["left"], "9"), *(days[number] for number in mark["numbers"]))
        for left, day in first.items():
            places.setdefault(day, set()).add(round(left, 3))
    assert any(lane["dense"] for lane in lanes) and not all(lane["dense"] for lane in lanes)
    assert all(len(found) == 1 for found in places.values())

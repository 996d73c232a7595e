"""The matrix, the timeline and quotations side by side, in a real browser: by mouse, by key and by link."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.networks.made_up import PROPOSALS, debate_of, hostile, large, small, texts_of
from tests.page.conftest import LAPTOP, PHONE
from tests.page.payloads import PAYLOADS

READINGS = small()
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
NIGHT_TRAIN = "proposal/bring-back-the-night-train-between-norvia-and-estmark"
Open = Callable[..., Any]
CELLS = "document.querySelectorAll('#stands button.stand').length"
MARKS = "document.querySelectorAll('#lanes button.stand').length"
SHOWN = "[...document.querySelectorAll('#evidence .card')].map((c) => page.data.statements[c.dataset.statement].WHAT)"
FOCUSED = "document.activeElement.getAttribute('aria-label')"


def test_the_matrix_has_a_sign_for_every_actor_and_proposal(open_page: Open) -> None:
    """As many cells as pairs that are spoken of; a change of position has a sign of its own; all is said in words."""
    page = open_page(DEBATE, TEXTS, "#view=matrix")
    pairs = {(s.position.holder, s.position.proposal) for s in DEBATE.statements}
    assert page.run(CELLS) == len(pairs)
    assert page.text("#matrix-note") == "13 actors by 6 proposals"
    changed = page.tab.locator("#stands button.stand", has_text="±")
    assert changed.count() == 1 and "Tobias Renn changed position on Bring back" in changed.get_attribute("aria-label")


def test_a_cell_opens_its_words_and_is_in_the_address(open_page: Open) -> None:
    """The panel has that actor's statements on that proposal alone; a link opens the same."""
    page = open_page(DEBATE, TEXTS, "#view=matrix")
    page.tab.locator("#stands button.stand", has_text="±").click()
    assert page.tab.locator("#evidence .card").count() == 2
    assert page.text("#evidence h2").startswith("Tobias Renn on")
    again = open_page(DEBATE, TEXTS, page.run("location.hash"))
    assert again.text("#evidence h2") == page.text("#evidence h2")
    assert again.tab.locator("#stands button[aria-pressed=true]").count() == 1
    page.tab.go_back()
    assert page.text("#evidence h2") == "At a glance"


def test_heads_of_the_matrix_choose_the_actor_or_the_proposal(open_page: Open) -> None:
    """And it stays the matrix that is seen."""
    page = open_page(DEBATE, TEXTS, "#view=matrix")
    page.tab.click("#stands th.row button >> text=Estmark")
    assert page.text("#evidence h2") == "Estmark" and page.tab.is_visible("#matrix")


def test_those_who_agree_stand_together(open_page: Open) -> None:
    """By agreement two supporters of the same are neighbours; by name and number the order is another."""
    page = open_page(DEBATE, TEXTS, "#view=matrix")
    rows = "[...document.querySelectorAll('#stands th.row')].map((h) => h.innerText.trim())"
    agreed = page.run(rows)
    assert abs(agreed.index("Mara Lindqvist") - agreed.index("Night Rail Union")) == 1
    page.tab.select_option("#order", "name")
    assert page.run(rows) == sorted(agreed, key=str.casefold)
    assert "order=name" in page.run("location.hash")
    page.tab.select_option("#order", "agreement")
    assert page.run(rows) == agreed


def test_the_keyboard_goes_through_matrix_and_timeline(open_page: Open) -> None:
    """One stop for Tab, arrows from stand to stand, Enter reads, Escape goes back."""
    for view, table in (("matrix", "#stands"), ("timeline", "#lanes")):
        page = open_page(DEBATE, TEXTS, f"#view={view}")
        assert page.tab.locator(f"{table} button.stand[tabindex='0']").count() == 1
        page.tab.focus(f"{table} button.stand[tabindex='0']")
        seen = {page.run(FOCUSED)}
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home", "ArrowDown", "ArrowRight"):
            page.tab.keyboard.press(key)
            seen.add(page.run(FOCUSED))
        assert len(seen) >= 3
        page.tab.keyboard.press("Enter")
        assert page.tab.locator("#evidence .card").count() >= 1
        page.tab.keyboard.press("Escape")
        assert page.text("#evidence h2") == "At a glance"


def test_the_timeline_has_every_dated_statement_and_joins_shifts(open_page: Open) -> None:
    """A lane an actor; one who changed position is marked in words and by a line."""
    page = open_page(DEBATE, TEXTS, "#view=timeline")
    assert page.run(MARKS) == 22
    assert page.tab.locator("#lanes .flag").count() == page.tab.locator("#lanes .lane:has(line)").count() >= 1
    assert "Tobias Renn" in page.text("#lanes .lane:has(line)")


def test_the_timeline_is_about_what_is_selected(open_page: Open) -> None:
    """Of a proposal the actors on it, of an actor its proposals."""
    page = open_page(DEBATE, TEXTS, f"#view=timeline&node={NIGHT_TRAIN}")
    assert page.run(MARKS) == page.tab.locator("#evidence .card").count()
    page = open_page(DEBATE, TEXTS, "#view=timeline&node=person/ilse-okafor")
    lanes = page.run("[...document.querySelectorAll('#lanes .name')].map((n) => n.innerText)")
    assert sorted(lanes) == ["Build a second harbour bridge", "Close the old port to cruise ships"]


def test_a_mark_opens_its_words_first(open_page: Open) -> None:
    """The statement that was chosen stands above the others of its pair."""
    page = open_page(DEBATE, TEXTS, "#view=timeline")
    page.tab.locator("#lanes .lane:has(line) button.stand").last.click()
    chosen = page.run("new URLSearchParams(location.hash.slice(1)).get('statement')")
    assert page.run("document.querySelector('#evidence .card').dataset.statement") == chosen


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_every_view_follows_the_filters(open_page: Open, view: str) -> None:
    """What is filtered away is in no view; where nothing is left it is said."""
    many = CELLS if view == "matrix" else MARKS
    page = open_page(DEBATE, TEXTS, f"#view={view}")
    before = page.run(many)
    page.tab.uncheck("#relations input[data-name=support]")
    assert 0 < page.run(many) < before
    page.tab.fill("#since", "2031-01-01")
    page.tab.dispatch_event("#since", "change")
    assert page.run(many) == 0 and page.tab.is_visible("#nothing")
    page.tab.click("#reset")
    assert page.run(many) == before


def test_undated_statements_are_counted(open_page: Open) -> None:
    """The timeline says how many it cannot show."""
    readings = hostile(["a", "b"])
    debate = debate_of(readings)
    undated = debate.with_statements(tuple(s.__class__(s.position, s.article, None) for s in debate.statements))
    page = open_page(undated, texts_of(readings), "#view=timeline")
    assert "2 statements without a date not shown" in page.text("#timeline-note")


def test_time_plays_in_every_view_and_stops(open_page: Open) -> None:
    """The range grows from the first day to the last, and ends as it was."""
    page = open_page(DEBATE, TEXTS, "#view=matrix")
    page.tab.click("#play")
    page.until("page.visible.get().statements.size < 22")
    page.tab.keyboard.press("Escape")
    assert page.text("#play") == "Play through time"
    page.tab.click("#reset")
    page.tab.click("#play")
    page.until("document.getElementById('play').textContent === 'Play through time'")
    assert page.run("page.visible.get().statements.size") == 22


def test_side_by_side_has_both_quotations_and_others_to_choose(open_page: Open) -> None:
    """Of two who disagree on a proposal; a link opens the same, and closing goes back."""
    page = open_page(DEBATE, TEXTS, f"#node={NIGHT_TRAIN}")
    page.tab.click("text=Side by side")
    cards = page.tab.locator("#evidence .sides .card")
    assert cards.count() == 2
    signs = SHOWN.replace("WHAT", "polarity")
    assert page.run(signs)[0] > 0 > page.run(signs)[1]
    address = page.run("location.hash")
    page.tab.select_option("#evidence select >> nth=0", index=1)
    assert page.run("location.hash") != address and page.run(signs)[0] > 0
    assert open_page(DEBATE, TEXTS, address).tab.locator("#evidence .sides .card").count() == 2
    page.tab.click("#evidence .close")
    assert page.tab.locator("#evidence .sides").count() == 0


def test_side_by_side_of_one_who_changed(open_page: Open) -> None:
    """What was said before stands on the left."""
    page = open_page(DEBATE, TEXTS, f"#view=matrix&node=person/tobias-renn&on={NIGHT_TRAIN}")
    page.tab.click("text=Side by side")
    days = page.run(
        "[...document.querySelectorAll('#evidence .card')].map((c) => page.data.statements[c.dataset.statement].day)"
    )
    assert days == sorted(days) and len(days) == 2


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_a_large_debate_is_shown_in_parts(open_page: Open, view: str) -> None:
    """Never thousands of cells at once; more on request."""
    readings = large(600)
    page = open_page(debate_of(readings), texts_of(readings), f"#view={view}&level=9", max_nodes=600)
    if view == "matrix":
        assert page.run("document.querySelectorAll('#stands tbody tr').length") == 40
        assert page.text("#matrix-note").startswith("The 40 most heard of")
        page.tab.click("#matrix-more")
        assert page.run("document.querySelectorAll('#stands tbody tr').length") == 80
    else:
        assert page.run("document.querySelectorAll('#lanes .lane').length") == 60
        assert "of the 60 most heard of" in page.text("#timeline-note")


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_hostile_names_are_text_in_every_view(open_page: Open, view: str) -> None:
    """Labels never become markup, and the console stays clean."""
    readings = hostile(PAYLOADS)
    page = open_page(debate_of(readings), texts_of(readings), f"#view={view}", size=PHONE)
    assert page.run(f"document.querySelectorAll('#{view} script, #{view} img, #{view} a, #{view} iframe').length") == 0


@pytest.mark.parametrize("beside", ["0-999999", "a-b", "-1-2", "<b>", "1e3-1"])
def test_an_address_that_makes_no_sense_shows_the_page(open_page: Open, beside: str) -> None:
    """Whatever stands in the hash."""
    page = open_page(DEBATE, TEXTS, f"#view=matrix&beside={beside}&on=nothing&node=nobody&order=odd")
    assert page.text("#evidence h2") == "At a glance"


def test_what_was_chosen_is_undone_and_done_again(open_page: Open) -> None:
    """By button and by key; there is nothing to undo on a page that was just opened, and it is never left by it."""
    page = open_page(DEBATE, TEXTS)
    assert page.tab.is_disabled("#undo") and page.tab.is_disabled("#redo")
    page.tab.uncheck("#relations input[data-name=oppose]")
    page.tab.click("#view-matrix")
    page.tab.click("#undo")
    page.until("page.state.get().view === 'network'")
    page.tab.focus("#canvas")
    page.tab.keyboard.press("Control+z")
    page.until("page.state.get().hiddenRelations.length === 0")
    assert page.tab.is_disabled("#undo")
    page.tab.keyboard.press("Control+Shift+z")
    page.until("page.state.get().hiddenRelations.length === 1")
    page.tab.click("#redo")
    page.until("page.state.get().view === 'matrix'")
    assert page.tab.is_disabled("#redo")


def test_untangling_moves_the_nodes_and_rests(open_page: Open) -> None:
    """Afterwards they stay where they are, and nothing moves any more."""
    page = open_page(DEBATE, TEXTS)
    places = "JSON.stringify(page.canvas.network().getPositions())"
    before = page.run(places)
    page.tab.click("#untangle")
    page.until("document.getElementById('said').textContent === 'Untangled'")
    after = page.run(places)
    assert after != before
    page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.run(places) == after


@pytest.mark.parametrize("size", [{"width": 1920, "height": 1080}, LAPTOP, PHONE], ids=["wide", "laptop", "phone"])
def test_no_column_of_the_table_is_cut_off(open_page: Open, size: dict[str, int]) -> None:
    """Every cell lies where it is seen without going sideways, and none lies on another; it is a table all the same."""
    page = open_page(DEBATE, TEXTS, "#view=table", size=size)
    sideways = page.tab.locator("#table .scroll").evaluate("(area) => area.scrollWidth - area.clientWidth")
    assert sideways <= 0
    boxes = page.run("""[...document.querySelectorAll("#table tbody tr:first-child > *")].map((cell) =>
        ({ ...cell.getBoundingClientRect().toJSON(), over: cell.scrollWidth - cell.clientWidth }))""")
    assert len(boxes) == 8 and max(box["over"] for box in boxes) <= 0
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            beside = a["right"] <= b["left"] + 1 or b["right"] <= a["left"] + 1
            assert beside or a["bottom"] <= b["top"] + 1 or b["bottom"] <= a["top"] + 1
    assert page.tab.get_by_role("row").count() == 23 and page.tab.get_by_role("columnheader").count() == 8


def test_words_are_told_as_they_stand_in_the_text(open_page: Open) -> None:
    """Source and cue may lie in a quotation without breaking it; "…" says only that something is left out."""
    report = DEBATE.claims[DEBATE.statements[0].position.claims[0]].claim
    text = TEXTS[DEBATE.statements[0].article]
    (source,), (words,) = report.source, report.content
    middle = words.start + text[words.start : words.end].index(" ")
    for ends, told in (
        ([(source.start, words.end)], text[source.start : words.end]),
        ([(source.start, middle), (middle + 1, words.end)], text[source.start : words.end]),
        ([(source.start, source.end), (middle + 1, words.end)], f"{source.text} … {text[middle + 1 : words.end]}"),
    ):
        evidence = tuple(replace(words, start=a, end=b, text=text[a:b]) for a, b in ends)
        position = replace(DEBATE.statements[0].position, evidence=evidence)
        debate = replace(DEBATE, statements=(replace(DEBATE.statements[0], position=position),))
        page = open_page(debate, TEXTS, "#view=table")
        assert page.text("td.words") == told


def test_heads_of_columns_stand_over_their_column(open_page: Open) -> None:
    """Each in its own width, its shape over the middle of the stands."""
    page = open_page(DEBATE, TEXTS, "#view=matrix")
    heads = page.run("""[...document.querySelectorAll("#stands th.col")].map((head, number) => {
        const box = (element) => element.getBoundingClientRect();
        const stand = [...document.querySelectorAll("#stands tbody tr")].map((row) => row.cells[number + 1]
            .querySelector("button")).find(Boolean);
        const middle = ({ left, right }) => (left + right) / 2;
        const [name, shape] = [head.querySelector("bdi"), head.querySelector(".shape")];
        const aside = middle(box(shape)) - middle(box(stand));
        return [aside, box(name).left - box(head).left, box(head).right - box(name).right]; })""")
    assert len(heads) == 6
    for aside, left, right in heads:
        assert abs(aside) < 4 and left >= 0 and right >= 0


LONG = "Let every harbour town of the two countries decide for itself on cruise ships, at least until a common rule is"
WORDS = (
    "(id) => [...document.querySelectorAll(`#stands th.${id} button`)].map((b) => [b.innerText.trim(), b.ariaLabel])"
)


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_names_in_the_matrix_are_whole_or_end_at_a_word(open_page: Open, size: dict[str, int]) -> None:
    """What has no room is said to whoever hears it or points at it; no letter is hidden behind an edge."""
    proposals = {
        iri: replace(p, label=LONG if iri.endswith("bridge") else p.label) for iri, p in DEBATE.proposals.items()
    }
    page = open_page(replace(DEBATE, proposals=proposals), TEXTS, "#view=matrix", size=size)
    whole = dict.fromkeys(page.run("page.data.nodes.map((n) => n.label)"), False)
    for scope in ("col", "row"):
        for shown, said in page.tab.evaluate(WORDS, scope):
            if said is None:
                whole[shown] = True
                continue
            assert shown.endswith(" …") and said.startswith(shown.removesuffix(" …") + " ")
    assert whole[PROPOSALS[0]] and whole["residents of the old port"] and (size == LAPTOP) == whole[LONG]
    over = page.run("""[...document.querySelectorAll("#stands th bdi")].map((name) =>
        [name.scrollWidth - name.clientWidth, name.scrollHeight - name.clientHeight])""")
    assert max(max(pair) for pair in over) <= 1


def test_a_phone_shows_many_rows_of_the_matrix_with_their_names(open_page: Open) -> None:
    """At least sixteen below the heads without scrolling, and the names stay when one goes sideways."""
    page = open_page(debate_of(large(60)), texts_of(large(60)), "#view=matrix", size=PHONE)
    rows = """(() => { const box = (at) => document.querySelector(at).getBoundingClientRect();
        const [top, bottom] = [box("#stands thead tr").bottom, box("#matrix .scroll").bottom];
        return [...document.querySelectorAll("#stands tbody tr")].map((row) => row.getBoundingClientRect())
            .filter((row) => row.top >= top - 1 && row.bottom <= bottom + 1).length; })()"""
    assert page.run(rows) >= 16
    left = "document.querySelector('#stands th.row').getBoundingClientRect().left"
    page.run("document.querySelector('#matrix .scroll').scrollLeft = 200")
    assert page.run("document.querySelector('#matrix .scroll').scrollLeft") == 200 and page.run(left) == 0
    assert page.run("document.documentElement.scrollWidth") <= PHONE["width"]

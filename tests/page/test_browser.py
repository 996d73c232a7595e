"""What a reader does with the page, in a real browser: read, filter, find, link, go by keyboard."""

import csv
import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.page.policy_network import SCRIPTS, PolicyNetwork
from graph.resources import resource
from tests.networks.made_up import debate_of, hostile, large, small, texts_of
from tests.page.conftest import PHONE
from tests.page.payloads import PAYLOADS

READINGS = small()
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
NIGHT_TRAIN = "proposal/bring-back-the-night-train-between-norvia-and-estmark"
Open = Callable[..., Any]
SEEN = "[...page.visible.get().nodes].map((id) => page.data.node.get(id).label).sort()"


def test_a_line_leads_to_the_words_that_prove_it(open_page: Open) -> None:
    """The panel has the marked quotation in its context, the speaker, the article, the date, stance and confidence."""
    page = open_page(DEBATE, TEXTS, f"#edge=person/mara-lindqvist support {NIGHT_TRAIN}")
    assert page.text("#evidence mark") == "“the sleeper must be back before the summer”"
    words = page.text("#evidence")
    for part in (
        "Mara Lindqvist", "supports", "transport minister", "told parliament that", "The matter has been before",
        "Sleeper to Estmark could return by spring", "The Norvia Gazette", "3 February 2025", "confidence 0.88",
    ):  # fmt: skip
        assert part in words


def test_a_proposal_shows_who_stands_where_and_an_actor_whether_they_changed(open_page: Open) -> None:
    """Statements on a proposal are grouped by stance; an actor with both signs on one is marked."""
    page = open_page(DEBATE, TEXTS, f"#node={NIGHT_TRAIN}")
    assert page.run("[...document.querySelectorAll('#evidence h3')].map((h) => h.dataset.relation)") == [
        "support", "conditional", "doubt",
    ]  # fmt: skip
    page.tab.click("#evidence .card .name >> text=Tobias Renn >> nth=0")
    assert page.text("#evidence h2") == "Tobias Renn"
    assert "changed position" in page.text("#evidence")


def test_legend_filters_by_stance_and_by_type_and_the_panel_follows(open_page: Open) -> None:
    """What is filtered away is gone from network, counts, table and evidence; one press brings it back."""
    page = open_page(DEBATE, TEXTS, f"#node={NIGHT_TRAIN}")
    assert page.text("#count") == "13 actors · 6 proposals · 22 lines · 22 statements · from 3 articles"
    page.tab.uncheck("#relations input[data-name=support]")
    assert "Mara Lindqvist" not in page.text("#evidence") and "Estmark" in page.text("#evidence")
    assert page.text("#relations [data-count=support]") == "0"
    page.tab.uncheck("#kinds input[data-name=Country]")
    assert "Norvia" not in page.run(SEEN)
    assert page.run("location.hash").count("no=support") == 1
    page.tab.click("#reset")
    assert page.text("#count").startswith("13 actors")


def test_narrowing_by_publisher_date_and_confidence(open_page: Open) -> None:
    """Each narrows the same view, and all of it is in the address."""
    page = open_page(DEBATE, TEXTS)
    page.tab.select_option("#publisher", "Quayside")
    assert "7 statements" in page.text("#count")
    page.tab.select_option("#publisher", "")
    page.tab.fill("#since", "2025-09-01")
    page.tab.dispatch_event("#since", "change")
    assert "9 statements" in page.text("#count")
    page.run("document.getElementById('confidence').value = 0.8")
    page.tab.dispatch_event("#confidence", "input")
    page.until("location.hash.includes('confidence=0.8')")
    assert page.run("[...page.visible.get().statements].every((n) => page.data.statements[n].confidence >= 0.8)")
    assert "since=2025-09-01" in page.run("location.hash")


def test_a_link_opens_the_same_view_and_back_goes_back(open_page: Open) -> None:
    """Selection, filters and view are in the hash; the browser's buttons walk through them."""
    page = open_page(DEBATE, TEXTS)
    page.tab.uncheck("#relations input[data-name=oppose]")
    page.tab.fill("#query", "okafor")
    page.tab.press("#query", "Enter")
    seen = page.run(SEEN)
    address = page.run("location.hash")
    again = open_page(DEBATE, TEXTS, address)
    assert again.run(SEEN) == seen and again.text("#evidence h2") == "Ilse Okafor"
    page.tab.go_back()
    assert page.text("#evidence h2") == "At a glance"
    page.tab.go_forward()
    assert page.text("#evidence h2") == "Ilse Okafor"


def test_search_finds_names_aliases_and_words(open_page: Open) -> None:
    """As one types, without regard to case; Enter and arrows choose."""
    page = open_page(DEBATE, TEXTS)
    page.tab.fill("#query", "HARALDSEN (al")
    assert page.tab.locator("#hits [role=option]").count() == 1
    page.tab.fill("#query", "gift to nobody")
    page.tab.press("#query", "ArrowDown")
    page.tab.press("#query", "Enter")
    assert page.text("#evidence mark") == "“a gift to nobody”"
    page.tab.fill("#query", "no such thing")
    assert page.text("#hits") == "Nothing found"


def test_only_the_neighbours_one_step_further_and_the_whole_again(open_page: Open) -> None:
    """The ego view grows by steps and is left by a button."""
    page = open_page(DEBATE, TEXTS, "#node=person/ilse-okafor")
    page.tab.click("text=Only this and its neighbours")
    assert page.run(SEEN) == ["Build a second harbour bridge", "Close the old port to cruise ships", "Ilse Okafor"]
    page.tab.click("text=One step further")
    assert "ferry owners" in page.run(SEEN)
    page.tab.click("#more")
    assert len(page.run(SEEN)) == 19


def test_the_keyboard_goes_from_node_to_node_and_to_the_words(open_page: Open) -> None:
    """Arrows move to neighbours, Enter reads, Escape goes back."""
    page = open_page(DEBATE, TEXTS)
    page.tab.focus("#canvas")
    page.tab.press("#canvas", "ArrowRight")
    first = page.text("#evidence h2")
    page.tab.press("#canvas", "ArrowDown")
    page.tab.press("#canvas", "ArrowUp")
    assert first != "At a glance"
    page.tab.press("#canvas", "Enter")
    assert page.run("document.activeElement.id") == "evidence"
    page.tab.keyboard.press("Escape")
    assert page.run("document.activeElement.id") == "canvas"
    page.tab.keyboard.press("/")
    assert page.run("document.activeElement.id") == "query"


def test_the_table_says_the_same_and_can_be_sorted_and_saved(open_page: Open) -> None:
    """One row a visible statement; the CSV holds them all."""
    page = open_page(DEBATE, TEXTS, "#view=table")
    assert page.tab.locator("tbody tr").count() == 22
    page.tab.click("thead >> text=Date")
    dates = page.run("[...document.querySelectorAll('td.day')].map((cell) => cell.textContent)")
    assert dates == sorted(dates) and page.run("document.querySelector('th.day').ariaSort") == "ascending"
    rows = list(csv.DictReader(io.StringIO(page.run("page.table.csv()"), newline="")))
    assert len(rows) == 22 and {row["Stance"] for row in rows} >= {"supports", "opposes"}
    page.tab.click("#view-network")
    page.until("page.canvas.network().getScale() > 0.3")


def test_clicks_on_nodes_and_lines_of_the_canvas_open_their_words(open_page: Open) -> None:
    """The picture itself is the way in, not only the lists beside it."""
    page = open_page(DEBATE, TEXTS)
    where = """(id) => { const at = page.canvas.network().canvasToDOM(page.canvas.place(id));
        const host = page.canvas.host.getBoundingClientRect(); return [at.x + host.left, at.y + host.top]; }"""
    x, y = page.tab.evaluate(where, NIGHT_TRAIN)
    page.tab.mouse.click(x, y)
    page.until("document.querySelector('#evidence h2').textContent.startsWith('Bring back')")
    norvia, flights = (
        page.tab.evaluate(where, i) for i in ("country/Norvia", "proposal/ban-flights-of-less-than-400-kilometres")
    )
    page.tab.mouse.click((norvia[0] * 2 + flights[0]) / 3, (norvia[1] * 2 + flights[1]) / 3)
    page.until("location.hash.includes('edge=')")
    assert "questioned" in page.text("#evidence")


def test_copying_and_saving_stay_on_the_machine(open_page: Open) -> None:
    """Citation and link go to the clipboard, the picture to a file; nothing is asked of anybody."""
    page = open_page(DEBATE, TEXTS, "#node=country/Norvia")
    page.tab.click("text=Copy as citation")
    copied = page.run("navigator.clipboard.readText()")
    assert copied == (
        "“whether the law would hold in court” (Norvia, doubts “Ban flights of less than 400 kilometres”; "
        "in: Estmark moves first on short flights, Baltic Review, 2025-09-09)"
    )
    with page.tab.expect_download() as download:
        page.tab.click("#save-image")
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_two_who_disagree_are_read_side_by_side(open_page: Open) -> None:
    """In the network of actors a line of conflict has one column for each."""
    page = open_page(
        DEBATE, TEXTS, "#edge=org/harbour-chamber conflict group/residents-of-the-old-port", network="actors"
    )
    if page.text("#evidence h2") == "At a glance":
        page.tab.goto(page.tab.url.split("#")[0] + "#edge=group/residents-of-the-old-port conflict org/harbour-chamber")
    marks = page.run(
        "[...document.querySelectorAll('.sides > div')].map((side) => side.querySelector('mark').textContent)"
    )
    assert sorted(words[:9] for words in marks) == ["that the ", "“you cann"]


def test_hostile_text_stays_text_and_nothing_runs(open_page: Open) -> None:
    """Every node and every statement is opened; no attack has run, no element has been made of it."""
    readings = hostile(PAYLOADS)
    page = open_page(debate_of(readings), texts_of(readings), network="everything", heading=PAYLOADS[1])
    kinds = page.run("""(() => {
        const tags = new Set();
        for (const node of page.data.nodes) {
            page.state.set({ node: node.id, edge: null }, { quiet: true });
            document.querySelectorAll("#evidence *").forEach((element) => tags.add(element.localName));
        }
        page.state.set({ view: "table" });
        document.querySelectorAll("#table *").forEach((element) => tags.add(element.localName));
        return [...tags];
    })()""")
    assert not {"img", "script", "a", "iframe", "form", "math", "style"} & set(kinds)
    assert page.run("window.hit") is None
    assert page.run("getComputedStyle(document.body).display") != "none"
    for payload in ("__proto__", "<svg", "賴清德"):
        page.tab.fill("#query", payload)
        assert page.tab.locator("#hits [role=option]").count() >= 1


def test_the_policy_is_in_force(open_page: Open) -> None:
    """A script, a style or a request that is not the page's own is refused, were one ever to get in."""
    page = open_page(DEBATE, TEXTS)
    refused = page.run("""(async () => {
        const seen = [];
        document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.hit = 1";
        const image = new Image();
        image.src = "http://attack.invalid/x.png";
        document.body.append(script, image);
        await fetch("http://attack.invalid/").catch(() => 0);
        await new Promise((done) => setTimeout(done, 100));
        return [...new Set(seen)].sort();
    })()""")
    assert refused == ["connect-src", "img-src", "script-src-elem"]
    assert page.run("window.hit") is None
    assert page.asked[1:] == ["http://attack.invalid/x.png"]  # refused by the policy before it left, as said above
    page.said.clear()
    page.asked.clear()


def test_the_sides_of_a_proposal_are_told_at_a_glance(open_page: Open) -> None:
    """Each name leads to what it says of the proposal."""
    page = open_page(DEBATE, TEXTS, f"#node={NIGHT_TRAIN}")
    sides = page.tab.locator("#evidence .side").all_inner_texts()
    assert len(sides) >= 2 and any("supports" in side and "Night Rail Union" in side for side in sides)
    page.tab.locator("#evidence .side .name", has_text="Tobias Renn").first.click()
    assert page.run("page.state.get().on") == NIGHT_TRAIN and "Tobias Renn on Bring back" in page.text("#evidence h2")


def test_who_changed_is_an_answer_and_so_is_nobody(open_page: Open) -> None:
    """The overview leads to both statements; where nobody did it says so."""
    page = open_page(DEBATE, TEXTS)
    page.tab.click("#evidence .name:text('read both')")
    assert "changed position" in page.text("#evidence")
    quiet = open_page(DEBATE, TEXTS, "#no=oppose,doubt")
    assert "Nobody, in what is shown." in quiet.text("#evidence")


def test_each_statement_has_a_link_of_its_own(open_page: Open) -> None:
    """It opens that statement first, with the filters as they were, and tells the same kind of speech once."""
    page = open_page(DEBATE, TEXTS, f"#node={NIGHT_TRAIN}&confidence=0.1")
    card = page.tab.locator("#evidence .card").last
    number = card.get_attribute("data-statement")
    card.locator("button", has_text="Copy its link").click()
    link = page.run("navigator.clipboard.readText()")
    assert link.startswith("file:") and "confidence=0.1" in link and f"statement={number}" in link
    page.tab.goto("about:blank")
    page.tab.goto(link)
    page.tab.wait_for_selector("html[data-ready=yes]", state="attached")
    assert page.tab.locator("#evidence .card").first.get_attribute("data-statement") == number
    assert page.run("page.state.get().confidence") == 0.1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_has_everything_in_its_width_in_both_themes(open_page: Open, scheme: str) -> None:
    """Nothing is wider than the screen, the panel lies below the network, the theme follows the system."""
    page = open_page(DEBATE, TEXTS, f"#node={NIGHT_TRAIN}", size=PHONE, scheme=scheme)
    assert page.run("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.run("document.querySelector('#evidence').getBoundingClientRect().top") > 500
    bright = (
        sum(int(n) for n in page.run("getComputedStyle(document.body).backgroundColor").strip("rgb()").split(",")) > 380
    )
    assert bright == (scheme == "light")
    page.tab.click("#theme")
    assert page.run("page.theme.dark()") == bright


def test_on_a_phone_what_is_tapped_brings_its_words_up(open_page: Open) -> None:
    """From the network and from the words themselves; who goes by keys stays where the focus is."""
    page = open_page(DEBATE, TEXTS, size=PHONE)
    top = "document.getElementById('evidence').getBoundingClientRect().top / innerHeight"
    assert page.run(top) > 0.8
    x, y = page.run("""(() => { const at = page.canvas.network().canvasToDOM(page.canvas.place("country/Norvia"));
        const host = page.canvas.host.getBoundingClientRect(); return [at.x + host.left, at.y + host.top]; })()""")
    page.tab.mouse.click(x, y)
    page.until(f"page.state.get().node !== null && Math.abs({top} - 0.6) < 0.02")
    page.run("scrollTo(0, document.body.scrollHeight)")
    page.tab.locator("#evidence .name").last.click()
    page.until(f"page.state.get().node !== 'country/Norvia' && Math.abs({top} - 0.6) < 0.02")
    page.run("scrollTo(0, 0)")
    page.tab.focus("#canvas")
    page.tab.keyboard.press("ArrowRight")
    page.tab.wait_for_timeout(400)
    assert page.run("scrollY") == 0


def test_on_a_phone_what_was_tapped_stays_in_sight(open_page: Open) -> None:
    """The highest node too: the network comes down as far as the page goes up."""
    page = open_page(DEBATE, TEXTS, size=PHONE)
    at = """(id) => { const at = page.canvas.network().canvasToDOM(page.canvas.place(id));
        const host = page.canvas.host.getBoundingClientRect(); return [at.x + host.left, at.y + host.top]; }"""
    highest = page.run(
        "[...page.visible.get().drawn.keys()].sort((a, b) => page.canvas.place(a).y - page.canvas.place(b).y)[0]"
    )
    page.tab.mouse.click(*page.tab.evaluate(at, highest))
    page.until(f"page.state.get().node === {highest!r} && scrollY > 200")
    page.tab.wait_for_timeout(600)
    x, y = page.tab.evaluate(at, highest)
    assert 20 < x < PHONE["width"] - 20 and 20 < y < 0.6 * PHONE["height"]


@pytest.mark.parametrize("width", [320, 360, 375, 390])
def test_on_a_phone_the_views_are_one_row(open_page: Open, width: int) -> None:
    """However narrow it is, and however wide the letters of the tests are."""
    page = open_page(DEBATE, TEXTS, size={"width": width, "height": 800})
    assert page.run("document.querySelector('.views').offsetHeight") < 40
    assert page.run("document.documentElement.scrollWidth") <= width


def test_of_very_many_lines_the_best_of_each_node_stand_out(open_page: Open) -> None:
    """The others stand back, but not what is chosen; with fewer lines all are seen alike."""
    readings = large(300)
    page = open_page(debate_of(readings), texts_of(readings))
    seen = """(() => page.canvas.onScreen().lines.map(({ opacity }) => opacity)
        .reduce((found, opacity) => ({ ...found, [opacity]: (found[opacity] || 0) + 1 }), {}))()"""
    found = page.run(seen)
    assert set(found) == {"0.5", "0.12"} and found["0.12"] > 200
    assert found["0.5"] <= 2 * page.run("page.visible.get().drawn.size")
    assert "two best evidenced of each name stand out" in page.text("#evidence")
    page.run("page.state.set({ hiddenRelations: ['oppose'] })")
    assert page.run("""page.canvas.onScreen().lines.every(({ opacity }, n) => (opacity === 0.5)
        === page.foremost.of(page.visible.get().lines).has([...page.visible.get().lines.keys()][n]))""")
    page.run("page.state.set({ hiddenRelations: [], node: page.data.nodes[0].id })")
    assert page.run(seen)["0.85"] == page.run("page.visible.neighbours(page.data.nodes[0].id).length")
    page.run("page.state.set({ node: null, minimum: 2 })")
    assert set(page.run(seen)) == {"0.85"} and "stand out" not in page.text("#evidence")


def test_a_large_network_opens_on_its_best_evidenced_part(open_page: Open) -> None:
    """300 of so many are shown, with the way to more; positions are those that Python computed."""
    readings = large(450)
    page = open_page(debate_of(readings), texts_of(readings))
    assert page.text("#notice-text").startswith("The 300 best evidenced of 4")
    assert page.run("page.visible.get().nodes.size") <= 300
    page.tab.click("#more")
    assert page.run("page.visible.get().nodes.size") > 300
    at = page.run("page.canvas.network().getPositions([page.data.nodes[0].id])[page.data.nodes[0].id]")
    assert at == pytest.approx(page.run("page.visible.place(page.data.nodes[0].id)"), abs=1)


def test_a_network_made_by_hand_is_drawn(open_page: Open) -> None:
    """pyvis' own way to make a network, with numbers as ids, gives a page that works."""

    def write() -> str:
        page = PolicyNetwork("By hand")
        page.add_nodes([1, 2], label=["One", "Two"], title=["the first", "the second"])
        page.add_edge(1, 2)
        return page.generate_html()

    page = open_page(DEBATE, TEXTS, "#node=1", write=write)
    assert "One" in page.text("#evidence") and "the first" in page.text("#evidence")


@pytest.mark.parametrize("name", SCRIPTS)
def test_our_scripts_are_scripts(name: str) -> None:
    """Each file is read by a JavaScript engine of its own: the one that Playwright brings."""
    import playwright

    node = next((Path(playwright.__file__).parent / "driver").glob("node*"))
    found = subprocess.run(
        [str(node), "--check", str(resource("page", "assets", f"{name}.js"))], capture_output=True, text=True
    )
    assert found.returncode == 0, found.stderr

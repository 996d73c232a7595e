"""The views as drawings of lines and letters: kept as SVG and PNG, and printed with their table."""

import base64
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.networks.made_up import debate_of, hostile, small, texts_of
from tests.page.payloads import PAYLOADS

READINGS = small()
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
Open = Callable[..., Any]
COLOURS = """async (address) => { const image = new Image(); image.src = address; await image.decode();
    const copy = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = copy.getContext("2d"); context.drawImage(image, 0, 0);
    const dots = context.getImageData(0, 0, image.width, image.height).data; const seen = new Set();
    for (let n = 0; n < dots.length; n += 4) seen.add(`${dots[n]} ${dots[n + 1]} ${dots[n + 2]}`);
    return [image.width, image.height, [...dots.slice(0, 4)], [...seen].slice(0, 50)]; }"""


def saved(page: Any) -> ET.Element:
    """The root of the file that the SVG button lets the reader keep."""
    with page.tab.expect_download() as download:
        page.tab.click("#save-svg")
    return ET.fromstring(download.value.path().read_bytes())


def kinds(root: ET.Element) -> Counter[str]:
    """How many elements of each name there are."""
    return Counter(element.tag.rpartition("}")[2] for element in root.iter())


def drawn(root: ET.Element) -> list[ET.Element]:
    """The nodes and lines of a drawing of the network."""
    return [element for element in root.iter() if element.get("opacity") and element.tag.endswith("}g")]


def texts(root: ET.Element) -> list[str]:
    """The words of a drawing, in the order in which they stand in it."""
    return [element.text or "" for element in root.iter() if element.tag.endswith("}text")]


def stands(root: ET.Element) -> list[str]:
    """What the stands of a matrix or a timeline say of themselves."""
    found = [element for element in root.iter() if element.tag.endswith("}g") and len(element) == 4]
    return [element[0].text or "" for element in found if element[0].tag.endswith("}title")]


def test_the_svg_has_every_node_and_line_of_the_view_and_a_legend(open_page: Open) -> None:
    """What is filtered away is not in it; names, the count and each sort of line and node are said in words."""
    page = open_page(DEBATE, TEXTS)
    whole = saved(page)
    nodes, lines = page.run("[page.visible.get().nodes.size, page.visible.get().edges.size]")
    assert len(drawn(whole)) == nodes + lines
    assert {"supports", "opposes", "People", "Proposals", "Norvia"} <= set(texts(whole))
    assert whole[0].text == "Who stands where" and (whole[1].text or "").startswith("13 actors")
    page.tab.uncheck("#relations input[data-name=oppose]")
    assert len(drawn(saved(page))) < len(drawn(whole))


def test_lines_end_at_their_nodes(open_page: Open) -> None:
    """A line of the drawing runs between the centres of the two nodes that it joins on the screen."""
    page = open_page(DEBATE, TEXTS)
    for line in page.run("page.canvas.onScreen().lines"):
        middle = [(line["from"][axis] + line["to"][axis]) / 2 for axis in "xy"]
        length = sum((line["from"][axis] - line["to"][axis]) ** 2 for axis in "xy") ** 0.5
        off = sum((middle[n] - line["middle"][axis]) ** 2 for n, axis in enumerate("xy")) ** 0.5
        assert off <= 0.5 * length + 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_names_are_text_in_the_svg(open_page: Open, scheme: str) -> None:
    """Whatever a label holds, the file can be read, has no script or link, and keeps the label as letters."""
    readings = hostile(PAYLOADS)
    page = open_page(debate_of(readings), texts_of(readings), scheme=scheme)
    assert set(kinds(saved(page))) <= {"svg", "title", "desc", "rect", "g", "path", "circle", "polygon", "text"}


def test_print_has_the_figure_and_the_whole_table_dark_on_light(open_page: Open) -> None:
    """For the time of printing; afterwards the page is as it was."""
    page = open_page(DEBATE, TEXTS, scheme="dark")
    page.run("dispatchEvent(new Event('beforeprint'))")
    page.tab.emulate_media(media="print")
    assert page.run("document.documentElement.dataset.theme") == "light"
    assert page.tab.is_visible("#printed svg") and page.tab.is_hidden("#canvas")
    assert page.tab.locator("#table tbody tr").count() == 22
    page.tab.emulate_media(media="screen")
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run("document.documentElement.dataset.theme") == "auto"
    assert page.tab.locator("#printed svg").count() == 0 and page.tab.is_visible("#canvas")
    assert page.tab.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_matrix_and_timeline_are_drawn_as_they_are_seen(open_page: Open, view: str) -> None:
    """Every stand with its sign and its words, every name in its order, a legend of what is there and no more."""
    page = open_page(DEBATE, TEXTS, f"#view={view}")
    root = saved(page)
    seen = page.run(f"[...document.querySelectorAll('#{view} button.stand')].map((b) => b.ariaLabel)")
    assert Counter(stands(root)) == Counter(seen) and len(seen) > 10
    names = page.run(
        f"[...document.querySelectorAll('#{view} :is(th.row, .who) .name')].map((b) => b.innerText.trim())"
    )
    written = [word for word in texts(root) if word in names]
    assert written[-len(names) :] == names
    assert root[0].text == "Who stands where" and (root[1].text or "").startswith("13 actors")
    assert {"supports", "opposes"} <= set(texts(root))
    page.tab.uncheck("#relations input[data-name=oppose]")
    assert len(stands(saved(page))) < len(seen) and "opposes" not in texts(saved(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["network", "matrix", "timeline"])
def test_a_png_of_each_view(open_page: Open, view: str, scheme: str) -> None:
    """It has the name of the view, is large enough to print, and has the paper of the theme and more."""
    page = open_page(DEBATE, TEXTS, f"#view={view}", scheme=scheme)
    with page.tab.expect_download() as download:
        page.tab.click("#save-image")
    assert download.value.suggested_filename == f"{view}.png"
    data = base64.b64encode(download.value.path().read_bytes()).decode()
    width, height, corner, colours = page.tab.evaluate(COLOURS, f"data:image/png;base64,{data}")
    assert width > 400 and height > 400 and len(colours) > 20
    assert (sum(corner[:3]) > 380) == (scheme == "light") and corner[3] == 255


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_hostile_names_are_text_in_every_drawing(open_page: Open, view: str) -> None:
    """The file can be read, holds no script and no link; its picture is made too."""
    readings = hostile([*PAYLOADS, "a\ufffeb\uffff"])
    page = open_page(debate_of(readings), texts_of(readings), f"#view={view}")
    assert set(kinds(saved(page))) <= {"svg", "title", "desc", "rect", "g", "path", "circle", "polygon", "text"}
    with page.tab.expect_download() as download:
        page.tab.click("#save-image")
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("view", ["matrix", "timeline"])
def test_print_has_the_figure_of_the_view_that_is_seen(open_page: Open, view: str) -> None:
    """And the table of its statements below."""
    page = open_page(DEBATE, TEXTS, f"#view={view}")
    page.run("dispatchEvent(new Event('beforeprint'))")
    page.tab.emulate_media(media="print")
    assert page.tab.is_visible("#printed svg") and page.tab.is_hidden(f"#{view}")
    assert page.run("page.dom.byId('printed').querySelectorAll('g title').length") > 10
    assert page.tab.locator("#table tbody tr").count() == 22


def test_a_table_is_no_picture(open_page: Open) -> None:
    """It is saved as CSV; its pictures cannot be asked for."""
    page = open_page(DEBATE, TEXTS, "#view=table")
    assert page.tab.is_disabled("#save-svg") and page.tab.is_disabled("#save-image")
    page.tab.click("#view-network")
    assert page.tab.is_enabled("#save-svg")

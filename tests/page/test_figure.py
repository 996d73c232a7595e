"""The network as a drawing of lines and letters: kept as SVG, and printed with its table."""

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


def saved(page: Any) -> ET.Element:
    """The root of the file that the SVG button lets the reader keep."""
    with page.tab.expect_download() as download:
        page.tab.click("#save-svg")
    return ET.fromstring(download.value.path().read_bytes())


def kinds(root: ET.Element) -> Counter[str]:
    """How many elements of each name there are."""
    return Counter(element.tag.rpartition("}")[2] for element in root.iter())


def test_the_svg_has_every_node_and_line_of_the_view_and_a_legend(open_page: Open) -> None:
    """What is filtered away is not in it; names, the count and each sort of line and node are said in words."""
    page = open_page(DEBATE, TEXTS)
    whole = saved(page)
    nodes, lines = page.run("[page.visible.get().nodes.size, page.visible.get().edges.size]")
    assert kinds(whole)["g"] == nodes + lines
    texts = [element.text for element in whole.iter() if element.tag.endswith("}text")]
    assert {"supports", "opposes", "People", "Proposals", "Norvia"} <= set(texts)
    assert whole[0].text == "Who stands where" and (whole[1].text or "").startswith("13 actors")
    page.tab.uncheck("#relations input[data-name=oppose]")
    assert kinds(saved(page))["g"] < kinds(whole)["g"]


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


def test_pictures_are_of_the_network_alone(open_page: Open) -> None:
    """Where the network is not shown, its pictures cannot be asked for."""
    page = open_page(DEBATE, TEXTS, "#view=table")
    assert page.tab.is_disabled("#save-svg") and page.tab.is_disabled("#save-image")
    page.tab.click("#view-network")
    assert page.tab.is_enabled("#save-svg")

"""Text from articles is text everywhere in the file, and the file asks nobody for anything."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.page.policy_network import SCRIPTS, VIS, PolicyNetwork, app, asset
from graph.page.write import page_of
from tests.networks.made_up import debate_of, hostile, small, texts_of
from tests.page.payloads import PAYLOADS

LOADING = {"src", "href", "action", "formaction", "data", "poster", "srcset", "background", "ping", "xlink:href"}
WAYS_IN = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", 'setTimeout("')
WAYS_OUT = ("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "importScripts", "EventSource", "import(")


class Tags(HTMLParser):
    """Every start tag with its attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.lasttag in self.inside and self.cdata_elem == self.lasttag:
            self.inside[self.lasttag][-1] += data


@pytest.fixture(scope="module")
def plain() -> Tags:
    """The page of the small debate."""
    return Tags(page_of(debate_of(small()), texts_of(small())).generate_html())


@pytest.fixture(scope="module")
def attacked() -> str:
    """The page of a debate in which every name, title and quotation is an attack."""
    readings = hostile(PAYLOADS)
    return page_of(debate_of(readings), texts_of(readings), heading=PAYLOADS[0], network="everything").generate_html()


def test_hostile_text_adds_no_tag_and_no_attribute(plain: Tags, attacked: str) -> None:
    """The elements of an attacked page are those of any other page."""
    found = Tags(attacked)
    assert [(tag, sorted(attributes)) for tag, attributes in found.tags] == [
        (tag, sorted(attributes)) for tag, attributes in plain.tags
    ]


def test_the_data_come_through_to_the_letter(attacked: str) -> None:
    """What the data script holds parses as JSON and has the quotations as they stand in the article."""
    contents = json.loads(Tags(attacked).inside["script"][0])
    quoted = {
        text
        for s in contents["statements"]
        for p in s["passages"]
        for text, marks in p["segments"]
        if "quotation" in marks
    }
    short = [text for text in PAYLOADS if len(text) < 3000]
    assert all(any(text in quote or quote in text for quote in quoted) for text in short)


def test_no_character_of_the_data_can_end_its_script(attacked: str) -> None:
    """Between the tags of the data there is no <, no > and no line separator of JavaScript."""
    data = attacked.split('id="contents">', 1)[1].split("</script>", 1)[0]
    assert not re.search("[<>&\u2028\u2029]", data)


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_page(plain: Tags) -> None:
    """Each hash is that of an inline script or style, and nothing else is allowed."""
    policy = next(a["content"] for tag, a in plain.tags if a.get("http-equiv") == "Content-Security-Policy") or ""
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    sources = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in plain.inside["script"][1:] + plain.inside["style"]
    }
    assert set(rules["script-src"].split()) | set(rules["style-src"].split()) == sources
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy


def test_no_tag_loads_anything(plain: Tags) -> None:
    """The only address in an attribute is the empty icon."""
    loading = {(tag, name, value) for tag, a in plain.tags for name, value in a.items() if name in LOADING}
    assert loading == {("link", "href", "data:,")}


@pytest.mark.parametrize("name", SCRIPTS)
def test_our_scripts_know_no_way_from_text_to_markup_and_no_way_out(name: str) -> None:
    """Elements are made with text nodes only, and nothing is requested."""
    assert [way for way in (*WAYS_IN, *WAYS_OUT) if way in asset(f"{name}.js")] == []


def test_no_handler_stands_in_the_markup() -> None:
    """The template has no on... attribute and no style attribute: the policy would refuse them."""
    assert not re.search(r"\s(on\w+|style)=", asset("page.html"))


def test_only_our_template_and_the_vendored_vis_network_are_used() -> None:
    """pyvis' own template is never rendered, its other libraries are not carried."""
    page = PolicyNetwork()
    assert Path(page.template_dir).name == "assets" and page.path == "page.html"
    assert VIS.is_file() and "tom-select" not in app() and "bootstrap" not in page.generate_html()

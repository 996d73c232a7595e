"""Text from articles is text on every page: it adds no element, no attribute, no address, and ends no script."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from graph.model import POLARITY
from graph.resources import resource
from graph.site.looks import POLICY, web
from tests.networks.made_up import hostile, small
from tests.page.payloads import PAYLOADS
from tests.site.reading import Page, pages_in, site_of

ADDRESSES = [
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/x", "file:///etc/passwd",
    "https://evil.example/\"><img src=x onerror=alert(1)>", "https://good.example/a?b=c&d=e", "JaVaScRiPt:alert(1)",
    " https://evil.example/", "http://", "vbscript:x", "https://good.example/🙂", "../up", "#here",
]  # fmt: skip


def attacked() -> list:
    """Readings in which every name, title, quotation and address is an attack."""
    readings = hostile(PAYLOADS)
    return [
        replace(reading, article=replace(reading.article, url=ADDRESSES[number % len(ADDRESSES)], language="x<y"))
        for number, reading in enumerate(readings)
    ]


@pytest.fixture(scope="module", params=[False, True], ids=["quotations", "full text"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site under attack."""
    folder = tmp_path_factory.mktemp("attacked") / "site"
    site_of(attacked(), folder, heading=PAYLOADS[0], full_text=request.param)
    return folder


def shapes(pages: dict[str, Page]) -> set[tuple[str, tuple[str, ...]]]:
    """Which elements with which attributes there are."""
    return {(tag, tuple(sorted(attributes))) for page in pages.values() for tag, attributes in page.tags}


def test_hostile_text_adds_no_element_and_no_attribute(folder: Path, tmp_path: Path) -> None:
    """Every element of an attacked site is one that a template makes."""
    first = replace(small()[0].article, url="https://good.example/")
    plain = site_of([replace(small()[0], article=first), *small()[1:]], tmp_path / "plain", full_text=True)
    more = {
        ("em", ("class",)), ("a", ("aria-label", "href")), ("h1", ("dir",)), ("h1", ("dir", "lang")), ("details", ()),
        ("summary", ()), ("blockquote", ("dir",)), ("blockquote", ("dir", "lang")), ("div", ("class", "dir")),
        ("div", ("class", "dir", "lang")), ("p", ("class", "dir")), ("h2", ()), ("q", ()), ("i", ()),
    }  # fmt: skip
    assert shapes(pages_in(folder)) <= shapes(plain) | more


def test_no_address_is_anything_but_relative_or_of_the_web(folder: Path) -> None:
    """Those of articles say nothing of where the reader comes from, and nothing loads by itself but the style."""
    for page in pages_in(folder).values():
        for tag, attributes in page.tags:
            assert not {"src", "style", "srcdoc", "action", "formaction", "srcset", "ping"} & attributes.keys()
            assert not [name for name in attributes if name.startswith("on")]
            href = attributes.get("href")
            if href is None:
                continue
            if tag == "link":
                assert href in ("data:,", "site.css", "../site.css")
            elif re.match(r"[a-zA-Z][a-zA-Z+.-]*:|//", href):
                assert re.match(r"https?://good\.example/", href)
                assert attributes["rel"] == "noopener noreferrer nofollow"
            else:
                assert re.fullmatch(r"(\.\./)?([\w%-]+/)?[\w%-]+\.html(#[\w%=+&-]+)?|#[\w-]+", href), href


def test_no_page_has_a_script_that_runs(folder: Path) -> None:
    """Data alone, which is JSON to the letter; no policy lets any other run."""
    for path, page in pages_in(folder).items():
        scripts = [attributes for tag, attributes in page.tags if tag == "script"]
        assert scripts == ([{"type": "application/ld+json"}] if "/" in path else [])
        assert not page.data or json.loads(page.data)["@graph"]
        assert not re.search("[<>&]", page.data)
        policy = [a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
        assert policy == [POLICY] and "script" not in POLICY and "unsafe" not in POLICY


def test_every_page_has_a_title_a_language_one_heading_and_its_landmarks(folder: Path) -> None:
    """So that who hears it knows where they are."""
    for page in pages_in(folder).values():
        tags = [tag for tag, _ in page.tags]
        assert tags.count("h1") == tags.count("title") == tags.count("main") == tags.count("header") == 1
        assert dict(page.tags)["html"] == {"lang": "en"}
        assert "#main" in page.links
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_that_is_none_of_the_web_is_text(url: str) -> None:
    """It is shown to the letter, and leads nowhere."""
    page = Page(f"<p>{web(url)}</p>")
    assert page.seen == url.strip()
    assert page.links == ([url] if url.startswith("https://good.example/") else [])


def test_stances_have_the_colours_of_the_network() -> None:
    """In light and in dark."""
    style = resource("site", "assets", "site.css").read_text(encoding="utf-8")
    relations = json.loads(resource("page", "assets", "styles.json").read_text(encoding="utf-8"))["relations"]
    for stance in POLARITY:
        assert re.findall(rf"--{stance}: (#\w+);", style) == [relations[stance]["light"], relations[stance]["dark"]]


def test_the_style_asks_for_nothing() -> None:
    """No address, no import, no font from elsewhere."""
    style = resource("site", "assets", "site.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face|https?:", style)

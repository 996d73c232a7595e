"""What axe finds wrong with the page for who sees little, or goes by keyboard or by voice."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.networks.made_up import debate_of, hostile, small, texts_of
from tests.page.conftest import LAPTOP, PHONE

READINGS = small()
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
NIGHT_TRAIN = "proposal/bring-back-the-night-train-between-norvia-and-estmark"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLACES = {
    "at a glance": "",
    "an actor": "#node=person/tobias-renn",
    "a proposal": f"#node={NIGHT_TRAIN}",
    "a line": f"#edge=person/mara-lindqvist support {NIGHT_TRAIN}",
    "the neighbours": "#node=person/ilse-okafor&ego=person/ilse-okafor",
    "communities": "#grouped=yes",
    "a community": f"#node=community/{NIGHT_TRAIN}&grouped=yes",
    "an open community": f"#node=community/{NIGHT_TRAIN}&grouped=yes&open=community/{NIGHT_TRAIN}",
    "the table": "#view=table",
    "the matrix": f"#view=matrix&node=person/tobias-renn&on={NIGHT_TRAIN}",
    "the timeline": "#view=timeline",
    "some of the timeline": "#view=timeline&node=person/tobias-renn&some=support 2025-01-01 2025-12-31",
    "side by side": f"#view=timeline&node={NIGHT_TRAIN}&beside=0-2",
    "nothing": "#since=1900-01-01&until=1900-01-02",
}


OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
AXE = Axe().axe_script


def violations(page: Any) -> Iterator[str]:
    """What is against a rule of WCAG 2.2 AA, or of good practice, and where."""
    if not page.run("'axe' in window"):  # once a page: it is half a megabyte of script
        page.run(AXE)
    for rule in page.tab.evaluate("(options) => axe.run(options)", OPTIONS)["violations"]:
        yield from (f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}" for node in rule["nodes"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_no_violation_anywhere(open_page: Callable[..., Any], scheme: str, size: dict[str, int]) -> None:
    """In each view and with each thing selected, on a laptop and a phone, light and dark."""
    page = open_page(DEBATE, TEXTS, scheme=scheme, size=size)
    for place, address in PLACES.items():
        page.run(f"location.hash = {address or '#'!r}")
        page.until(f"decodeURIComponent(location.hash.slice(1)) === decodeURIComponent({address[1:]!r})")
        page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert list(violations(page)) == [], place


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_while_one_searches_or_with_hostile_names(
    open_page: Callable[..., Any], scheme: str
) -> None:
    """The list of what is found is one of options, and odd names change nothing."""
    readings = hostile(["<b>bold</b>", "\u202egnirts", "x" * 5000])
    page = open_page(debate_of(readings), texts_of(readings), scheme=scheme)
    page.tab.fill("#query", "b")
    assert list(violations(page)) == []

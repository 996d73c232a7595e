"""Pages of debates in a real headless Chromium, which reports whatever a page asks of the world."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.networks.debate import Debate
from graph.page.write import page_of

LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
LISTENED = ("console", "pageerror", "request")
CLIPBOARD = ["clipboard-read", "clipboard-write"]


class Opened:
    """A page in the browser, with what it has said and asked for."""

    def __init__(self, tab: Any, path: Path, address: str) -> None:
        self.tab = tab
        self.said: list[str] = []
        self.asked: list[str] = []
        self._heard = (
            lambda message: self.said.append(message.text),
            lambda error: self.said.append(str(error)),
            lambda request: self.asked.append(request.url),
        )
        for event, hear in zip(LISTENED, self._heard, strict=True):
            self.tab.on(event, hear)
        self.tab.goto(path.as_uri() + address)
        self.tab.wait_for_selector("html[data-ready=yes]", state="attached", timeout=30_000)

    def run(self, script: str) -> Any:
        return self.tab.evaluate(script)

    def until(self, script: str) -> None:
        """Wait until a condition holds; Playwright's own way needs eval, which the page's policy refuses."""
        for _ in range(100):
            if self.run(script):
                return
            self.tab.wait_for_timeout(50)
        pytest.fail(f"never came true: {script}")

    def text(self, selector: str) -> str:
        return str(self.tab.inner_text(selector))

    def leave(self) -> None:
        """Listen no more, and let the tab forget the page."""
        for event, hear in zip(LISTENED, self._heard, strict=True):
            self.tab.remove_listener(event, hear)
        self.tab.emulate_media(media="null")
        self.tab.goto("about:blank")


@pytest.fixture(scope="session")
def tabs(chromium: Any) -> list[Any]:
    """Tabs that nobody uses now, each in a profile of its own: to open one takes longer than to load a page."""
    return []


@pytest.fixture
def open_page(chromium: Any, tabs: list[Any], tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write the page of a debate, open it, and at the end see that it was quiet and asked for nothing."""
    pages: list[Opened] = []

    def open_it(
        debate: Debate,
        texts: dict[str, str],
        address: str = "",
        *,
        size: dict[str, int] = LAPTOP,
        scheme: str = "light",
        write: Callable[[], str] | None = None,
        **options: Any,
    ) -> Opened:
        path = tmp_path / f"page{len(pages)}.html"
        path.write_text(write() if write else page_of(debate, texts, **options).generate_html(), encoding="utf-8")
        tab = tabs.pop() if tabs else chromium.new_context(accept_downloads=True, permissions=CLIPBOARD).new_page()
        tab.set_viewport_size(size)
        tab.emulate_media(color_scheme=scheme)
        pages.append(Opened(tab, path, address))
        return pages[-1]

    yield open_it
    for page in pages:
        assert page.said == []
        assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []
    for page in pages:
        page.leave()
        tabs.append(page.tab)

"""Pages of debates in a real headless Chromium, which reports whatever a page asks of the world."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.networks.debate import Debate
from graph.page.write import page_of

LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


class Opened:
    """A page in the browser, with what it has said and asked for."""

    def __init__(self, context: Any, path: Path, address: str) -> None:
        self.tab = context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
        self.tab.on("request", lambda request: self.asked.append(request.url))
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


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write the page of a debate, open it, and at the end see that it was quiet and asked for nothing."""
    contexts, pages = [], []

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
        context = chromium.new_context(
            viewport=size, color_scheme=scheme, accept_downloads=True, permissions=["clipboard-read", "clipboard-write"]
        )
        contexts.append(context)
        pages.append(Opened(context, path, address))
        return pages[-1]

    yield open_it
    for page in pages:
        assert page.said == []
        assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []
    for context in contexts:
        context.close()

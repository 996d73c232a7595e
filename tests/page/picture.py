"""Take the README's picture: `python -m tests.page.picture PAGE.html docs/network.png '#node=...'`."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def picture(page: Path, out: Path, address: str = "") -> None:
    """The page as a reader with a laptop sees it, in light colours."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": 1366, "height": 768}, color_scheme="light")
        tab.goto(page.absolute().as_uri() + address)
        tab.wait_for_selector("html[data-ready=yes]", state="attached")
        tab.wait_for_timeout(500)
        tab.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    picture(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])

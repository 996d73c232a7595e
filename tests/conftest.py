"""What all tests share: a real headless Chromium, started once, and no deadline, as machines are noisy."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from graph.terminal.process import call_own

call_own()  # spaCy need not import PyTorch, which some have installed

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser: CHROMIUM, or the one that the system has; without any the test fails where CI must have one."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("No Chromium: apt-get install chromium, or set CHROMIUM to its path.")
        pytest.skip("no Chromium on this machine: apt-get install chromium, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()

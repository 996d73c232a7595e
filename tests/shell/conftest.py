"""The town on disk, for each test session; `terminal` starts the shell in a terminal and leaves nothing behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.querying.conftest import location
from tests.shell.terminal import Terminal

__all__ = ["location"]  # the town on disk


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts shells on terminals."""
    started: list[Terminal] = []

    def start(location: Path, *arguments: str, **environment: str) -> Terminal:
        started.append(Terminal(location, arguments, {"XDG_STATE_HOME": str(tmp_path / "state"), **environment}))
        return started[-1]

    yield start
    for one in started:
        one.close()

"""The town on disk, for each test session; `terminal` starts the shell in a terminal and leaves nothing behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.store import open_store
from tests.querying import town
from tests.shell.terminal import Terminal


@pytest.fixture(scope="session")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town on disk; not to be changed."""
    path = tmp_path_factory.mktemp("town") / "store"
    with open_store(path, write=True) as opened:
        town.fill(opened)
    return path


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

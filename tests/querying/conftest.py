"""The town of `town`, in memory and on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, open_store
from tests.querying import town


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The town in memory; not to be changed."""
    with open_store(":memory:", write=True) as opened:
        town.fill(opened)
        yield opened


@pytest.fixture(scope="session")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town on disk; not to be changed."""
    path = tmp_path_factory.mktemp("town") / "store"
    with open_store(path, write=True) as opened:
        town.fill(opened)
    return path

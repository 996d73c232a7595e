"""The town of `town`, in memory and on disk, and the sample articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build_paths, settings_of
from graph.resources import resource
from graph.store import Store, open_store
from graph.vocabulary import BASE
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


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample articles as they were coded by hand."""
    data, path = resource("data"), tmp_path_factory.mktemp("sample") / "store"
    codings = settings_of(
        [data / "codebooks" / "trade-2025.ttl"], None, "annotated", "en_core_web_sm", BASE, data / "annotations"
    )
    build_paths([str(data / "articles")], path, codings)
    with open_store(path) as opened:
        yield opened

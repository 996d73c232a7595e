"""What the tests of importing share: what names are understood by, and a way to import into a store in memory."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.actors import load_authority
from graph.claims import Codebook, Tools
from graph.imports.importing import How, Report, import_files
from graph.model import Proposal
from graph.store import Store, open_store
from graph.vocabulary import Minter

FERRY = Proposal("https://example.org/plan/ferry", "A second ferry", ("second ferry", "another boat"))


@cache
def tools() -> Tools:
    """The shipped actors, and a codebook of one proposal; no fixture, since Hypothesis prints what a test is given."""
    return Tools(load_authority(), Codebook((FERRY,), {}), Minter(), "")


@pytest.fixture
def store() -> Store:
    """An empty store in memory."""
    return open_store(":memory:", write=True)


Import = Callable[..., tuple[int, Report]]


@pytest.fixture
def take(store: Store) -> Import:
    """Imports files into the store, or into another one; gives the exit code and what was done."""

    def run(*paths: Path, into: Store | None = None, **how: Any) -> tuple[int, Report]:
        report = Report()
        code = import_files(list(paths), store if into is None else into, tools(), How(**how), report)
        return code, report

    return run

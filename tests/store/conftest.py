"""The servers that the tests ask and write to, each started once, and empty for each test."""

from collections.abc import Iterator

import pytest

from tests.store import servers
from tests.store.servers import Server


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Oxigraph, whose default graph is a graph of its own."""
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def union_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Oxigraph, whose default graph is the union of the others, where a triple counts once for each."""
    with servers.oxigraph(tmp_path_factory.mktemp("union"), "--union-default-graph") as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso 7, whose default graph is such a union too, and which cuts answers after 2,000 rows here."""
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server

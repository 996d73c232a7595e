"""The W3C's tests of SERVICE, as --allow-federation asks other servers: real ones on the loopback with the data.

The addresses of the tests (example.org and others) are changed to those of the servers, and that which nobody shall
answer to one where nobody listens, in the query, the data and the result.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from graph.errors import QueryError
from graph.querying import ask
from graph.store import open_store
from graph.store.answers import answered
from tests.querying.w3c.compare import expected, form_of
from tests.querying.w3c.suite import Case, Served, served
from tests.store.servers import Server, oxigraph

TESTS = {test.case.name: test for test in served()}
# test -> why the engine does not give the W3C's answer
DEVIATIONS = {"service/service5": "the address is a variable, and the engine asks before it knows it"}
NOBODY = ("http://invalid.endpoint.org/sparql", "http://127.0.0.1:9/query")


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """A server for each address."""
    addresses = {address for test in TESTS.values() for address in test.endpoints}
    with ExitStack() as running:
        yield {
            address: running.enter_context(oxigraph(tmp_path_factory.mktemp(f"server{number}")))
            for number, address in enumerate(sorted(addresses))
        }


@pytest.mark.parametrize("name", TESTS)
def test_other_servers_are_asked_as_the_w3c_has_it(name: str, servers: dict[str, Server], tmp_path: Path) -> None:
    """The right answer, as of pyoxigraph alone, where it is allowed; a refusal where it is not."""
    case = _with_servers(TESTS[name], servers, tmp_path)
    query = case.query.read_text(encoding="utf-8")
    store = open_store(":memory:", write=True)
    for path in case.data:
        store.db.load(path=str(path))  # type: ignore[attr-defined]
    with pytest.raises(QueryError, match="--allow-federation"):
        ask(store, query)
    if name in DEVIATIONS:
        with pytest.raises(QueryError, match="unbound"):
            list(ask(store, query, federation=True))  # type: ignore[arg-type]
        with pytest.raises(RuntimeError, match="unbound"):
            list(store.db.query(query))  # type: ignore[attr-defined]
        return
    alone = answered(store.db.query(query))  # type: ignore[attr-defined]
    ours = ask(store, query, federation=True)
    right = expected(case.result, rows=True)
    assert form_of(ours, case.result) == form_of(alone, case.result) == right


def _with_servers(test: Served, servers: dict[str, Server], place: Path) -> Case:
    """The test with each server's address where its own stands, and the data in the servers."""
    for server in servers.values():
        server.clear()
    for address, data in test.endpoints.items():
        graph = servers[address].location.replace("/query", "/store?default")
        urlopen(Request(graph, data.read_bytes(), {"Content-Type": "text/turtle"}, method="PUT"), timeout=30).close()
    changes = [NOBODY, *((address, server.location) for address, server in servers.items())]

    def changed(path: Path) -> Path:
        text = path.read_text(encoding="utf-8")
        for before, after in changes:
            text = text.replace(before, after)
        (place / path.name).write_text(text, encoding="utf-8")
        return place / path.name

    case = test.case
    return case._replace(query=changed(case.query), data=tuple(map(changed, case.data)), result=changed(case.result))

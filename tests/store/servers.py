"""Real servers on the loopback for the tests: each on a free port, in a fresh folder, ended whatever happens."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from graph.store.endpoints.addresses import addresses_of
from graph.store.endpoints.login import Login
from graph.store.endpoints.patience import Patience
from graph.store.endpoints.telling import Telling
from graph.store.endpoints.transport import Transport

# a name in the parameters of tests -> the fixture of `conftest` that runs it
SERVERS = {"oxigraph": "oxigraph_server", "oxigraph-union": "union_server", "virtuoso": "virtuoso_server"}

_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1100
"""


class Server(NamedTuple):
    """A running server: the address of its queries, who may write, and what empties it."""

    location: str
    user: str
    password: str
    clear: Callable[[], None]


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """The server of Oxigraph, from PyPI."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "the server of Oxigraph is missing: pip install -e '.[dev]'"
    port = free_port()
    command = [
        program,
        "serve",
        "--location",
        str(folder),
        "--bind",
        f"127.0.0.1:{port}",
        "--timeout-s",
        "30",
        *options,
    ]
    with _running(command, folder, f"http://127.0.0.1:{port}/query"):
        location = f"http://127.0.0.1:{port}/query"
        telling = _telling(location)
        yield Server(location, "", "", lambda: telling.update("DROP ALL"))


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Virtuoso 7, from Debian, with the user and the password that it comes with."""
    program = shutil.which("virtuoso-t")
    assert program, "Virtuoso is missing: apt-get install virtuoso-opensource-7-bin"
    http = free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=free_port(), http=http))
    location = f"http://127.0.0.1:{http}/sparql"
    with _running([program, "+foreground", "+configfile", "virtuoso.ini"], folder, f"{location}?query=ASK%7B%7D"):
        telling = _telling(location, "dba", "dba")
        yield Server(location, "dba", "dba", lambda: _clear_virtuoso(location, telling))


def _clear_virtuoso(location: str, telling: Telling) -> None:
    """Take away what the tests brought, some graphs at a time, since a long update takes minutes; the system's stay."""
    own = '{ SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(REGEX(STR(?g), "^(urn:|https://w3id.org/)")) } }'
    query = quote(f"SELECT ?g {own} LIMIT 50")
    while True:
        with urlopen(f"{location}?query={query}&format=text%2Ftab-separated-values", timeout=60) as answer:
            graphs = [line.strip('"') for line in answer.read().decode().splitlines()[1:]]
        if not graphs:
            return
        telling.update(" ; ".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs))


def _telling(location: str, user: str = "", password: str = "") -> Telling:
    return Telling(addresses_of(location, {}), Transport(location, Login(user, password), Patience()))


@contextmanager
def _running(command: list[str], folder: Path, ready: str) -> Iterator[None]:
    """A server as a process of its own, once it answers."""
    with (folder / "said.txt").open("wb") as said:
        server = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, stdin=subprocess.DEVNULL)
    try:
        _wait_for(ready, server, folder / "said.txt")
        yield
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes], said: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert server.poll() is None, f"the server ended by itself: {said.read_text(errors='replace')[-500:]}"
        try:
            urlopen(address, timeout=5).close()
            return
        except URLError as error:
            if hasattr(error, "code"):  # it answers, if only that it wants a query
                error.close()
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"the server did not answer within a minute: {said.read_text(errors='replace')[-500:]}")


def empty_server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server that the test names, empty, and its user in the environment; it is started where it does not run."""
    server: Server = request.getfixturevalue(SERVERS[request.param])
    monkeypatch.setenv("CLAIMGRAPH_USER", server.user)
    monkeypatch.setenv("CLAIMGRAPH_PASSWORD", server.password)
    server.clear()
    return server

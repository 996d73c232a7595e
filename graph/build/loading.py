"""RDF files into a store: one after the other, each all or not at all."""

import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from pyoxigraph import Quad

from graph.errors import ClaimgraphError, Crashed, InputError, OutOfMemory, QueryTimeout
from graph.store import Store, open_store
from graph.store.files import quads_of
from graph.store.tidying import tidied
from graph.terminal.streams import say
from graph.terminal.visible import in_one_line


class Loaded(NamedTuple):
    """How many statements a file had, and how many seconds it took."""

    statements: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.statements:,} statement{'s' * (self.statements != 1)} in {self.seconds:.1f} s"


def load_files(paths: Iterable[Path], store: str | Path, graph: str | None = None) -> None:
    """Load files, saying on standard error what was loaded.

    :raises InputError: where a file is no RDF; those before it are loaded, and of it nothing.
    :raises StoreError: where the store cannot be written.
    """
    with open_store(store, write=True) as opened:
        for path in paths:
            _say(path, str(_loaded(opened, path, graph)))


def load_apart(
    paths: Iterable[Path], store: str | Path, graph: str | None, memory: float, timeout: float = 0.0
) -> None:
    """Load files as `load_files` does, in a child process, within so many gigabytes and seconds (0: any).

    The parser may take all memory for a small file, or die of one that is nested deeply; then the child dies.

    :raises InputError: as well where the child died; of the file that it read then nothing is loaded.
    :raises QueryTimeout: where the time was up; the files before stay loaded.
    """
    from graph.querying.killable import output_of

    files = list(paths)

    work = partial(_load_into, store, files, graph, memory)
    done = 0
    try:
        with tidied(store):
            for said in _lines(output_of(work, timeout or None, writes=True)):
                _say(files[done], said)
                done += 1
    except QueryTimeout:
        raise QueryTimeout(f"{files[min(done, len(files) - 1)]} {_LATE.format(timeout)}.") from None
    except (OutOfMemory, Crashed) as error:
        raise InputError(f"{files[min(done, len(files) - 1)]} {_DIED[type(error)]}.") from None


def _load_into(store: str | Path, files: Iterable[Path], graph: str | None, memory: float, out: IO[bytes]) -> None:
    from graph.querying.killable import limit_memory

    with open_store(store, write=True) as opened:
        limit_memory(memory)
        for path in files:
            out.write(f"{_loaded(opened, path, graph)}\n".encode())
            out.flush()


_LATE = "was not loaded when {:g} seconds were over: give it more with --timeout (0 for as long as it takes)"
_DIED: dict[type[ClaimgraphError], str] = {
    OutOfMemory: "needs more memory to be loaded than it may use: split it, or give it more with --memory "
    "(in gigabytes; 0 for as much as there is)",
    Crashed: "makes its parser fail, as a file does that is nested very deeply: flatten it, or write it as N-Triples",
}


def _loaded(opened: Store, path: Path, graph: str | None) -> Loaded:
    began, counter = time.perf_counter(), Counter(quads_of(path, graph))
    opened.load(counter)
    return Loaded(counter.number, time.perf_counter() - began)


def _say(path: Path, said: str) -> None:
    say(f"{in_one_line(str(path))}: {said}")


def _lines(pieces: Iterable[bytes]) -> Iterator[str]:
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line.decode() for line in lines)


class Counter:
    """Quads that are counted as they pass."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._quads, self.number = quads, 0

    def __iter__(self) -> Iterator[Quad]:
        for quad in self._quads:
            self.number += 1
            yield quad

"""RDF files into a store: one after the other, each all or not at all."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad

from graph.store import open_store
from graph.store.files import quads_of
from graph.terminal.streams import say
from graph.terminal.visible import in_one_line


def load_files(paths: Iterable[Path], store: str | Path, graph: str | None = None) -> None:
    """Load files, saying on standard error what was loaded.

    :raises InputError: where a file is no RDF; those before it are loaded, and of it nothing.
    :raises StoreError: where the store cannot be written.
    """
    with open_store(store, write=True) as opened:
        for path in paths:
            began, counter = time.perf_counter(), Counter(quads_of(path, graph))
            opened.load(counter)
            took = time.perf_counter() - began
            say(f"{in_one_line(str(path))}: {counter.number:,} statements in {took:.1f} s")


class Counter:
    """Quads that are counted as they pass."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._quads, self.number = quads, 0

    def __iter__(self) -> Iterator[Quad]:
        for quad in self._quads:
            self.number += 1
            yield quad

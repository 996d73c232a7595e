"""Opening the engine's databases on disk, quickly."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph


def opened(path: Path) -> pyoxigraph.Store:
    """A database to be written, which is made if it is not there."""
    with _on_one_processor():
        return pyoxigraph.Store(str(path))


def opened_to_read(path: Path) -> pyoxigraph.Store:
    """A database that nobody writes to."""
    with _on_one_processor():
        return pyoxigraph.Store.read_only(str(path))


@contextmanager
def _on_one_processor() -> Iterator[None]:
    """Keep this thread, and those that it starts, on one processor.

    RocksDB opens its twelve tables by 180 threads that live for a moment; spread over processors, that takes 28 ms
    instead of 10.
    """
    if not hasattr(os, "sched_setaffinity"):  # not Linux
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {sorted(before)[os.getpid() % len(before)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)

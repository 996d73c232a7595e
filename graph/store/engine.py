"""Opening the engine's databases on disk, quickly."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

_threads_of: list[int] = []  # the process in which the engine has begun its threads


def has_threads() -> bool:
    """Whether this process has opened a database: the engine's threads stay, and a fork that writes waits for them."""
    return _threads_of == [os.getpid()]


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
    _threads_of[:] = [os.getpid()]
    if not hasattr(os, "sched_setaffinity"):  # not Linux
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {sorted(before)[os.getpid() % len(before)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)

"""Oxigraph in a folder on disk: one writer, and any number of readers beside it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store.engine import opened_to_read
from graph.store.layout import Layout
from graph.store.oxigraph import OxigraphStore
from graph.store.snapshots import Snapshots
from graph.store.trouble import said_plainly

if TYPE_CHECKING:
    from graph.store.plans import Plan


class ReadStore(OxigraphStore):
    """The newest snapshot of a store, as it was when it was opened."""

    def __init__(self, path: Path, location: str, held: int) -> None:
        super().__init__(opened_to_read(path), location, writable=False)
        self._path, self._held = path, held

    def plan(self, sparql: str, timeout: float | None = None) -> "Plan | None":
        from graph.store.plans import plan_of

        return plan_of(self._path, sparql, timeout)

    def close(self) -> None:
        super().close()
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


def open_embedded(location: str, *, write: bool = False) -> OxigraphStore:
    """Open the store in a folder, which is made if it is to be written.

    :raises StoreError: where there is none, where it is of another format, or where another process writes to it.
    """
    _check_name(location)
    layout = Layout(Path(location))
    if write:
        from graph.store.writing import WriteStore  # who reads needs none of it

        return WriteStore(layout)
    with said_plainly(location):
        layout.check()
        snapshots = Snapshots(layout.snapshots)
        if layout.unpublished.exists() or layout.scratch.exists() or not snapshots.exist():
            _finish_for_the_dead(layout)
        if not snapshots.exist():
            raise StoreError(f"The store {location} is empty as yet: run `claimgraph build` on some articles.")
        path, held = snapshots.hold()
        return ReadStore(path, location, held)


def _check_name(location: str) -> None:
    try:
        location.encode()
    except UnicodeEncodeError as error:  # halves of surrogates stand for bytes that are no text
        raise StoreError(f"The store's name {location} is no UTF-8, which the engine needs: name another.") from error


def _finish_for_the_dead(layout: Layout) -> None:
    """Publish what a writer that was killed had committed, and clear away what it only tried.

    Where that cannot be (a living writer, a disk that is full or may not be written), the last snapshot is what a
    reader gets: it is whole, only older.
    """
    from graph.store.writing import WriteStore

    try:
        WriteStore(layout).close()
    except StoreError:
        return

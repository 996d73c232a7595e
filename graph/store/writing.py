"""The one who writes to a store on disk: changes, bulk loads and updates, each whole or not at all."""

import shutil
import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from graph.store.engine import opened
from graph.store.layout import Layout
from graph.store.lock import WriterLock
from graph.store.oxigraph import OxigraphStore
from graph.store.snapshots import Snapshots
from graph.store.trouble import said_plainly
from graph.store.updates import Changes, changes_of

_LITTLE = 4_000_000  # characters: some ten thousand statements, which the engine takes in a third of a second
PUBLISH_EVERY = 5.0  # seconds between two snapshots of a long run of changes


class WriteStore(OxigraphStore):
    """The live database; each change is on disk when its call returns, and readers see it some seconds later."""

    def __init__(self, layout: Layout) -> None:
        location = str(layout.root)
        self._layout = layout
        self._snapshots = Snapshots(layout.snapshots)
        with said_plainly(location):
            layout.create()
            self._lock = WriterLock(layout.lock, location)
            try:
                _end_exchange(layout)
                super().__init__(opened(layout.live), location)
                _drop_old_logs(layout.live)
                self._dirty = layout.unpublished.exists()
                if not self._snapshots.exist() or self._dirty:
                    self.publish()
            except BaseException:
                self._db = None
                self._lock.release()
                raise
        self._published = time.monotonic() - PUBLISH_EVERY

    def before_commit(self) -> None:
        if not self._dirty:
            self._layout.unpublished.touch()
            self._dirty = True

    def after_commit(self) -> None:
        if self._dirty and time.monotonic() - self._published >= PUBLISH_EVERY:
            self.publish()

    def publish(self) -> None:
        """Let readers that open the store from now on see all that was written."""
        with said_plainly(self.location):
            self._snapshots.publish(self.db)
            self._layout.unpublished.unlink(missing_ok=True)
        self._dirty = False
        self._published = time.monotonic()

    def _tried(self, sparql: str) -> Changes:
        """What an update changes on a copy by hard links, which is closed and gone then."""
        try:
            return changes_of(self.db, self._scratch(), sparql)
        finally:
            shutil.rmtree(self._layout.scratch, ignore_errors=True)

    def _scratch(self) -> pyoxigraph.Store:
        shutil.rmtree(self._layout.scratch, ignore_errors=True)
        self.db.backup(str(self._layout.scratch))
        return opened(self._layout.scratch)

    def _load(self, quads: Iterable[Quad]) -> None:
        """Load a little in one transaction; for much, all tables of the database are written anew."""
        coming = iter(quads)
        first, size = list[Quad](), 0
        for quad in coming:
            first.append(quad)
            size += len(str(quad))
            if size > _LITTLE:
                self._load_much(chain(first, coming))
                return
        self.before_commit()
        self.db.extend(first)

    def _load_much(self, quads: Iterable[Quad]) -> None:
        """Load into a copy that then takes the place of the database: the engine's bulk loader is not atomic."""
        try:
            copy = self._scratch()
            copy.bulk_extend(quads)
            copy.optimize()  # a bulk load leaves files that overlap, and queries ten times slower
            copy.flush()
            del copy
            self.before_commit()
            self._db = None
            self._layout.live.rename(self._layout.old)
            self._layout.scratch.rename(self._layout.live)
        finally:
            shutil.rmtree(self._layout.scratch, ignore_errors=True)
            if self._db is None:
                _end_exchange(self._layout)
                self._db = opened(self._layout.live)

    def close(self) -> None:
        if self._db is None:
            return
        try:
            if self._dirty:
                self.publish()
        finally:
            super().close()
            self._lock.release()


def _end_exchange(layout: Layout) -> None:
    """Finish, or take back, what a killed writer began when it put another database in the place of `live`."""
    if layout.old.exists() and not layout.live.exists():
        layout.old.rename(layout.live)
    shutil.rmtree(layout.old, ignore_errors=True)
    shutil.rmtree(layout.scratch, ignore_errors=True)


def _drop_old_logs(live: Path) -> None:
    """RocksDB keeps a log of each opening, 140 KB apiece, that nobody reads."""
    for log in live.glob("LOG.old.*"):
        log.unlink(missing_ok=True)

"""What readers see: complete copies of the store by hard links, of which the newest is current.

Oxigraph calls it undefined behaviour to read a database that another process writes. So nobody does: the writer
publishes a snapshot (`Store.backup`, a RocksDB checkpoint) every few seconds and at its end, readers open the newest
one, and a snapshot is removed when it is no longer the newest and nobody reads it.

    snapshots/current            the name of the newest
    snapshots/000012/db          the database, never written to
    snapshots/000012/readers     locked (shared) by each reader, (exclusive) by the one who removes it
"""

import fcntl
import os
import shutil
from pathlib import Path

import pyoxigraph

from graph.errors import StoreError
from graph.store.layout import write_whole

_TRIES = 100


class Snapshots:
    """The snapshots of one store, in their folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._current = folder / "current"

    def exist(self) -> bool:
        """Whether one was ever published."""
        return self._current.exists()

    def publish(self, db: pyoxigraph.Store) -> None:
        """Make what the database holds now the newest snapshot; only the writer may."""
        self._folder.mkdir(exist_ok=True)
        last = max((int(path.name) for path in self._all()), default=0)
        home = self._folder / f"{last + 1:06}"
        part = home.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        db.backup(str(part / "db"))
        (part / "readers").touch()
        part.rename(home)
        write_whole(self._current, f"{home.name}\n")
        self.sweep()

    def hold(self) -> tuple[Path, int]:
        """The newest database, and the open file whose closing lets go of it."""
        for _ in range(_TRIES):
            home = self._folder / self._current.read_text(encoding="utf-8", errors="replace").strip()
            try:
                fd = os.open(home / "readers", os.O_RDONLY | os.O_CLOEXEC)
            except FileNotFoundError:
                continue  # another became the newest just now
            if _locked(fd, fcntl.LOCK_SH) and (home / "readers").exists():
                return home / "db", fd
            os.close(fd)
        raise StoreError(f"The store {self._folder.parent} has no snapshot that can be read: build it again.")

    def sweep(self) -> None:
        """Remove what is not the newest and is not being read, and what a killed writer left half made."""
        newest = self._current.read_text(encoding="utf-8", errors="replace").strip()
        for path in self._folder.glob("*.part"):
            shutil.rmtree(path, ignore_errors=True)
        for home in self._all():
            if home.name != newest:
                _remove_unread(home)

    def _all(self) -> list[Path]:
        return [path for path in self._folder.glob("*") if path.name.isdecimal()]


def _remove_unread(home: Path) -> None:
    try:
        fd = os.open(home / "readers", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        fd = -1  # half removed by a writer that was killed
    if fd < 0 or _locked(fd, fcntl.LOCK_EX):
        going = home.with_suffix(".part")
        home.rename(going)
        shutil.rmtree(going, ignore_errors=True)
    if fd >= 0:
        os.close(fd)


def _locked(fd: int, how: int) -> bool:
    try:
        fcntl.flock(fd, how | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

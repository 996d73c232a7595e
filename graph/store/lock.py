"""Who writes to a store: one process at a time, named in the lock file for whoever comes second."""

import fcntl
import os
import sys
import time
from pathlib import Path

from graph.errors import StoreError


class WriterLock:
    """Held from the making of this object until `release`, or until the process ends in whatever way.

    :raises StoreError: where another process holds it; the message says which, and since when.
    """

    def __init__(self, path: Path, location: str) -> None:
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._fd)
            raise StoreError(
                f"The store {location} is being written by {holder(path)}: "
                "wait until that is done, or write to another one with --store."
            ) from error
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, _myself().encode(), 0)
        # a forked worker that outlives us must not hold the lock on
        os.register_at_fork(after_in_child=self._forget)

    def release(self) -> None:
        """Let the next writer in."""
        if self._fd >= 0:
            os.ftruncate(self._fd, 0)
        self._forget()

    def _forget(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def holder(path: Path) -> str:
    """The process that wrote its name into a lock file, in words."""
    try:
        words = path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        words = ""
    return words or "another process"


def _myself() -> str:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])
    shown = "".join(c if c.isprintable() else "?" for c in command)[:120]
    return f"process {os.getpid()} ({shown}) since {time.strftime('%Y-%m-%d %H:%M:%S')}"

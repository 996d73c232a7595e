"""What the folder of a store looks like, and whether a folder is one that this version can use.

format        "claimgraph store 1"
writer.lock   who writes (see `lock`)
live/         the Oxigraph database; only the writer opens it
live.old/     what `live` was before a bulk load took its place; there for a moment
scratch/      a copy that the writer tries something on; of no use to anybody else
snapshots/    what readers see (see `snapshots`)
unpublished   there while `live` holds more than the newest snapshot
"""

import os
from pathlib import Path

from graph.errors import StoreError

FORMAT = 1
_MARK = "claimgraph store"


class Layout:
    """The parts of one store's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.format = root / "format"
        self.lock = root / "writer.lock"
        self.live = root / "live"
        self.old = root / "live.old"
        self.scratch = root / "scratch"
        self.snapshots = root / "snapshots"
        self.unpublished = root / "unpublished"

    def check(self) -> None:
        """:raises StoreError: where there is no store, or one of another format."""
        here = self.root
        if not here.exists():
            raise StoreError(
                f"There is no store at {here}: run `claimgraph build` first, or name another with --store."
            )
        if not here.is_dir():
            raise StoreError(f"{here} is a file and no store: name the store's folder with --store.")
        if not self.format.is_file():
            raise StoreError(f"{here} is a folder but no claimgraph store: name another with --store.")
        self._check_format(self.format.read_text(encoding="utf-8", errors="replace").strip())

    def create(self) -> None:
        """Make the folder a store, unless it is one.

        :raises StoreError: where it holds something else, which we will not write into.
        """
        if self.format.exists() or (self.root.exists() and not self._is_blank()):
            self.check()
            return
        self.root.mkdir(parents=True, exist_ok=True)
        write_whole(self.format, f"{_MARK} {FORMAT}\n")

    def _is_blank(self) -> bool:
        """Whether nothing is in it but what an earlier beginning may have left."""
        return self.root.is_dir() and all(path.name == "format.part" for path in self.root.iterdir())

    def _check_format(self, text: str) -> None:
        here, number = self.root, text.removeprefix(_MARK).strip()
        if not (text.startswith(_MARK) and number.isdecimal()):
            raise StoreError(
                f"The store {here} has a format that is not known ({text[:40]!r}): build into a new folder."
            )
        if int(number) > FORMAT:
            raise StoreError(
                f"The store {here} has format {number} and this version knows up to {FORMAT}: "
                "run `pip install --upgrade claimgraph`."
            )
        if int(number) < FORMAT:
            raise StoreError(
                f"The store {here} has the older format {number}: "
                "run `claimgraph build` on its articles again, with --store for a new folder."
            )


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that whoever reads it sees all of it or what was there before."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)

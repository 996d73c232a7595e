"""The folder of a site: written whole or not at all, and never over anything that is not of a site."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from graph.errors import InputError

MANIFEST = "claimgraph-site.txt"
_HEAD = "# written by `claimgraph site`, which replaces these files when it writes here again\n"


def manifest(paths: Iterable[str]) -> str:
    """The file by which a site is known again: the paths of all others."""
    return _HEAD + "".join(f"{path}\n" for path in sorted(paths))


def check(folder: Path) -> None:
    """See that a site may be written here: into a new folder, an empty one, or one that holds a site and nothing else.

    :raises InputError: where it may not.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder: name a new one with --out.")
    files = set(_files(folder))
    if not files:
        return
    if MANIFEST not in files:
        raise InputError(f"{folder} holds other things than a site: name a new folder with --out.")
    lines = (folder / MANIFEST).read_text(encoding="utf-8", errors="replace").splitlines()
    foreign = sorted(files - {MANIFEST, *lines})
    if foreign:
        raise InputError(f"{folder} holds {foreign[0]}, which is not of its site: move that, or name a new folder.")


def replace_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Let a site be written beside a folder and put in its place; whatever goes wrong, the old one stays.

    :raises InputError: where the folder may not be replaced, or cannot be written.
    """
    try:
        check(folder)
        place = folder.resolve()
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name}.", suffix=".part", dir=place.parent))
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be made: {error.strerror or error}.") from error
    try:
        new = beside / "new"
        new.mkdir()
        write(new)
        check(folder)
        _swap(new, place, beside / "old")
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(new: Path, place: Path, old: Path) -> None:
    """Put a folder in the place of another, which is put back where that fails."""
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except BaseException:
        if old.exists():
            old.rename(place)
        raise


def _files(folder: Path) -> Iterable[str]:
    """The paths of all that is in a folder, but for folders; a link is never followed."""
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if Path(here, name).is_symlink()]
        yield from (Path(here, name).relative_to(folder).as_posix() for name in (*files, *links))

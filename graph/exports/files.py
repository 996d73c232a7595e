"""A file or a folder that is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError


def write_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let something be written into a file, whole or not at all.

    :raises InputError: where it cannot be written; an older file then stays.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            with path.open("wb") as out:
                write(out)
        else:
            _to_file(path.resolve(), write)
    except OSError as error:
        raise InputError(f"The file {path} cannot be written: {error.strerror or error}.") from error


def write_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Let something be written into a new folder.

    :raises InputError: where the folder is there already, or cannot be written; nothing is left of it then.
    """
    if folder.exists():
        raise InputError(f"{folder} is there already: name a new folder with --out.")
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.resolve().parent))
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be made: {error.strerror or error}.") from error
    try:
        write(beside)
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _to_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write beside the file and move it into place, so that nobody ever sees half of it."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        Path(beside).chmod(_mode(path))
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions that the file had, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""A store into a file or onto standard output: the file is there whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError
from graph.exports import EXPORTERS
from graph.exports.shards import write_shards
from graph.store import Store


def export(store: Store, name: str, path: Path | None, shards: int = 0) -> None:
    """Write the store in a format of `EXPORTERS`; without a path, onto standard output.

    With `shards`, N-Quads go into a new folder of files of about so many statements.

    :raises InputError: where there is no such format, or the file cannot be written; an older file then stays.
    """
    if name not in EXPORTERS:
        raise InputError(f"There is no export format {name}: choose one of {', '.join(EXPORTERS)}.")
    if shards:
        if name != "nquads" or path is None:
            raise InputError("--shards is for `export nquads` into a folder: name the folder with --out.")
        write_shards(store, path, shards)
    elif path is None:
        _to_standard_output(store, name)
    else:
        write_file(path, lambda out: EXPORTERS[name](store, out))


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


def _to_standard_output(store: Store, name: str) -> None:
    """Write until the reader has enough: `| head` is no error."""
    out: BinaryIO = sys.stdout.buffer
    try:
        EXPORTERS[name](store, out)
        out.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""The files of a folder that may be articles, in order, and those that are passed over, by name."""

import os
from collections.abc import Container, Iterator
from pathlib import Path

from graph.articles.raw import Report, printable
from graph.errors import InputError, NotAnArticle


def files_in(folder: Path, suffixes: Container[str], skipped: Report) -> Iterator[tuple[Path, str]]:
    """Files below a folder with one of the suffixes, each with its path relative to the folder, sorted."""
    for here, folders, names in os.walk(folder, onerror=lambda e: _unreadable(e, skipped)):
        place = Path(here)
        left_out = {name: why for name in sorted(folders) if (why := _unread(place / name))}
        for name, why in left_out.items():
            _pass_over(folder, place / name, why, skipped)
        folders[:] = sorted(set(folders) - left_out.keys())
        for name in sorted(names):
            path = place / name
            if name.startswith("."):
                _pass_over(folder, path, "is hidden", skipped)
            elif path.suffix.casefold() not in suffixes:
                _pass_over(folder, path, f"is no article (a {path.suffix or 'nameless'} file)", skipped)
            elif path.exists() and not path.is_file():
                _pass_over(folder, path, "is no ordinary file", skipped)
            else:
                yield path, relative(folder, path)


def _unread(folder: Path) -> str | None:
    """Why a folder is not looked into, if so; the store is where it is told to be, often beside the articles."""
    if folder.name.startswith("."):
        return "is hidden"
    return "is a store of claimgraph" if (folder / "format").is_file() and (folder / "live").is_dir() else None


def relative(folder: Path, path: Path) -> str:
    """A path below a folder, with forward slashes, fit to be stored and printed."""
    return printable(path.relative_to(folder).as_posix())


def _pass_over(folder: Path, path: Path, why: str, skipped: Report) -> None:
    name = relative(folder, path)
    skipped(name, NotAnArticle(f"{name} {why} and was passed over: name it by itself if it is to be read."))


def _unreadable(error: OSError, skipped: Report) -> None:
    name = printable(str(error.filename))
    skipped(name, InputError(f"{name} may not be listed ({error.strerror}): give yourself the right to read it."))

"""What to say of a path that should be a file and is none: what is there instead."""

from collections.abc import Collection
from itertools import islice
from pathlib import Path

from graph.store.values import visible

_LOOKED_AT = 1000  # entries of a folder
_NAMED = 4


def no_file(path: Path, suffixes: Collection[str]) -> str:
    """A sentence without its end, with the names of some files of these kinds that are there.

    >>> no_file(Path("/no/such/folder/a.ttl"), {".ttl"})
    'There is no file /no/such/folder/a.ttl'
    """
    if path.is_dir():
        found = _names(path, suffixes)
        said = f"holds {found}" if found else f"holds no file of {', '.join(sorted(suffixes))}"
        return visible(f"{path} is a folder, which {said}")
    found = _names(path.parent, suffixes)
    return visible(f"There is no file {path}" + (f"; its folder holds {found}" if found else ""))


def _names(folder: Path, suffixes: Collection[str]) -> str:
    try:
        names = sorted(path.name for path in islice(folder.iterdir(), _LOOKED_AT) if _is_one(path, suffixes))
    except OSError:
        return ""
    return ", ".join(names[:_NAMED]) + (" and more" if len(names) > _NAMED else "")


def _is_one(path: Path, suffixes: Collection[str]) -> bool:
    """Whether a file is of these kinds, perhaps packed."""
    return any(suffix.lower() in suffixes for suffix in path.suffixes[-2:]) and path.is_file()

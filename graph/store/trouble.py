"""What the disk or the engine complains of, as one sentence that names the store and the fix."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import StoreError

# part of the engine's or the system's message -> what it means and what helps
_SENTENCES = {
    "no space left": "cannot be written: the disk is full. What was read before is safe; make room and run it again.",
    "file too large": "cannot be written: a file would pass the size that this user may write. "
    "What was read before is safe; raise the limit and run it again.",
    "quota": "cannot be written: the disk quota is used up. What was read before is safe; make room and run it again.",
    "permission denied": "may not be opened by this user: change its permissions, or name another with --store.",
    "read-only file system": "is on a read-only disk: name another with --store.",
    "too many open files": "needs more open files than are allowed: raise `ulimit -n`.",
    "lock:": "is in use by a program that is not claimgraph: end that, and run this again.",
    "corruption": "is damaged: build it again into a new folder, with --store.",
}


@contextmanager
def said_plainly(location: str) -> Iterator[None]:
    """Turn an error of the disk or the engine into a StoreError of one sentence."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # the engine says RuntimeError of a damaged file
        raise StoreError(sentence(location, error)) from error


def sentence(location: str, error: Exception) -> str:
    """What to say of an error, from the words in it.

    >>> sentence("news", OSError("IO error: No space left on device: While appending to file"))[:44]
    'The store news cannot be written: the disk i'
    """
    if meaning := _meaning(error):
        return f"The store {location} {meaning}"
    said = " ".join((getattr(error, "strerror", None) or str(error)).split())
    return f"The store {location} cannot be used ({said}): check its folder, or name another with --store."


def is_of_disk(error: Exception) -> bool:
    """Whether an error that may also be another server's is one of the disk."""
    return "http" not in str(error).lower() and _meaning(error) is not None


def _meaning(error: Exception) -> str | None:
    text = str(error).lower()
    return next((meaning for words, meaning in _SENTENCES.items() if words in text), None)

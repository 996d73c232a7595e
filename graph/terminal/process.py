"""Whether this process is the program's own, and what it then leaves out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_own = False


def call_own() -> None:
    """Say that nobody else uses this process, as who imports `graph` does."""
    global _own
    _own = True


@contextmanager
def without_torch() -> Iterator[None]:
    """Keep spaCy from importing PyTorch, which takes two seconds where it is installed.

    Once it was kept from it, spaCy runs no models that need it; so a process of somebody else is left alone.
    """
    if not _own or "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment] # importlib takes it for "not there"
    try:
        yield
    finally:
        del sys.modules["torch"]

"""What a writer that was killed leaves half made is removed at once, not by the next one."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import Crashed, OutOfMemory, QueryTimeout, StoreError
from graph.store import is_endpoint, open_store


@contextmanager
def tidied(location: str | Path) -> Iterator[None]:
    """For as long as a child process writes to a store: the half of a copy that it made may be large."""
    try:
        yield
    except (QueryTimeout, OutOfMemory, Crashed, KeyboardInterrupt):
        if not is_endpoint(location):
            with suppress(StoreError):
                open_store(location, write=True).close()
        raise

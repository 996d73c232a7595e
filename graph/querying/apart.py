"""A text that needs the store, made in a child: this process opens no database, and the time is limited."""

from collections.abc import Callable
from pathlib import Path
from typing import IO

from graph.querying.killable import output_of
from graph.store import Store, open_store


def text_of(location: str | Path, work: Callable[[Store], str], timeout: float | None) -> str:
    """What the work makes of the newest state of a store.

    :raises ClaimgraphError: as the work does, or where the time was up.
    """

    def child(file: IO[bytes]) -> None:
        with open_store(location) as store:
            file.write(work(store).encode())

    return b"".join(output_of(child, timeout)).decode()

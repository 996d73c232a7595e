"""Where the graph is kept: named graphs replaced one at a time, and SPARQL over them."""

import re
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreError
from graph.store.answers import Answer, Solutions, Triples, Truth
from graph.store.base import Store
from graph.store.embedded import open_embedded
from graph.store.oxigraph import OxigraphStore
from graph.store.updates import Changes

__all__ = ["STORES", "Answer", "Changes", "Solutions", "Store", "Triples", "Truth", "open_store"]


def open_memory(location: str, *, write: bool = False) -> Store:
    """An empty store in memory, gone when it is closed."""
    from pyoxigraph import Store as Database

    return OxigraphStore(Database(), location)


# the scheme of a location -> what opens it; the empty one is a folder
STORES: dict[str, Callable[..., Store]] = {"": open_embedded, ":memory": open_memory}


def open_store(location: str | Path, *, write: bool = False) -> Store:
    """Open a store: a folder, or ":memory:".

    :raises StoreError: where it is missing, locked, of another format, or of a kind that is not known.
    """
    text = str(location)
    # one slash, since that is what a Path leaves of two
    address = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):/", text)
    scheme = address[1] if address else ":memory" if text == ":memory:" else ""
    if scheme not in STORES:
        raise StoreError(f"There is no way to open the store {text}: name a folder.")
    return STORES[scheme](text, write=write)

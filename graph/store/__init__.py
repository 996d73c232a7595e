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

__all__ = ["STORES", "Answer", "Changes", "Solutions", "Store", "Triples", "Truth", "is_endpoint", "open_store"]


def open_memory(location: str, *, write: bool = False) -> Store:
    """An empty store in memory, gone when it is closed."""
    from pyoxigraph import Store as Database

    return OxigraphStore(Database(), location)


def open_endpoint(location: str, *, write: bool = False) -> Store:
    """The server that answers queries at this address."""
    from graph.store.endpoints import open_endpoint as opened  # a folder is opened without a library of HTTP

    return opened(location, write=write)


# the scheme of a location -> what opens it; the empty one is a folder
STORES: dict[str, Callable[..., Store]] = {
    "": open_embedded,
    ":memory": open_memory,
    "http": open_endpoint,
    "https": open_endpoint,
}


def open_store(location: str | Path, *, write: bool = False) -> Store:
    """Open a store: a folder, ":memory:", or the address of a SPARQL endpoint (https://host/query).

    :raises StoreError: where it is missing, locked, of another format, or of a kind that is not known.
    """
    text = str(location)
    scheme = scheme_of(text)
    if scheme not in STORES:
        raise StoreError(f"There is no way to open the store {text}: name a folder, or an address of http or https.")
    return STORES[scheme](text, write=write)


def is_endpoint(location: str | Path) -> bool:
    """Whether a location is the address of a server, and no folder."""
    return scheme_of(str(location)) in ("http", "https")


def scheme_of(location: str) -> str:
    """What says how a location is opened: a key of STORES where it can be."""
    # one slash, since that is what a Path leaves of two
    address = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):/", location)
    return address[1].lower() if address else ":memory" if location == ":memory:" else ""

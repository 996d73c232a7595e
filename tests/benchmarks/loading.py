"""A file of N-Quads into a store of ours, as `claimgraph load` does it."""

from pathlib import Path

from graph.store import open_store
from graph.store.files import quads_of


def load(path: Path, store: Path) -> None:
    """Put all quads of a file into a new store, and the merge of its graphs beside them."""
    with open_store(store, write=True) as opened:
        opened.load(quads_of(path))

"""A file of N-Quads into a store of ours; the one place to change when `claimgraph load` does this."""

from pathlib import Path

from pyoxigraph import RdfFormat, parse

from graph.store.changes import with_merge
from graph.store.embedded import WriteStore
from graph.store.layout import Layout


def load(path: Path, store: Path) -> None:
    """Put all quads of a file into a new store, and the merge of its graphs beside them."""
    with WriteStore(Layout(store)) as opened:
        opened.before_commit()
        opened.db.bulk_extend(with_merge(parse(path=path, format=RdfFormat.N_QUADS)))
        opened.db.optimize()  # a bulk load leaves files that overlap: a query then looks into each of them
        opened.publish()

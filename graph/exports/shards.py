"""N-Quads in a folder of packed files, for the bulk loader of a store that is too large for one machine.

Each article's graph is whole in one file, so that files can be loaded side by side.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

from graph.exports.nquads import quads_of
from graph.store import Store


def write_shards(store: Store, folder: Path, size: int) -> None:
    """Write part-00001.nq.gz and so on, each of `size` statements or little more, into a folder that is there."""
    for number, lines in enumerate(_shards(store, size), start=1):
        # no time and no name within, so that the same store gives the same bytes
        (folder / f"part-{number:05}.nq.gz").write_bytes(gzip.compress(lines, compresslevel=6, mtime=0))


def _shards(store: Store, size: int) -> Iterator[bytes]:
    shard: list[bytes] = []
    held = 0
    for graph in sorted(store.graphs()):
        lines = b"".join(quads_of(store, graph))
        count = lines.count(b"\n")
        if held and held + count > size:
            yield b"".join(shard)
            shard, held = [], 0
        shard.append(lines)
        held += count
    if held:
        yield b"".join(shard)

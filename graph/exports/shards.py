"""N-Quads in a folder of packed files, for the bulk loader of a store that is too large for one machine.

Each article's graph is whole in one file, so that files can be loaded side by side.
"""

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError
from graph.exports.nquads import lines_of
from graph.exports.ordered import ordered_graphs
from graph.store import Store


def write_shards(store: Store, folder: Path, size: int) -> None:
    """Write part-00001.nq.gz and so on, each of `size` statements or little more, into a folder that is made.

    :raises InputError: where the folder is there already, or cannot be written; nothing is left of it then.
    """
    if folder.exists():
        raise InputError(f"{folder} is there already: name a new folder with --out.")
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.resolve().parent))
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be made: {error.strerror or error}.") from error
    try:
        for number, lines in enumerate(_shards(store, size), start=1):
            # no time and no name within, so that the same store gives the same bytes
            (beside / f"part-{number:05}.nq.gz").write_bytes(gzip.compress(lines, compresslevel=6, mtime=0))
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _shards(store: Store, size: int) -> Iterator[bytes]:
    lines, held = b"", 0
    for graph, triples in ordered_graphs(store):
        if held and held + len(triples) > size:
            yield lines
            lines, held = b"", 0
        lines += lines_of(graph, triples)
        held += len(triples)
    if held:
        yield lines

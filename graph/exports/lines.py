"""Lines of N-Triples in the order of their bytes, each once, in memory that does not grow with their number.

A graph of usual size is sorted where it is. What is larger is cut into sorted runs on the disk, which are merged block
by block (Knuth, The Art of Computer Programming, volume 3, section 5.4). The order is that of `LC_ALL=C sort -u`.
"""

import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import IO, TypeAlias

from graph.store import Store

ROOM = 16 << 20
"""How many bytes are sorted at once; Python takes some four times as much for them."""

BLOCK = 1 << 18
"""How many bytes of a run are read at once."""

MOST_RUNS = 64

Lines: TypeAlias = list[bytes]


def lines_of(store: Store, graphs: Iterable[str]) -> Iterator[bytes]:
    """The triples of some graphs together, as bytes that follow each other in order, each of many whole lines."""
    with _Runs() as runs:
        for graph in graphs:
            store.dump(graph, runs)
        yield from (b"".join(lines) for lines in runs.in_order())


class _Runs:
    """A file that takes lines in any order and in any pieces; it is on the disk once there are more than `ROOM`."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._held = 0
        self._runs: list[IO[bytes]] = []

    def __enter__(self) -> "_Runs":
        return self

    def __exit__(self, *_: object) -> None:
        for run in self._runs:
            run.close()

    def write(self, piece: bytes) -> int:
        """Take the next bytes."""
        self._pieces.append(piece)
        self._held += len(piece)
        if self._held >= ROOM:
            self._spill()
        return len(piece)

    def flush(self) -> None:
        """Nothing waits that somebody else could see."""

    def in_order(self) -> Iterator[Lines]:
        """All lines that were written."""
        if self._runs:
            self._spill()
            yield from _merged(self._runs)
        else:
            yield _once(self._taken())

    def _taken(self) -> Lines:
        """What is held in whole lines; the beginning of another stays."""
        lines = b"".join(self._pieces).splitlines(keepends=True)  # a line feed within a literal is escaped
        rest = [lines.pop()] if lines and not lines[-1].endswith(b"\n") else []
        self._pieces, self._held = rest, sum(map(len, rest))
        return lines

    def _spill(self) -> None:
        self._keep([_once(self._taken())])
        if len(self._runs) == MOST_RUNS:  # as many files may be open
            many, self._runs = self._runs, []
            self._keep(_merged(many))
            for run in many:
                run.close()

    def _keep(self, some: Iterable[Lines]) -> None:
        run = tempfile.TemporaryFile()  # noqa: SIM115 - closed with all the others
        self._runs.append(run)
        for lines in some:
            run.writelines(lines)
        run.seek(0)


def _merged(runs: Iterable[IO[bytes]]) -> Iterator[Lines]:
    """The lines of sorted files: of each block what is not behind the end of another's, for more may follow that."""
    blocks = [(run.readlines(BLOCK), run) for run in runs]
    while blocks := [(lines or run.readlines(BLOCK), run) for lines, run in blocks]:
        blocks = [(lines, run) for lines, run in blocks if lines]
        if not blocks:
            return
        least = min(lines[-1] for lines, _ in blocks)
        cuts = [bisect_right(lines, least) for lines, _ in blocks]
        yield _once(chain.from_iterable(lines[:cut] for (lines, _), cut in zip(blocks, cuts, strict=True)))
        blocks = [(lines[cut:], run) for (lines, run), cut in zip(blocks, cuts, strict=True)]


def _once(lines: Iterable[bytes]) -> Lines:
    return [line for line, _ in groupby(sorted(lines))]

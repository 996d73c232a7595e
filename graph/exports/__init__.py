"""The formats that a store can be written in: one file a format, one line in `EXPORTERS`."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

from pyoxigraph import Quad


class Graphs(Protocol):
    """What an exporter needs of a store: the IRIs of its named graphs, and the quads of one."""

    def graphs(self) -> Iterable[str]: ...

    def quads(self, graph: str) -> Iterator[Quad]: ...


Exporter = Callable[[Graphs, BinaryIO], None]

EXPORTERS: dict[str, Exporter] = {}

"""The formats that a store can be written in: one file a format, one line in `EXPORTERS`."""

from collections.abc import Callable
from typing import BinaryIO

from graph.store import Store

Exporter = Callable[[Store, BinaryIO], None]

EXPORTERS: dict[str, Exporter] = {}

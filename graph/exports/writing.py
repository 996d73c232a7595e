"""A store in one of the formats, into a file, a folder or onto standard output."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import InputError
from graph.exports import EXPORTERS, Exporter
from graph.exports.files import write_file, write_folder
from graph.exports.shards import write_shards
from graph.networks.filtering import apply_filter
from graph.networks.filters import Filter
from graph.networks.graphs import NETWORKS
from graph.networks.reading import read_debate
from graph.networks.tables import chosen
from graph.store import Store
from graph.terminal.streams import standard_output


class Asked(NamedTuple):
    """What of a store is to be written: a network (a key of `NETWORKS`) of the statements that a filter keeps.

    With `excel`, tables are written so that a spreadsheet opens them rightly and runs no cell. With `shards`, N-Quads
    go into a new folder of files of about so many statements. With a `frame` (one of `FRAMES`), JSON-LD is a tree for
    each article, actor or proposal.
    """

    network: str | None = None
    wanted: Filter = Filter()
    shards: int = 0
    excel: bool = False
    frame: str | None = None


def export(store: Store, name: str, path: Path | None, asked: Asked = Asked()) -> None:  # noqa: B008 - unchangeable
    """Write the store in a format of `EXPORTERS`; without a path, onto standard output.

    :raises InputError: where there is no such format, it cannot hold what is asked for, or the file cannot be
        written; an older file then stays.
    """
    if name not in EXPORTERS:
        raise InputError(f"There is no export format {name}: choose one of {', '.join(EXPORTERS)}.")
    exporter = EXPORTERS[name]
    _check(name, exporter, path, asked)
    if asked.shards and path is not None:
        write_folder(path, lambda folder: write_shards(store, folder, asked.shards))
        return
    write = _writer(store, exporter, asked)
    if path is None:
        with standard_output() as out:
            write(out)
    elif exporter.folder:
        write_folder(path, write)
    else:
        write_file(path, write)


def _check(name: str, exporter: Exporter, path: Path | None, asked: Asked) -> None:
    if asked.shards and (name != "nquads" or path is None):
        raise InputError("--shards is for `export nquads` into a folder: name the folder with --out.")
    if exporter.folder and path is None:
        raise InputError(f"{name} is a folder of files: name a new folder with --out.")
    if asked.excel and not exporter.cells:
        able = ", ".join(other for other, found in EXPORTERS.items() if found.cells)
        raise InputError(f"{name} is nothing for a spreadsheet: leave --for out, or write {able}.")
    if asked.frame is not None and exporter.framed is None:
        able = ", ".join(other for other, found in EXPORTERS.items() if found.framed)
        raise InputError(f"{name} has no trees: leave --frame out, or write {able}.")
    if exporter.of == "store" and (asked.network or asked.wanted != Filter()):
        able = ", ".join(other for other, found in EXPORTERS.items() if found.of != "store")
        raise InputError(f"{name} holds the whole store: leave --network and the filters out, or write {able}.")
    if exporter.of == "debate" and asked.network:
        able = ", ".join(other for other, found in EXPORTERS.items() if found.of == "network")
        raise InputError(f"{name} holds statements and no network: leave --network out, or write {able}.")


def _writer(store: Store, exporter: Exporter, asked: Asked) -> Callable[[Any], None]:
    """What writes to a place that is given to it; what is asked for is read now, and found wanting now."""
    if exporter.framed and asked.frame is not None:
        return partial(exporter.framed, store, name=asked.frame)
    if exporter.of == "store":
        return lambda place: exporter.write(store, place)
    debate = apply_filter(read_debate(store), asked.wanted)
    more = {"excel": asked.excel} if exporter.cells else {}
    if exporter.of == "debate":
        return lambda place: exporter.write(debate, store, place, **more)
    graph = chosen(NETWORKS, asked.network or "actors-proposals", "network")(debate)
    return lambda place: exporter.write(graph, debate, place, **more)

"""RDF files as quads to load: any syntax of RDF, packed or not, each quad in a named graph."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from pyoxigraph import NamedNode, Quad, RdfFormat

from graph.errors import InputError
from graph.store.homes import at_home
from graph.store.missing import no_file
from graph.vocabulary import Minter, slug

_SUFFIXES = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld", ".n3")
_NAMES = "ttl, nt, nq, trig, rdf, jsonld or n3, perhaps with .gz, .zst, .bz2 or .xz after it"


def _zstandard(path: Path) -> IO[bytes]:
    import zstandard

    opened: IO[bytes] = zstandard.open(path, "rb")
    return opened


_OPENERS: dict[str, Callable[[Path], Any]] = {
    ".gz": gzip.open, ".zst": _zstandard, ".bz2": bz2.open, ".xz": lzma.open,
}  # fmt: skip


def quads_of(path: Path, graph: str | None = None) -> Iterator[Quad]:
    """The quads of a file, those without a graph of their own in `graph`, else in one that is named after the file.

    Blank nodes get names of their graph and the file's contents (RDF 1.1 Concepts, section 3.5), so that the same
    file gives the same names, and another file others.

    :raises InputError: where the file is of no syntax that is known, breaks its rules, or holds what is not taken;
        says the line where it can.
    """
    if not path.is_file():
        raise InputError(_no_file(path))
    form, opener = _kind_of(path)
    home = _home(path, graph)
    return _said_plainly(path, _unchanged(path, at_home(path, form, opener, home)))


def _home(path: Path, graph: str | None) -> NamedNode:
    try:
        return NamedNode(graph or Minter().graph(slug(_stem(path))))
    except ValueError as error:
        if graph:
            raise InputError(f"{graph!r} is no IRI of a graph: write it in full, as https://example.org/g.") from error
        raise InputError(f"{str(path)!r} has a name that no graph can have: name its graph by --graph.") from error


def _no_file(path: Path) -> str:
    if path.exists() and not path.is_dir():
        return f"{path} is a pipe or a device, and a file is read more than once: save it as a file."
    return f"{no_file(path, _SUFFIXES)}: name a file of RDF."


def _unchanged(path: Path, quads: Iterator[Quad]) -> Iterator[Quad]:
    """The quads, if nobody writes to the file meanwhile: half a file may look like a whole one."""
    before = _state(path)
    yield from quads
    if _state(path) != before:
        raise InputError(f"{path} was changed while it was read: load it again when it is whole.")


def _state(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _kind_of(path: Path) -> tuple[RdfFormat, Callable[[Path], Any]]:
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    packed = suffixes.pop() if suffixes and suffixes[-1] in _OPENERS else ""
    form = RdfFormat.from_extension(suffixes[-1][1:]) if suffixes else None
    if form is None:
        raise InputError(f"{path} is of no syntax of RDF by its name: call it {_NAMES}.")
    return form, _OPENERS.get(packed, lambda plain: plain.open("rb"))


def _stem(path: Path) -> str:
    name = path.name
    for suffix in reversed(path.suffixes[-2:]):
        name = name.removesuffix(suffix)
    return name


def _said_plainly(path: Path, quads: Iterator[Quad]) -> Iterator[Quad]:
    try:
        yield from quads
    except SyntaxError as error:
        if "remote context" in str(error):
            raise InputError(
                f"{path} names a JSON-LD context on the web, and contexts are not fetched: put the context itself "
                "where its address stands, or turn the file into N-Quads with a tool that may fetch it."
            ) from error
        raise InputError(f"{path} breaks the rules of its syntax: {' '.join(str(error).split())}.") from error
    except MemoryError as error:  # so the engine says that its buffer is full
        if not error.args:
            raise
        raise InputError(f"{path} holds a text that is longer than is taken ({error.args[0]}): shorten it.") from error
    except _packing_errors() as error:
        raise InputError(f"{path} cannot be read ({' '.join(str(error).split())}): check that it is whole.") from error


def _packing_errors() -> tuple[type[Exception], ...]:
    import zstandard

    return EOFError, OSError, ValueError, lzma.LZMAError, zstandard.ZstdError

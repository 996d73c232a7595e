"""RDF files as quads to load: any syntax of RDF, packed or not, each quad in a named graph."""

import bz2
import gzip
import hashlib
import lzma
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse

from graph.errors import InputError
from graph.store.entities import ShortEntities
from graph.store.rdf11 import beyond
from graph.vocabulary import Minter, slug

_DEFAULT = DefaultGraph()
_LINES = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)
_SIGNS = (b"_:", b"<<(", b"--ltr", b"--rtl")
_LONGEST_SIGN = max(map(len, _SIGNS))
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
    return _said_plainly(path, _unchanged(path, _at_home(path, form, opener, home)))


def _home(path: Path, graph: str | None) -> NamedNode:
    try:
        return NamedNode(graph or Minter().graph(slug(_stem(path))))
    except ValueError as error:
        if graph:
            raise InputError(f"{graph!r} is no IRI of a graph: write it in full, as https://example.org/g.") from error
        raise InputError(f"{str(path)!r} has a name that no graph can have: name its graph by --graph.") from error


def _no_file(path: Path) -> str:
    if path.is_dir():
        return f"{path} is a folder: name its files, as {path / '*.nq'}."
    if path.exists():
        return f"{path} is a pipe or a device, and a file is read more than once: save it as a file."
    return f"There is no file {path}: name a file of RDF."


def _unchanged(path: Path, quads: Iterator[Quad]) -> Iterator[Quad]:
    """The quads, if nobody writes to the file meanwhile: half a file may look like a whole one."""
    before = _state(path)
    yield from quads
    if _state(path) != before:
        raise InputError(f"{path} was changed while it was read: load it again when it is whole.")


def _state(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _at_home(path: Path, form: RdfFormat, opener: Callable[[Path], Any], home: NamedNode) -> Iterator[Quad]:
    name = _namer(path, form, home) if form not in _LINES or _is_to_be_looked_at(path, opener) else None
    with _opened(path, opener) as file:
        source: Any = ShortEntities(file, path) if form == RdfFormat.RDF_XML else file
        for quad in parse(source, form):
            if name is not None:
                yield name(quad)
            elif quad.graph_name == _DEFAULT:
                yield Quad(quad.subject, quad.predicate, quad.object, home)
            else:
                yield quad


@contextmanager
def _opened(path: Path, opener: Callable[[Path], Any]) -> Iterator[Any]:
    """The file from its beginning, behind the byte order mark that some editors put there."""
    with opener(path) as file:
        marked = file.read(len(BOM_UTF8)) == BOM_UTF8
    with opener(path) as file:
        if marked:
            file.read(len(BOM_UTF8))
        yield file


def _is_to_be_looked_at(path: Path, opener: Callable[[Path], Any]) -> bool:
    """Whether a sign of a blank node or of RDF 1.2 stands anywhere; looking for it is quicker than at each quad."""
    with opener(path) as file:
        last = b""
        while piece := file.read(1 << 20):
            both = last + piece
            if any(sign in both for sign in _SIGNS):
                return True
            last = piece[-_LONGEST_SIGN:]
    return False


def _namer(path: Path, form: RdfFormat, home: NamedNode) -> Callable[[Quad], Quad]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:12]

    def sure(term: Any, graph: NamedNode) -> Any:  # noqa: ANN401 - any term, as it was
        if isinstance(term, BlankNode):
            return NamedNode(f"{graph.value}/.well-known/genid/{digest}-{term.value}")
        if what := beyond(term):
            raise InputError(f"{path} holds {what}, which is of RDF 1.2 and not taken: write it in RDF 1.1.")
        return term

    def name(quad: Quad) -> Quad:
        graph = quad.graph_name if isinstance(quad.graph_name, NamedNode) else home
        if form == RdfFormat.N3 and quad.graph_name != _DEFAULT:
            raise InputError(f"{path} holds a formula of N3, which states nothing by itself: take out its {{ }}.")
        return Quad(sure(quad.subject, graph), quad.predicate, sure(quad.object, graph), graph)

    return name


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

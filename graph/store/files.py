"""RDF files as quads to load: any syntax of RDF, packed or not, each quad in a named graph."""

import bz2
import gzip
import hashlib
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse

from graph.errors import InputError
from graph.store.missing import no_file
from graph.vocabulary import Minter, slug

_DEFAULT = DefaultGraph()
_LINES = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)
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

    :raises InputError: where the file is of no syntax that is known, or breaks its rules; says the line where it can.
    """
    if not path.is_file():
        raise InputError(f"{no_file(path, _SUFFIXES)}: name a file of RDF.")
    form, opener = _kind_of(path)
    try:
        home = NamedNode(graph or Minter().graph(slug(_stem(path))))
    except ValueError as error:
        raise InputError(f"{graph!r} is no IRI of a graph: write it in full, as https://example.org/g.") from error
    return _said_plainly(path, _at_home(path, form, opener, home))


def _at_home(path: Path, form: RdfFormat, opener: Callable[[Path], Any], home: NamedNode) -> Iterator[Quad]:
    blank = form not in _LINES or _may_hold_blank_nodes(path, opener)
    name = _namer(path, home) if blank else None
    with opener(path) as file:
        for quad in parse(file, form):
            if name is not None:
                yield name(quad)
            elif quad.graph_name == _DEFAULT:
                yield Quad(quad.subject, quad.predicate, quad.object, home)
            else:
                yield quad


def _may_hold_blank_nodes(path: Path, opener: Callable[[Path], Any]) -> bool:
    """Whether the sign of a blank node stands anywhere; looking for it is much quicker than looking at each quad."""
    with opener(path) as file:
        last = b""
        while piece := file.read(1 << 20):
            if b"_:" in last + piece:
                return True
            last = piece[-1:]
    return False


def _namer(path: Path, home: NamedNode) -> Callable[[Quad], Quad]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:12]

    def sure(term: Any, graph: NamedNode) -> Any:  # noqa: ANN401 - any term, as it was
        if not isinstance(term, BlankNode):
            return term
        return NamedNode(f"{graph.value}/.well-known/genid/{digest}-{term.value}")

    def name(quad: Quad) -> Quad:
        graph = quad.graph_name if isinstance(quad.graph_name, NamedNode) else home
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
        if "remote context" in str(error):
            raise InputError(
                f"{path} names a JSON-LD context on the web, and contexts are not fetched: put the context itself "
                "where its address stands, or turn the file into N-Quads with a tool that may fetch it."
            ) from error
        raise InputError(f"{path} breaks the rules of its syntax: {' '.join(str(error).split())}.") from error
    except _packing_errors() as error:
        raise InputError(f"{path} cannot be read ({' '.join(str(error).split())}): check that it is whole.") from error


def _packing_errors() -> tuple[type[Exception], ...]:
    import zstandard

    return EOFError, OSError, ValueError, lzma.LZMAError, zstandard.ZstdError

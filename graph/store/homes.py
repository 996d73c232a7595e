"""The quads of one file, each in a named graph, blank nodes under a name; what the store does not take is refused."""

import hashlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse

from graph.errors import InputError
from graph.store.entities import ShortEntities
from graph.store.rdf11 import beyond

_DEFAULT = DefaultGraph()
_LINES = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)
_SIGNS = (b"_:", b"<<(", b"--ltr", b"--rtl")
_LONGEST_SIGN = max(map(len, _SIGNS))


def at_home(path: Path, form: RdfFormat, opener: Callable[[Path], Any], home: NamedNode) -> Iterator[Quad]:
    """The quads of a file, those without a graph of their own in `home`.

    :raises InputError: where one is not taken; what the parser and the opener raise comes as it is.
    """
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

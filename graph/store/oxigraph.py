"""A pyoxigraph store as a `Store`: in memory as it stands, on disk by `embedded`."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.errors import QueryError, StoreError
from graph.sparql.forms import refuse_elsewhere
from graph.store.answers import Answer, answered
from graph.store.changes import named, update_of, with_merge
from graph.store.trouble import said_plainly
from graph.vocabulary import PREFIXES, iri

if TYPE_CHECKING:
    import rdflib

_FINGERPRINT = NamedNode(iri("cg:fingerprint"))
_SIGNATURE = NamedNode(iri("cg:signature"))
_USED = NamedNode(iri("prov:used"))
_MERGE = DefaultGraph()


class OxigraphStore:
    """The quads are in `db`; the default graph holds the merge of the named graphs (see `changes`)."""

    def __init__(self, db: pyoxigraph.Store, location: str = ":memory:", *, writable: bool = True) -> None:
        self._db: pyoxigraph.Store | None = db
        self.location = location
        self._writable = writable

    @property
    def db(self) -> pyoxigraph.Store:
        """The pyoxigraph store itself, for what this class does not do."""
        if self._db is None:
            raise StoreError(f"The store {self.location} was closed: open it again with open_store.")
        return self._db

    def graphs(self, prefix: str = "") -> Iterator[str]:
        names = (node.value for node in self.db.named_graphs())
        return (name for name in names if name.startswith(prefix))

    def quads(self, graph: str) -> Iterator[Quad]:
        return self.db.quads_for_pattern(None, None, None, NamedNode(graph))

    def query(self, sparql: str, *, named: bool = False, federation: bool = False) -> Answer:
        if not federation:
            refuse_elsewhere(sparql)
        try:
            if named:  # a default graph of no graphs at all
                return answered(self.db.query(sparql, prefixes=PREFIXES, default_graph=[]))
            return answered(self.db.query(sparql, prefixes=PREFIXES))
        except SyntaxError as error:
            raise QueryError(f"The query is not SPARQL: {error}.") from error
        except RuntimeError as error:  # a function that nobody knows
            raise QueryError(f"{str(error).rstrip('.')}: use the functions of SPARQL 1.1.") from error

    def to_rdflib(self) -> "rdflib.Dataset":
        from graph.store.rdflib_graph import as_dataset

        return as_dataset(quad for name in self.graphs() for quad in self.quads(name))

    def size(self) -> int:
        return len(self.db) - sum(1 for _ in self.db.quads_for_pattern(None, None, None, _MERGE))

    def fingerprint(self, article: str) -> str | None:
        node = NamedNode(article)
        runs = [quad.subject for quad in self.db.quads_for_pattern(None, _USED, node, _MERGE)]
        for holder in (node, *runs):
            for quad in self.db.quads_for_pattern(holder, _FINGERPRINT, None, _MERGE):
                if isinstance(quad.object, Literal):
                    return quad.object.value
        return None

    def articles_sharing(self, bands: Iterable[str]) -> tuple[str, ...]:
        found = {
            quad.subject.value: None
            for band in bands
            for quad in self.db.quads_for_pattern(None, _SIGNATURE, Literal(band), _MERGE)
            if isinstance(quad.subject, NamedNode)
        }
        return tuple(found)

    def replace_graph(self, graph: str, quads: Iterable[Quad]) -> None:
        name = NamedNode(graph)
        wanted = set(named(quads, name))
        with said_plainly(self.location):
            held = set(self.db.quads_for_pattern(None, None, None, name))
            self._change(held - wanted, wanted - held, emptied=None if wanted else name)
        self.after_commit()

    def add(self, quads: Iterable[Quad]) -> None:
        new = set(named(quads))
        with said_plainly(self.location):
            self._change(set(), new)
        self.after_commit()

    def remove_graph(self, graph: str) -> None:
        self.replace_graph(graph, ())

    def _change(self, gone: set[Quad], new: set[Quad], emptied: NamedNode | None = None) -> None:
        if not self._writable:
            raise StoreError(f"The store {self.location} is open for reading: open it with write=True to change it.")
        if not gone and not new:
            return
        self.before_commit()
        if gone:
            self.db.update(update_of(self.db, gone, new, emptied))
        else:
            self.db.extend(with_merge(new))

    def before_commit(self) -> None:
        """Called ahead of each change; for stores that have readers to think of."""

    def after_commit(self) -> None:
        """Called when a change is in the store."""

    def close(self) -> None:
        self._db = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

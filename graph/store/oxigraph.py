"""A pyoxigraph store as a `Store`: in memory as it stands, on disk by `embedded`."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from graph.errors import QueryError
from graph.sparql.depth import refuse_deep
from graph.sparql.forms import refuse_elsewhere
from graph.sparql.prologue import prefixes_of
from graph.store.answers import Answer, answered
from graph.store.changes import emptied_by, named, update_of, with_merge
from graph.store.common import CommonStore
from graph.store.trouble import said_plainly
from graph.store.updates import Agree, Changes, always, changes_of
from graph.vocabulary import iri

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from graph.store.plans import Plan

_FINGERPRINT = NamedNode(iri("cg:fingerprint"))
_SIGNATURE = NamedNode(iri("cg:signature"))
_USED = NamedNode(iri("prov:used"))
_MERGE = DefaultGraph()


class OxigraphStore(CommonStore):
    """The quads are in `db`; the default graph holds the merge of the named graphs (see `changes`)."""

    def __init__(self, db: pyoxigraph.Store, location: str = ":memory:", *, writable: bool = True) -> None:
        self._db: pyoxigraph.Store | None = db
        self.location = location
        self._writable = writable

    @property
    def db(self) -> pyoxigraph.Store:
        """The pyoxigraph store itself, for what this class does not do."""
        if self._db is None:
            raise self._closed()
        return self._db

    def graphs(self, prefix: str = "") -> Iterator[str]:
        names = (node.value for node in self.db.named_graphs())
        return (name for name in names if name.startswith(prefix))

    def quads(self, graph: str) -> Iterator[Quad]:
        return self.db.quads_for_pattern(None, None, None, NamedNode(graph))

    def dump(self, graph: str, out: "SupportsWrite[bytes]") -> None:
        self.db.dump(out, RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))  # type: ignore[arg-type] # it asks for no more

    def query(self, sparql: str, *, named: bool = False, federation: bool = False) -> Answer:
        refuse_deep(sparql)
        if not federation:
            refuse_elsewhere(sparql)
        with _Answering():
            # `named`: a default graph of no graphs at all
            raw = self.db.query(sparql, prefixes=prefixes_of(sparql), default_graph=[] if named else None)
            return answered(raw, _Answering)

    def plan(self, sparql: str, timeout: float | None = None) -> "Plan | None":
        return None  # the engine tells one of a database on disk

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
            self._change(held - wanted, wanted - held, () if wanted else (name,))
        self.after_commit()

    def add(self, quads: Iterable[Quad]) -> None:
        new = set(named(quads))
        with said_plainly(self.location):
            self._change(set(), new)
        self.after_commit()

    def load(self, quads: Iterable[Quad]) -> None:
        self._check_writable()
        with said_plainly(self.location):
            self._load(with_merge(quads))
        self.after_commit()

    def _load(self, quads: Iterable[Quad]) -> None:
        self.db.bulk_extend(quads)

    def update(self, sparql: str, *, agree: Agree = always, federation: bool = False) -> bool:
        self._check_writable()
        refuse_deep(sparql, "update")
        if not federation:
            refuse_elsewhere(sparql)
        with said_plainly(self.location):
            changes = self._tried(sparql)
        if not agree(changes):
            return False
        with said_plainly(self.location):
            gone, new = set(changes.gone), set(named(changes.new))
            self._change(gone, new, emptied_by(self.db, gone, new))
        self.after_commit()
        return True

    def _tried(self, sparql: str) -> Changes:
        """What an update changes on a copy of the database."""
        copy = pyoxigraph.Store()
        copy.extend(self.db)
        return changes_of(self.db, copy, sparql)

    def _check_writable(self) -> None:
        if not self._writable:
            raise self._not_writable()

    def _change(self, gone: set[Quad], new: set[Quad], emptied: Iterable[NamedNode] = ()) -> None:
        self._check_writable()
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


class _Answering:
    """For as long as a query is read and answered: another server may fail, or the disk.

    A class, since a generator as a context manager takes ten times as long, which shows beside a query of 0.1 ms.
    """

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, SyntaxError):
            raise QueryError(f"The query is not SPARQL: {error}.") from error
        if isinstance(error, (OSError, RuntimeError)):
            raise QueryError(f"The query cannot be answered: {' '.join(str(error).split()).rstrip('.')}.") from error

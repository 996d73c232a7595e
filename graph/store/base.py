"""What every store can do, whatever holds the quads."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from pyoxigraph import Quad

from graph.store.answers import Answer
from graph.store.updates import Agree, always

if TYPE_CHECKING:
    import rdflib
    from _typeshed import SupportsWrite

    from graph.store.plans import Plan


class Store(Protocol):
    """A graph of named graphs: one for each article, and a few for what articles share.

    A query sees the merge of all named graphs, each triple once, unless it says GRAPH or is run with `named`.
    Graphs and articles are named by their IRI.
    """

    location: str

    def graphs(self, prefix: str = "") -> Iterator[str]:
        """The names of the graphs, those only that start with `prefix`."""
        ...

    def quads(self, graph: str) -> Iterator[Quad]:
        """All that one graph holds; nothing where there is no such graph."""
        ...

    def dump(self, graph: str, out: "SupportsWrite[bytes]") -> None:
        """Write what one graph holds as N-Triples, in no order; what is written at once may end within a line."""
        ...

    def query(self, sparql: str, *, named: bool = False, federation: bool = False) -> Answer:
        """Run one SPARQL query; the prefixes of `vocabulary` need no declaration.

        It runs until it is done. With `federation` it may ask other servers (SERVICE).

        :raises QueryError: where it is not SPARQL, is too deep for the engine, or asks another server and may not.
        """
        ...

    def plan(self, sparql: str, timeout: float | None = None) -> "Plan | None":
        """How a query, which declares its prefixes, is evaluated, with rows and times; None where none is told.

        :raises QueryTimeout: where it runs longer than so many seconds.
        """
        ...

    def size(self) -> int:
        """How many quads the named graphs hold."""
        ...

    def fingerprint(self, article: str) -> str | None:
        """What the last reading of an article depended on (see `model.Extraction`); None where there was none."""
        ...

    def articles_sharing(self, bands: Iterable[str]) -> tuple[str, ...]:
        """The articles with one of these parts of a signature: those that a new text may be a near-duplicate of."""
        ...

    def replace_graph(self, graph: str, quads: Iterable[Quad]) -> None:
        """Make a graph hold exactly these quads (their own graph name is overruled), in one atomic step.

        :raises StoreError: where it cannot be written; the store then holds what it held before.
        """
        ...

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads to the graphs that they name, in one atomic step."""
        ...

    def remove_graph(self, graph: str) -> None:
        """Take a graph away, in one atomic step."""
        ...

    def to_rdflib(self) -> "rdflib.Dataset":
        """A copy of all named graphs, in memory; a query to it sees their union, and asks nobody else."""
        ...

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads to the graphs that they name, quicker than `add`; blank nodes must have got names.

        :raises StoreError: where they cannot all be written; a store on disk then holds what it held before.
        """
        ...

    def update(self, sparql: str, *, agree: Agree = always, federation: bool = False) -> bool:
        """Do a SPARQL update, one atomic step, if `agree` says yes to what it changes; gives whether it was done.

        What it takes from the union of the graphs goes from all of them; what it puts there goes into the curation
        graph. With `federation` it may ask other servers (SERVICE, LOAD).

        :raises QueryError: where it is not SPARQL, is too deep for the engine, or asks another server and may not.
        """
        ...

    def close(self) -> None:
        """Let readers see what was written, and let the next writer in."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

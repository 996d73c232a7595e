"""What stores do alike, by what each does in its own way."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import Quad, RdfFormat, serialize

from graph.errors import StoreError

if TYPE_CHECKING:
    import rdflib
    from _typeshed import SupportsWrite


class CommonStore:
    """A part of a `Store`, for classes that have the rest of it."""

    location: str

    def graphs(self, prefix: str = "") -> Iterator[str]:
        raise NotImplementedError

    def quads(self, graph: str) -> Iterator[Quad]:
        raise NotImplementedError

    def replace_graph(self, graph: str, quads: Iterable[Quad]) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def remove_graph(self, graph: str) -> None:
        self.replace_graph(graph, ())

    def dump(self, graph: str, out: "SupportsWrite[bytes]") -> None:
        serialize((quad.triple for quad in self.quads(graph)), out, RdfFormat.N_TRIPLES)  # type: ignore[arg-type] # it asks for no more

    def to_rdflib(self) -> "rdflib.Dataset":
        from graph.store.rdflib_graph import as_dataset

        return as_dataset(quad for name in self.graphs() for quad in self.quads(name))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _closed(self) -> StoreError:
        return StoreError(f"The store {self.location} was closed: open it again with open_store.")

    def _not_writable(self) -> StoreError:
        return StoreError(f"The store {self.location} is open for reading: open it with write=True to change it.")

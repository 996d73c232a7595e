"""Whether a store holds what it should: SHACL shapes, and the proof of every quotation, one graph at a time.

The proof reads the text itself and is quick; the shapes go through pyshacl, which takes most of the time.
"""

from collections.abc import Iterator

from graph.store import Store
from graph.validation.problem import Problem
from graph.validation.proof import prove
from graph.validation.shapes import References, Shapes
from graph.vocabulary import RESERVED_GRAPHS

__all__ = ["Problem", "validate"]


def validate(store: Store, *, proof_only: bool = False) -> Iterator[Problem]:
    """The problems of a store, graph by graph: the cost grows with the store, the memory with its largest graph.

    With `proof_only`, the shapes are left out.
    """
    shapes = None if proof_only else Shapes()
    references = References()
    graphs = sorted(store.graphs(), key=lambda graph: (not _is_shared(graph), graph))
    for graph in filter(_is_shared, graphs):
        references.add(store.quads(graph))
    for graph in graphs:
        quads = list(store.quads(graph))
        yield from prove(graph, quads)
        if shapes:
            yield from shapes.check(graph, [*(quad.triple for quad in quads), *references.of(quads)])


def _is_shared(graph: str) -> bool:
    return graph.rpartition("/")[2] in RESERVED_GRAPHS

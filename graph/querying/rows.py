"""An answer as rows under headings, whatever was asked: solutions, triples, or yes and no."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from graph.querying.cells import Term
from graph.store import Answer


@dataclass(frozen=True, slots=True)
class Rows:
    """Headings, and rows that come one by one; a cell is None where a variable is unbound."""

    headings: tuple[str, ...]
    cells: Iterator[tuple[Term | None, ...]]


def rows_of(answer: Answer) -> Rows:
    """The answer as rows: triples as subject, predicate and object, ASK as one row."""
    if isinstance(answer, QuerySolutions):
        names = tuple(variable.value for variable in answer.variables)
        return Rows(names, (tuple(solution) for solution in answer))
    if isinstance(answer, QueryTriples):
        return Rows(("subject", "predicate", "object"), ((t.subject, t.predicate, t.object) for t in answer))
    assert isinstance(answer, QueryBoolean)
    from pyoxigraph import Literal

    return Rows(("answer",), iter([(Literal(bool(answer)),)]))

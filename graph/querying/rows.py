"""An answer as rows under headings, whatever was asked: solutions, triples, or yes and no."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.store import Answer, Solutions, Triples

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


class Rows(NamedTuple):
    """Headings, and rows that come one by one; a cell is None where a variable is unbound."""

    headings: tuple[str, ...]
    cells: Iterator[tuple[Term | None, ...]]


def rows_of(answer: Answer) -> Rows:
    """The answer as rows: triples as subject, predicate and object, ASK as one row."""
    if isinstance(answer, Solutions):
        return Rows(answer.variables, (tuple(solution) for solution in answer))
    if isinstance(answer, Triples):
        return Rows(("subject", "predicate", "object"), ((t.subject, t.predicate, t.object) for t in answer))
    return Rows(("answer",), iter([(Literal(bool(answer)),)]))

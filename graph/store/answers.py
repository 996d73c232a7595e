"""What a query answers: rows, triples, or yes and no, as scripts and notebooks like to have them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from graph.errors import InputError, StoreError
from graph.store.values import Value, shown, value

if TYPE_CHECKING:
    import pandas
    import rdflib

Trouble: TypeAlias = Callable[[], AbstractContextManager[None]]
"""Turns what may go wrong while an answer is read into a StoreError."""

_SHOWN = 50  # rows in a notebook


class Solutions:
    """The rows of a SELECT; `row["who"]` and `row[0]` are terms, None where a variable is unbound.

    A loop reads each row once, as the store finds it. What `to_dicts`, `to_pandas` and a notebook read is kept, so
    that these may be asked again and again.
    """

    def __init__(self, raw: QuerySolutions, trouble: Trouble = nullcontext) -> None:
        self._raw, self._trouble = raw, trouble
        self._kept: list[QuerySolution] = []
        self._ended = False  # all rows were read
        self._looped = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(variable.value for variable in self._raw.variables)

    def __iter__(self) -> Iterator[QuerySolution]:
        self._refuse_again()
        if self._ended:
            return iter(self._kept)
        self._looped = True
        return self._rest()

    def __next__(self) -> QuerySolution:
        with self._trouble():
            found: QuerySolution = next(self._raw)
        return found

    def _rest(self) -> Iterator[QuerySolution]:
        yield from self._kept
        with self._trouble():
            yield from self._raw

    def to_dicts(self) -> list[dict[str, Value]]:
        """All rows as Python values (see `values.value`), a key for each variable, None where it is unbound."""
        names = self.variables
        return [{name: value(term) for name, term in zip(names, row, strict=True)} for row in self._first(None)]

    def to_pandas(self) -> "pandas.DataFrame":
        """All rows as a pandas DataFrame; pandas must be installed (`pip install pandas`)."""
        try:
            import pandas
        except ImportError as error:
            raise StoreError("to_pandas needs pandas, which is not installed: run `pip install pandas`.") from error
        return pandas.DataFrame(self.to_dicts(), columns=list(self.variables))

    def serialize(self, out: IO[bytes], form: QueryResultsFormat) -> None:
        """Write all rows in a format of the W3C, as they are found."""
        with self._trouble():
            self._raw.serialize(out, form)

    def _refuse_again(self) -> None:
        if self._looped:
            raise StoreError("The rows of this answer were read already: keep them with list(), or ask again.")

    def _first(self, number: int | None) -> list[QuerySolution]:
        """So many rows, or all, which are kept."""
        self._refuse_again()
        if not self._ended:
            more = None if number is None else max(0, number - len(self._kept))
            with self._trouble():
                fresh = list(islice(self._raw, more))
            self._kept += fresh
            self._ended = more is None or len(fresh) < more
        return self._kept if number is None else self._kept[:number]

    def _repr_html_(self) -> str:
        rows = self._first(_SHOWN + 1)
        return _table(self.variables, (tuple(row) for row in rows[:_SHOWN]), more=len(rows) > _SHOWN)


class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, each read once, as the store finds it."""

    def __init__(self, raw: Iterable[Triple], trouble: Trouble = nullcontext) -> None:
        self._raw, self._trouble = iter(raw), trouble
        self._kept: list[Triple] = []

    def __iter__(self) -> Iterator[Triple]:
        with self._trouble():
            yield from self._kept
            yield from self._raw

    def serialize(self, out: IO[bytes], form: RdfFormat, prefixes: dict[str, str] | None = None) -> None:
        """Write all triples in a syntax of RDF, as they are found.

        :raises InputError: where a triple is a term in one of them, which JSON-LD has no way to write.
        """
        serialize(map(_plain, self) if form == RdfFormat.JSON_LD else self, out, form, prefixes=prefixes)

    def to_rdflib(self) -> "rdflib.Graph":
        """All triples as an rdflib Graph."""
        from graph.store.rdflib_graph import as_graph

        return as_graph(self)

    def _repr_html_(self) -> str:
        with self._trouble():
            self._kept += islice(self._raw, max(0, _SHOWN + 1 - len(self._kept)))
        rows = ((t.subject, t.predicate, t.object) for t in self._kept[:_SHOWN])
        return _table(("subject", "predicate", "object"), rows, more=len(self._kept) > _SHOWN)


class Truth:
    """The answer of an ASK."""

    def __init__(self, answer: bool) -> None:
        self._answer = answer

    def __bool__(self) -> bool:
        return self._answer

    def __repr__(self) -> str:
        return "yes" if self._answer else "no"

    def serialize(self, out: IO[bytes], form: QueryResultsFormat) -> None:
        """Write it in a format of the W3C."""
        # the engine has no way to make one but to read one
        from pyoxigraph import parse_query_results

        said = b'{"head":{},"boolean":%s}' % (b"true" if self._answer else b"false")
        read = parse_query_results(said, QueryResultsFormat.JSON)
        assert isinstance(read, QueryBoolean)
        read.serialize(out, form)


Answer: TypeAlias = Solutions | Truth | Triples


def answered(raw: QuerySolutions | QueryBoolean | QueryTriples, trouble: Trouble = nullcontext) -> Answer:
    """The engine's answer as one of ours."""
    if isinstance(raw, QuerySolutions):
        return Solutions(raw, trouble)
    return Truth(bool(raw)) if isinstance(raw, QueryBoolean) else Triples(raw, trouble)


def _plain(triple: Triple) -> Triple:
    if isinstance(triple.object, Triple):
        raise InputError("JSON-LD has no triples as terms, which are of RDF 1.2: take turtle, ntriples or xml.")
    return triple


def _table(headings: Iterable[str], rows: Iterable[tuple[Any, ...]], *, more: bool) -> str:
    """A table in HTML; whatever the terms hold, it is text."""
    from html import escape

    head = "".join(f"<th>{escape(name)}</th>" for name in headings)
    body = "".join(f"<tr>{''.join(f'<td>{escape(shown(term))}</td>' for term in row)}</tr>" for row in rows)
    said = f"<p>The first {_SHOWN} rows; there are more.</p>" if more else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{said}"

"""The answers of a server as ours, read as they come; what does not parse to its end is an error and no short result.

Only formats that show where they end, or that HTTP ends, are asked for: JSON or XML for rows, N-Triples for triples.
CSV and TSV could be cut off unseen.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, NoReturn, cast

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph.errors import StoreError
from graph.store.answers import Answer, Solutions, Triples, Truth
from graph.store.endpoints.body import Body
from graph.store.values import visible

ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
TRIPLES = "application/n-triples, text/turtle;q=0.5"
_ROW_FORMATS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
}
_TRIPLE_FORMATS = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
}
_LONGEST_TRUTH = 1 << 20  # bytes


class Capped(StoreError):
    """The server gives no more rows than it is configured to."""


def rows_or_truth(body: Body, location: str) -> Answer:
    """The answer to a SELECT or an ASK.

    :raises StoreError: where the server says that it is not all, or it is of no format of results.
    """
    _refuse_partial(body, location)
    form = _ROW_FORMATS.get(body.kind) or _unknown(body, location)
    with _read_to_its_end(body, location):
        found = parse_query_results(cast(IO[bytes], body), form)
    if isinstance(found, QueryBoolean):
        return Truth(bool(found))
    return Solutions(cast(QuerySolutions, _Watched(found, body)), lambda: _read_to_its_end(body, location))


class _Watched:
    """The rows of an answer, which tell its body of each that was made: how long one may be is seen there."""

    def __init__(self, raw: QuerySolutions, body: Body) -> None:
        self._raw, self._body = raw, body
        self.variables = raw.variables

    def __iter__(self) -> Iterator[QuerySolution]:
        return self

    def __next__(self) -> QuerySolution:
        self._body.used()
        found: QuerySolution = next(self._raw)
        return found

    def serialize(self, out: IO[bytes], form: QueryResultsFormat) -> None:
        """Write the rows as they come, with which what was read of them is used."""
        self._raw.serialize(cast(IO[bytes], _Telling(out, self._body)), form)


class _Telling:
    """A file that tells a body of each piece that is written."""

    def __init__(self, out: IO[bytes], body: Body) -> None:
        self._out, self._body = out, body

    def write(self, data: bytes) -> int:
        self._body.used()
        return self._out.write(data)

    def flush(self) -> None:
        self._out.flush()


def truth(body: Body, location: str) -> Answer:
    """The answer to an ASK, which is read whole: the engine does not look whether a brace is missing after it."""
    if _ROW_FORMATS.get(body.kind) is not QueryResultsFormat.JSON:
        return rows_or_truth(body, location)
    _refuse_partial(body, location)
    with _read_to_its_end(body, location):
        return Truth(_said(json.loads(body.whole(_LONGEST_TRUTH))))


def _said(answer: Any) -> bool:  # noqa: ANN401 - whatever JSON there is
    """Yes or no; Virtuoso makes a table of it, with a row for yes and none for no.

    :raises ValueError: where it is neither.
    """
    if isinstance(said := answer.get("boolean"), bool):
        return said
    if answer["head"]["vars"] == ["__ASK_RETVAL"]:
        return bool(answer["results"]["bindings"])
    raise ValueError("it says neither yes nor no")


def triples(body: Body, location: str, check: Callable[[int], None] = lambda count: None) -> Triples:
    """The answer to a CONSTRUCT or a DESCRIBE; `check` is told how many there were, after the last.

    :raises StoreError: as `rows_or_truth`, and where HTTP does not tell where the answer ends.
    """
    _refuse_partial(body, location)
    form = _TRIPLE_FORMATS.get(body.kind) or _unknown(body, location)
    if not body.has_an_end:
        body.close()
        raise StoreError(
            f"The endpoint {location} does not tell where its answer ends (neither Content-Length nor chunks), so that "
            "a part would look like the whole: ask it with SELECT, or through a server of HTTP 1.1."
        )
    return Triples(_each(body, form, check), lambda: _read_to_its_end(body, location))


def _each(body: Body, form: RdfFormat, check: Callable[[int], None]) -> Iterator[Triple]:
    count = 0
    for quad in parse(cast(IO[bytes], body), form):
        count += 1
        body.used()
        yield quad.triple
    check(count)


@contextmanager
def _read_to_its_end(body: Body, location: str) -> Iterator[None]:
    try:
        yield
    except MemoryError:  # the engine keeps no value that is longer than 16 MiB
        body.close()
        raise StoreError(
            f"The answer of {location} has a value of more than 16 MiB, which none may have: leave it out of the query."
        ) from None
    except (SyntaxError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        body.close()
        said = " ".join(visible(str(error)).split())[:200]
        raise StoreError(
            f"The answer of {location} was cut off, or is not of its format ({said}): ask again, or for less."
        ) from None


def _refuse_partial(body: Body, location: str) -> None:
    """Virtuoso gives a part of the rows, with status 200, and says so in a header alone."""
    if rows := body.headers.get("X-SPARQL-MaxRows"):
        body.close()
        raise Capped(
            f"The endpoint {location} gives no more than {visible(rows)[:20]} rows, and there may be more: add a "
            "smaller LIMIT, or raise ResultSetMaxRows in its configuration."
        )
    if state := body.headers.get("X-SQL-State"):
        body.close()
        said = visible(body.headers.get("X-SQL-Message", ""))[:120]
        raise StoreError(
            f"The endpoint {location} gave up before it had all ({visible(state)[:20]}, {said}): narrow it."
        )


def _unknown(body: Body, location: str) -> NoReturn:
    body.close()
    raise StoreError(
        f"The endpoint {location} answers with {visible(body.kind)[:80] or 'no type at all'}, which is no answer to a "
        "query: check that this is the address of its queries."
    )

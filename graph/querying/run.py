"""From a question to its answer: found, checked, bound, run, written."""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from graph.errors import InputError, QueryError
from graph.querying.binding import bind, limited
from graph.querying.formats import FORMATS, Look, write_answer
from graph.querying.guard import check_syntax, notes
from graph.querying.params import given, terms
from graph.querying.rows import Term, rows_of
from graph.querying.saved import Query, find_query
from graph.sparql.forms import graphs_named
from graph.store import Answer, Store, open_store

_TABLE_ROWS = 1000


def run(
    location: str | Path,
    question: str,
    pairs: Iterable[str] = (),
    *,
    form: str | None = None,
    timeout: float = 60.0,
    limit: int | None = None,
    named: bool = False,
    explain: bool = False,
    out: IO[bytes] | None = None,
) -> None:
    """Answer a question (a saved query's name, a file, or SPARQL) on standard output, within its time.

    `timeout` 0 is for as long as it takes; the answer then comes as it is found. `form` is a key of `FORMATS`; by
    default a table on a terminal, JSON elsewhere.

    :raises QueryError: where the query is not SPARQL or not allowed.
    :raises InputError: where a parameter is missing or not found, or the format cannot hold the answer.
    :raises QueryTimeout: where the time was up; nothing is written then.
    """
    from graph.querying.killable import output_of

    out = out or sys.stdout.buffer
    on_terminal = out.isatty()
    form = form or ("table" if on_terminal else "json")
    if form not in FORMATS:
        raise InputError(f"There is no format {form!r}: use {', '.join(FORMATS)}.")
    query, values = find_query(question), given(pairs)
    _check(query)
    look = _look(on_terminal, limit)

    def work(file: IO[bytes]) -> None:
        started = time.perf_counter()
        with open_store(location) as store:
            if explain:
                file.write(_explained(store, query, values, limit, named, started))
            else:
                write_answer(_answer(store, query, values, limit, named), file, form, look)

    for piece in output_of(work, timeout or None):
        out.write(_visible(piece) if on_terminal and form != "table" else piece)
    out.flush()


def ask(
    store: Store,
    question: str,
    values: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
    named: bool = False,
) -> Answer:
    """Answer a question from an open store, in this process; see `run` for what a question is.

    :raises QueryError, InputError: as `run` does.
    """
    query = find_query(question)
    _check(query)
    return _answer(store, query, values or {}, limit, named)


def rows(store: Store, question: str, values: Mapping[str, str] | None = None) -> Iterator[dict[str, Term]]:
    """The rows of an answer as dictionaries, without what is unbound."""
    found = rows_of(ask(store, question, values))
    for row in found.cells:
        yield {name: term for name, term in zip(found.headings, row, strict=True) if term is not None}


def _check(query: Query) -> None:
    if query.name:
        return  # it came with the program, and the tests have tried it
    check_syntax(query.text)
    for note in notes(query.text):
        print(f"claimgraph: {note}", file=sys.stderr)


def _answer(store: Store, query: Query, values: Mapping[str, str], limit: int | None, named: bool) -> Answer:
    return store.query(_prepared(store, query, values, limit), named=named)


def _prepared(store: Store, query: Query, values: Mapping[str, str], limit: int | None) -> str:
    """The SPARQL that is run: parameters bound, rows limited, its graphs known to the store."""
    text = bind(query.text, terms(store, query, values))
    if "FROM" in text.upper():
        _check_graphs(store, text)
    return text if limit is None else limited(text, limit)


def _check_graphs(store: Store, text: str) -> None:
    known = set(store.graphs())
    for graph in graphs_named(text):
        if graph not in known:
            raise QueryError(f"FROM <{graph}>: the store has no such graph, and addresses are not fetched.")


def _explained(
    store: Store, query: Query, values: Mapping[str, str], limit: int | None, named: bool, started: float
) -> bytes:
    """What was run and how long each step took; the engine's Python interface gives no plan."""
    import pyoxigraph

    opened = time.perf_counter()
    text = _prepared(store, query, values, limit)
    bound = time.perf_counter()
    found = rows_of(store.query(text, named=named)).cells
    first = next(found, None)
    reached = time.perf_counter()
    count = (first is not None) + sum(1 for _ in found)
    times = {"open the store": (started, opened), "find the parameters": (opened, bound),
             "first row": (bound, reached), "all rows": (bound, time.perf_counter())}  # fmt: skip
    lines = [f"# {name}: {1000 * (end - start):.1f} ms" for name, (start, end) in times.items()]
    engine = f"# pyoxigraph {pyoxigraph.__version__} tells no plan; this is what it ran, and what that took"
    return "\n".join([engine, *lines, f"# rows: {count}", "", text.strip(), ""]).encode()


def _visible(data: bytes) -> bytes:
    from graph.querying.cells import visible_bytes

    return visible_bytes(data)


def _look(on_terminal: bool, limit: int | None) -> Look:
    import shutil

    width = shutil.get_terminal_size((120, 40)).columns if on_terminal else 200
    return Look(width, color=on_terminal, rows=limit or _TABLE_ROWS)

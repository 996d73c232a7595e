"""From a question to its answer: found, checked, bound, run, written."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import IO, NamedTuple

from graph.errors import InputError
from graph.querying.describing import with_proof
from graph.querying.formats import FORMATS, Look, write_answer
from graph.querying.guard import check, noted, notes, read
from graph.querying.params import given
from graph.querying.preparing import prepared
from graph.querying.rows import Term, rows_of
from graph.querying.saved import Query, find_query
from graph.sparql.forms import form_of
from graph.sparql.tokens import tokens
from graph.store import Answer, Store, Triples, Truth, open_store
from graph.terminal.streams import say
from graph.terminal.visible import made_safe

_TABLE_ROWS = 1000
_PLAIN_TERMINALS = ("", "dumb", "linux")  # which show the signs of a link instead of a link


class How(NamedTuple):
    """How a question is answered: `timeout` in seconds and `memory` in gigabytes, 0 for without limit.

    `form` is a key of `FORMATS`; left out, a table on a terminal and JSON elsewhere.
    """

    form: str | None = None
    timeout: float = 60.0
    limit: int | None = None
    named: bool = False
    explain: bool = False
    federation: bool = False
    memory: float = 4.0
    by_code: bool = False


def run(
    location: str | Path,
    question: str,
    pairs: Iterable[str] = (),
    how: How = How(),  # noqa: B008 - it cannot be changed
    *,
    out: IO[bytes] | None = None,
) -> int:
    """Answer a question (a saved query's name, a file, or SPARQL) on standard output, within its time.

    Without a timeout the answer comes as it is found. Gives the exit code: 0, or with `by_code`, which writes nothing,
    1 where there is no answer or it is no.

    :raises QueryError: where the query is not SPARQL or not allowed.
    :raises InputError: where a parameter is missing or not found, or the format cannot hold the answer.
    :raises QueryTimeout: where the time was up; nothing is written then.
    """
    from graph.querying.killable import limit_memory, output_of

    out = out or sys.stdout.buffer
    on_terminal = out.isatty()
    form = how.form or ("table" if on_terminal else "json")
    if form not in FORMATS:
        raise InputError(f"There is no format {form!r}: use {', '.join(FORMATS)}.")
    query, values = find_query(question), given(pairs)
    look = _look(on_terminal, how.limit)

    def work(file: IO[bytes]) -> None:
        limit_memory(how.memory)
        _check(query, how.federation)
        _read(query, how.federation)
        started = time.perf_counter()
        with open_store(location) as store:
            opened = time.perf_counter()
            text = prepared(store, query, values, how.limit, _say)
            if how.explain:
                from graph.querying.explained import explained

                times = {"open the store": opened - started, "find the parameters": time.perf_counter() - opened}
                file.write(explained(store, text, times, width=look.width, timeout=how.timeout or None))
            elif how.by_code:
                file.write(b"1" if _is_yes(_answer(store, text, how.named, how.federation)) else b"")
            else:
                answer = _answer(store, text, how.named, how.federation)
                if note := _written(store, query, answer, file, form, look):
                    _say(note)

    pieces = output_of(work, how.timeout or None)
    if how.by_code:
        return 0 if b"".join(pieces) else 1
    # a table has made its own cells safe, and has colours and links that are meant
    with nullcontext(out) if form == "table" and not how.explain else made_safe(out) as safe:
        for piece in pieces:
            safe.write(piece)
    out.flush()
    return 0


def ask(
    store: Store,
    question: str,
    values: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
    named: bool = False,
    federation: bool = False,
) -> Answer:
    """Answer a question from an open store, in this process; see `run` for what a question is.

    :raises QueryError, InputError: as `run` does.
    """
    query = find_query(question)
    for note in () if query.name else noted(query.text, federation=federation):
        _say(note)
    return _answer(store, prepared(store, query, values or {}, limit), named, federation)


def rows(store: Store, question: str, values: Mapping[str, str] | None = None) -> Iterator[dict[str, Term]]:
    """The rows of an answer as dictionaries, without what is unbound."""
    found = rows_of(ask(store, question, values))
    for row in found.cells:
        yield {name: term for name, term in zip(found.headings, row, strict=True) if term is not None}


def _check(query: Query, federation: bool) -> None:
    if query.name:
        return  # it came with the program, and the tests have tried it
    check(query.text, federation=federation)
    for note in notes(query.text):
        _say(note)


def _say(note: str) -> None:
    say(f"claimgraph: {note}")


def _read(query: Query, federation: bool) -> None:
    if not query.name:
        read(query.text, federation=federation)


def _answer(store: Store, text: str, named: bool, federation: bool) -> Answer:
    answer = store.query(text, named=named, federation=federation)
    if isinstance(answer, Triples) and form_of(list(tokens(text))) == "DESCRIBE":
        return Triples(with_proof(store, answer))
    return answer


def _is_yes(answer: Answer) -> bool:
    """Whether there is something in an answer."""
    return bool(answer) if isinstance(answer, Truth) else next(rows_of(answer).cells, None) is not None


def _written(store: Store, query: Query, answer: Answer, file: IO[bytes], form: str, look: Look) -> str | None:
    """Write an answer, and give what there is to say of it."""
    if not query.name:
        from graph.querying.unfound import written_with_note

        return written_with_note(store, query.text, answer, file, form, look)
    write_answer(answer, file, form, look)
    return None


def _look(on_terminal: bool, limit: int | None) -> Look:
    import shutil

    width = shutil.get_terminal_size((120, 40)).columns if on_terminal else 200
    able = on_terminal and os.environ.get("TERM", "dumb") not in _PLAIN_TERMINALS
    return Look(width, color=able, rows=limit or _TABLE_ROWS)

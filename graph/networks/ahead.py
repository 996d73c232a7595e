"""Long answers that the engine works out beside Python: it lets go of the interpreter while it writes them as text."""

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from pyoxigraph import QueryResultsFormat, QuerySolutions

from graph.store.oxigraph import OxigraphStore
from graph.store.trouble import said_plainly

TOGETHER = 2  # threads: more would wait for the one that reads what they bring


class Ahead:
    """A store of which some queries are being answered already; all others it answers as ever."""

    def __init__(self, store: OxigraphStore, coming: dict[str, Future[str]]) -> None:
        self._coming = coming
        self.query = store.query

    def rows(self, sparql: str) -> Iterator[dict[str, str]] | None:
        """The rows of a query that was asked ahead, to be had once; None where it was not asked."""
        return parsed(self._coming.pop(sparql).result()) if sparql in self._coming else None


@contextmanager
def asked_ahead(store: OxigraphStore, queries: Iterable[str]) -> Iterator[Ahead]:
    """The store, which begins to answer these queries, beside each other, before it is asked for their rows."""
    with ThreadPoolExecutor(TOGETHER) as threads:
        coming = {sparql: threads.submit(_written, store, sparql) for sparql in queries}
        try:
            yield Ahead(store, coming)
        finally:
            threads.shutdown(cancel_futures=True)


def parsed(text: str) -> Iterator[dict[str, str]]:
    """The rows of an answer in TSV as plain strings, without what is unbound.

    Source: SPARQL 1.1 Query Results CSV and TSV Formats, W3C, 2013, section 4.
    """
    head, *lines = text.split("\n")[:-1]  # a line end within a value is written as two characters
    names = [variable[1:] for variable in head.split("\t")]
    for line in lines:
        yield {name: _value(term) for name, term in zip(names, line.split("\t"), strict=True) if term}


def _written(store: OxigraphStore, sparql: str) -> str:
    with said_plainly(store.location):
        found = store.db.query(sparql)
        assert isinstance(found, QuerySolutions)
        # into bytes of its own: for every block that it wrote to a file of ours, it would wait for the interpreter
        return (found.serialize(format=QueryResultsFormat.TSV) or b"").decode()


_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"t": "\t", "n": "\n", "r": "\r"}


def _value(term: str) -> str:
    r"""What an IRI, a literal or a blank node says, without its type or language.

    >>> _value("<https://example.org/>"), _value(r'"a\"b"@en'), _value("0.9")
    ('https://example.org/', 'a"b', '0.9')
    """
    if term[0] == "<":
        return term[1:-1]
    if term[0] != '"':
        return term.removeprefix("_:")
    said = term[1 : term.rindex('"')]
    return said if "\\" not in said else _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), said)

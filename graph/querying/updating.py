"""Changing the store by SPARQL: checked, tried on a copy, asked about, done in one step."""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad

from graph.errors import InputError, NotSparql, QueryError
from graph.querying.guard import unknown_prefix
from graph.sparql.forms import READING, WRITING, form_of, refuse_elsewhere
from graph.sparql.tokens import tokens
from graph.store import Changes, open_store
from graph.store.values import shown

_LISTED = 5  # statements that are shown before somebody is asked


def update(
    location: str | Path, text: str, *, yes: bool = False, dry_run: bool = False, federation: bool = False
) -> None:
    """Do an update (SPARQL, or a file of it) on a store; who is at a terminal is asked before anything is removed.

    :raises QueryError: where it is no update, or asks another server and may not.
    :raises InputError: where it removes something, `yes` is not said, and nobody can be asked.
    """
    path = Path(text) if "{" not in text and len(text) < 1000 else None
    sparql = path.read_text(encoding="utf-8") if path is not None and path.is_file() else text
    check(sparql, federation=federation)

    told: list[str] = []

    def agree(changes: Changes | None) -> bool:
        told.append(str(changes or "done"))
        if dry_run:
            print("\n".join(_summary(changes)))
            return False
        return yes or (changes is not None and not changes.gone) or _asked(changes)

    with open_store(location, write=True) as store, _stoppable():
        try:
            done = store.update(sparql, agree=agree, federation=federation)
        except NotSparql as error:
            from graph.querying.syntax import explain

            raise QueryError(explain(sparql, str(error), "update")) from error
    if not dry_run:
        print(f"claimgraph: {told[0] if done else 'nothing was changed'}.", file=sys.stderr)


def check(sparql: str, *, federation: bool = False) -> None:
    """Let pass what may be an update.

    :raises QueryError: for queries, for prefixes that are declared nowhere, for SERVICE and LOAD.
    """
    found = list(tokens(sparql))
    form = form_of(found)
    if form in READING:
        raise QueryError(f"{form} is a query and changes nothing: use `claimgraph query`.")
    if form not in WRITING:
        raise QueryError("This is no SPARQL update: it needs INSERT, DELETE or another operation of SPARQL Update.")
    unknown_prefix(sparql, found)
    if not federation:
        refuse_elsewhere(sparql)


def _asked(changes: Changes | None) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        said = changes or "what it changes is not known before"
        raise InputError(f"The update may remove statements ({said}): add --yes, or --dry-run to see what.")
    print("\n".join(_summary(changes)), file=sys.stderr)
    print("Go on? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _summary(changes: Changes | None) -> Iterator[str]:
    if changes is None:
        yield "What this update changes is not known before it is done."
        return
    yield from _lines("-", changes.gone)
    yield from _lines("+", changes.new)
    yield f"{changes}."


def _lines(sign: str, quads: Iterable[Quad]) -> Iterator[str]:
    found = sorted(" ".join(map(shown, (q.subject, q.predicate, q.object))) for q in islice(quads, _LISTED + 1))
    yield from (f"{sign} {line[:200]}" for line in found[:_LISTED])
    if len(found) > _LISTED:
        yield f"{sign} ..."


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let Ctrl-C end the process though the engine does not hear it; an update is done whole or not at all."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

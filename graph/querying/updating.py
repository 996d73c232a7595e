"""Changing the store by SPARQL: checked, tried on a copy, asked about, done in one step."""

import json
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO

from pyoxigraph import Quad

from graph.errors import InputError, NotSparql, QueryError
from graph.querying.guard import unknown_prefix
from graph.querying.killable import limit_memory, output_of, stop_the_clock
from graph.querying.texts import file_of, in_utf8, text_of_file
from graph.sparql.forms import READING, WRITING, form_of, refuse_elsewhere
from graph.sparql.tokens import tokens
from graph.store import Changes, Store, open_store
from graph.store.tidying import tidied
from graph.store.updates import Agree
from graph.store.values import shown
from graph.terminal.streams import put, say

_LISTED = 5  # statements that are shown before somebody is asked


def update(
    location: str | Path,
    text: str,
    *,
    yes: bool = False,
    dry_run: bool = False,
    federation: bool = False,
    timeout: float = 0.0,
    memory: float = 0.0,
) -> None:
    """Do an update (SPARQL, or a file of it) on a store; who is at a terminal is asked before anything is removed.

    It is tried in a child process within `timeout` seconds and `memory` gigabytes (0: any); what is agreed to is then
    done whole, however long that takes.

    :raises QueryError: where it is no update, or asks another server and may not.
    :raises InputError: where it removes something, `yes` is not said, and nobody can be asked.
    :raises QueryTimeout: where the time was up; the store is then as it was.
    """
    path = file_of(text)
    sparql = text_of_file(path) if path else in_utf8(text, "The update")
    check(sparql, federation=federation)

    work = partial(_tried, location, sparql, yes=yes, dry_run=dry_run, federation=federation, memory=memory)
    with tidied(location):
        told = json.loads(b"".join(output_of(work, timeout or None, writes=True)))
    put(told["shown"])
    if not dry_run:
        say(f"claimgraph: {told['said']}.")


def _tried(
    location: str | Path, sparql: str, file: IO[bytes], *, yes: bool, dry_run: bool, federation: bool, memory: float
) -> None:
    """The work of the child: what it shows and says is written to the file."""
    told = {"shown": "", "said": "nothing was changed"}

    def agree(changes: Changes | None) -> bool:
        stop_the_clock()  # who is asked may think; and of a change that was stopped nobody could say if it was done
        if dry_run:
            told["shown"] = "\n".join(_summary(changes)) + "\n"
            return False
        agreed = yes or (changes is not None and not changes.gone) or _asked(changes)
        if agreed:
            told["said"] = str(changes or "done")
        return agreed

    limit_memory(memory)
    with open_store(location, write=True) as store:
        _done(store, sparql, agree, federation)
    file.write(json.dumps(told).encode())


def _done(store: Store, sparql: str, agree: Agree, federation: bool) -> None:
    try:
        store.update(sparql, agree=agree, federation=federation)
    except NotSparql as error:
        from graph.querying.syntax import explain

        raise QueryError(explain(sparql, str(error), "update")) from error


def check(sparql: str, *, federation: bool = False) -> None:
    """Let pass what may be an update.

    :raises QueryError: for queries, for prefixes that are declared nowhere, for SERVICE and LOAD.
    """
    found = list(tokens(sparql))
    if not found:
        raise QueryError("The update is empty: write SPARQL Update, or a file of it.")
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
    say("\n".join(_summary(changes)))
    say("Go on? [y/N] ", end="")
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

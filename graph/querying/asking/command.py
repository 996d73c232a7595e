"""The command `ask`: what a question was understood as, its SPARQL, and the answer as `query` gives it."""

import json
import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from graph.errors import InputError
from graph.querying.apart import text_of
from graph.querying.asking.understanding import Asked, understand
from graph.querying.binding import bind
from graph.querying.labels import find
from graph.querying.names import KINDS
from graph.querying.params import terms
from graph.querying.run import How, run
from graph.querying.terms import as_iri
from graph.querying.texts import in_utf8
from graph.store import Store
from graph.store.values import shortened
from graph.terminal.streams import say
from graph.terminal.visible import visible


def ask_in_words(
    location: str | Path,
    said: Sequence[str],
    how: How = How(),  # noqa: B008 - it cannot be changed
    *,
    quiet: bool = False,
    out: IO[bytes] | None = None,
) -> None:
    """Answer a question in English on standard output; on standard error, what it was understood as.

    `quiet` leaves out the SPARQL and the command that asks the same.

    :raises InputError: where no saved query fits, see `understanding.understand`; else as `run` does.
    """
    question = in_utf8(joined(said), "The question")
    if not question.strip():
        raise InputError("The question is empty: ask, for example, “who opposes the 50-50 split”.")

    def work(store: Store) -> str:
        asked = understand(store, question)
        return json.dumps([asked.query.name, asked.values, list(told(store, location, asked))])

    name, values, lines = json.loads(text_of(location, work, how.timeout or None))
    for number, line in enumerate(lines[:1] if quiet else lines):
        say(line, dim=number > 0)
    pairs = [f"{param}={value}" for param, value in values.items()]
    run(location, name, pairs, how, out=out)


def joined(said: Sequence[str]) -> str:
    """The words of the command line as one question; a shell takes the marks off a quoted name, which gets them back.

    >>> joined(["who", "said", "drown the eelgrass"]), joined(["who said that"])
    ('who said "drown the eelgrass"', 'who said that')
    """
    if len(said) > 1:
        said = [f'"{word}"' if len(word.split()) > 1 and '"' not in word else word for word in said]
    return " ".join(said)


def told(store: Store, location: str | Path, asked: Asked) -> Iterator[str]:
    """What was understood, the command that asks it again, and the SPARQL that is run."""
    values = (f", {name} = {value}{_heard(asked, name)}" for name, value in asked.called.items())
    how = "Asked as, by its words alone" if asked.by_gist else "Asked as"
    read = f"Read as “{visible(asked.read_as)}”. " if asked.read_as else ""
    yield f"{read}{how}: {asked.query.name}{''.join(values)}"
    yield f"The same again: {again(store, location, asked)}"
    text = "\n".join(line for line in asked.query.text.splitlines() if not line.startswith("#"))
    yield f"\n{bind(text, terms(store, asked.query, asked.values))}\n"


def again(store: Store, location: str | Path, asked: Asked) -> str:
    """The command of the shell that asks the same without words, each value by its name where that is enough."""
    types = {param.name: param.type for param in asked.query.params}
    words = ["claimgraph", "query", asked.query.name or ""]
    for name, value in asked.values.items():
        named = types[name] in KINDS
        words += ["-p", f"{name}={_name(store, types[name], value, asked.called[name]) if named else value}"]
    if str(location) not in ("claimgraph-store", os.environ.get("CLAIMGRAPH_STORE")):
        words += ["--store", str(location)]
    return shlex.join(words)


def _name(store: Store, kind: str, iri: str, called: str) -> str:
    """What a thing is called, where that finds it again and can be shown; else its IRI."""
    try:
        if called.isprintable() and f"<{find(store, called, (kind,)).iri}>" == iri:
            return called
    except InputError:
        pass  # more than one is called so
    short = shortened(iri[1:-1])
    return short if as_iri(short) else iri


def _heard(asked: Asked, name: str) -> str:
    return f" (for “{asked.heard[name]}”)" if name in asked.heard else ""

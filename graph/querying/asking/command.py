"""The command `ask`: the saved query that a question was understood as, and the answer as `query` gives it."""

import json
import os
import shlex
from collections.abc import Sequence
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
    show: bool = False,
    out: IO[bytes] | None = None,
) -> None:
    """Answer a question in English on standard output; on standard error, what it was understood as.

    `show` adds the SPARQL.

    :raises InputError: where no saved query fits, see `understanding.understand`; else as `run` does.
    """
    question = in_utf8(joined(said), "The question")
    if not question.strip():
        raise InputError("The question is empty: ask, for example, “who opposes the 50-50 split”.")

    def work(store: Store) -> str:
        asked = understand(store, question)
        return json.dumps([asked.query.name, asked.values, told(store, location, asked), sparql(store, asked)])

    name, values, line, text = json.loads(text_of(location, work, how.timeout or None))
    say(line)
    if show:
        say(f"\n{text}\n", dim=True)
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


def told(store: Store, location: str | Path, asked: Asked) -> str:
    """The command of the shell that asks the same without words, behind what was made of the words."""
    read = f"Read as “{asked.read_as}”. " if asked.read_as else ""
    how = "Asked by its words alone as" if asked.by_gist else "Asked as"
    types = {param.name: param.type for param in asked.query.params}
    words, taken = ["claimgraph", "query", asked.query.name or ""], ""
    for name, value in asked.values.items():
        written, called = value, asked.called[name]
        if types[name] in KINDS:
            written = _name(store, types[name], value, called)
            said = asked.heard.get(name, written)
            taken += f"“{said}” is {' '.join(called.split())}. " if said != called else ""
        words += ["-p", f"{name}={written}"]
    if str(location) not in ("claimgraph-store", os.environ.get("CLAIMGRAPH_STORE")):
        words += ["--store", str(location)]
    return visible(f"{read}{taken}{how}: {shlex.join(words)}")


def sparql(store: Store, asked: Asked) -> str:
    """The query that is run, without its header."""
    text = "\n".join(line for line in asked.query.text.splitlines() if not line.startswith("#"))
    return bind(text, terms(store, asked.query, asked.values))


def _name(store: Store, kind: str, iri: str, called: str) -> str:
    """What a thing is called, where that finds it again and can be shown; else its IRI."""
    try:
        if called.isprintable() and f"<{find(store, called, (kind,)).iri}>" == iri:
            return called
    except InputError:
        pass  # more than one is called so
    short = shortened(iri[1:-1])
    return short if as_iri(short) else iri

"""Queries with a header: what they are called, what they answer, and what they ask for.

# title: Positions of an actor
# description: Every position that an actor holds, ...
# param: who actor Whose positions
# param: since date [] Not before this day          (may be left out)
# param: least integer [2] At least so many         (left out: 2)
# ask: what does {who} want                          (how `claimgraph ask` is asked for it, see `asking.patterns`)
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, get_args

from graph.errors import InputError, QueryError
from graph.querying.terms import Type
from graph.querying.texts import file_of, in_utf8, text_of_file
from graph.resources import resource
from graph.terminal.visible import visible

_PARAM = r"(\w+)\s+(\w+)(?:\s+\[(.*?)\])?(?:\s+(.*))?$"


class Param(NamedTuple):
    """Something that a query asks for; `default` is None where it must be given, empty where it may be left open."""

    name: str
    type: Type
    default: str | None
    description: str


class Query(NamedTuple):
    """A SPARQL text with what its header says of it."""

    text: str
    name: str | None = None
    title: str = ""
    description: str = ""
    params: tuple[Param, ...] = ()
    asks: tuple[str, ...] = ()


def saved_queries() -> tuple[Query, ...]:
    """The queries that come with the program, by name."""
    return tuple(_read(path, path.stem) for path in sorted(resource("queries").glob("*.rq")))


def saved_names() -> list[str]:
    """What the queries that come with the program are called."""
    return sorted(path.stem for path in resource("queries").glob("*.rq"))


def find_query(text: str) -> Query:
    """The query that is meant: the name of a saved one, a file, or SPARQL itself.

    :raises QueryError: where the text is one word and neither a saved query nor a file.
    """
    if "{" in text:  # neither a name nor a file
        return parse(in_utf8(text, "The query"))
    if re.fullmatch(r"[\w-]{1,100}", text) and (saved := resource("queries") / f"{text}.rq").is_file():
        return _read(saved, text)
    if path := file_of(text):
        return _read(path, None)
    if not text.strip():
        raise QueryError("The query is empty: write SPARQL, a file of it, or the name of a saved query.")
    if re.fullmatch(r"[^\s{}?]+", text):
        raise QueryError(
            f"There is no saved query and no file called {visible(text)}{_like(text)}: see `claimgraph queries`."
        )
    return parse(in_utf8(text, "The query"))


@lru_cache(maxsize=128)
def parse(text: str, name: str | None = None) -> Query:
    """A query with its header.

    :raises InputError: where a `# param:` line cannot be understood.
    """
    said: dict[str, list[str]] = {"title": [], "description": [], "param": [], "ask": []}
    for line in text.splitlines():
        key, colon, value = line.removeprefix("#").strip().partition(":")
        if line.startswith("#") and colon and key in said and value.strip():
            said[key].append(value.strip())
    params = tuple(_param(line) for line in said["param"])
    return Query(text, name, " ".join(said["title"]), " ".join(said["description"]), params, tuple(said["ask"]))


def without_header(text: str) -> str:
    """The SPARQL of a query without what its header says of it.

    >>> without_header("# title: All\\n# read as a whole\\nASK {}")
    '# read as a whole\\nASK {}'
    """
    return "\n".join(line for line in text.splitlines() if not re.match(r"#\s*(title|description|param|ask)\s*:", line))


def _param(line: str) -> Param:
    match = re.match(_PARAM, line)
    if not match or match[2] not in get_args(Type):
        kinds = ", ".join(get_args(Type))
        raise InputError(f"`# param: {line}` is not understood: write a name, a type ({kinds}), [a default], a text.")
    return Param(match[1], match[2], match[3], match[4] or "")  # type: ignore[arg-type]


def _read(path: Path, name: str | None) -> Query:
    return parse(text_of_file(path), name)


def _like(text: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(text, saved_names(), n=3, cutoff=0.5)
    return f" (did you mean {' or '.join(close)}?)" if close else ""

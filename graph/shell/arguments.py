"""What a command of the shell may be given next."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from graph.errors import ClaimgraphError
from graph.querying import FORMATS, find_query, saved_queries
from graph.querying.names import KINDS
from graph.querying.prefixes import PREFIX_FORMS
from graph.shell.commands import COMMANDS
from graph.store.values import visible


class Offer(NamedTuple):
    """What may be inserted, what is shown for it, and what is said of it."""

    text: str
    said: str = ""
    shown: str = ""


class Asked(NamedTuple):
    """What was typed of the next word, what may replace it, and of which kinds things may."""

    typed: str
    offers: tuple[Offer, ...] = ()
    kinds: tuple[str, ...] = ()
    quoted: bool = False  # the command splits what it is given as a shell would


def asked_of(line: str) -> Asked:
    """What a line that begins with a dot may go on with.

    >>> [offer.text for offer in asked_of(".qu").offers]
    ['.queries', '.quit']
    >>> asked_of(".run positions-of who=Oko")
    Asked(typed='Oko', offers=(), kinds=('actor',), quoted=True)
    """
    name, space, rest = line.partition(" ")
    if not space:
        fitting = (other for other in COMMANDS if f".{other}".startswith(name))
        return Asked(line, tuple(Offer(f".{other}", COMMANDS[other].said) for other in fitting))
    return _ARGUMENTS.get(name[1:], _none)(rest.lstrip())


def _none(rest: str) -> Asked:
    return Asked(rest)


def _queries(rest: str) -> Asked:
    fitting = (query for query in saved_queries() if query.name and query.name.startswith(rest))
    return Asked(rest, tuple(Offer(query.name or "", query.title) for query in fitting))


def _run(rest: str) -> Asked:
    name, space, values = rest.partition(" ")
    if not space:
        return _queries(rest)
    # the last word, which may have spaces in it after a quotation mark
    match = re.search(r"""(?:^|\s)(?:(\w+)=("[^"]*|'[^']*|\S*)|(\w*))$""", values)
    if match is None:
        return Asked("")
    try:
        params = find_query(name).params
    except ClaimgraphError:
        return Asked("")
    if match[1] is None:
        fitting = (p for p in params if p.name.startswith(match[3]) and f"{p.name}=" not in values)
        return Asked(match[3], tuple(Offer(f"{p.name}=", f"{p.description} ({p.type})") for p in fitting))
    kinds = tuple(p.type for p in params if p.name == match[1] and p.type in KINDS)
    return Asked(match[2], (), kinds, quoted=True)


def _choice(*words: str) -> Callable[[str], Asked]:
    return lambda rest: Asked(rest, tuple(Offer(word) for word in words if word.startswith(rest)))


def _show(rest: str) -> Asked:
    return Asked(rest, (), KINDS)


def _file(rest: str) -> Asked:
    """Files and folders, as far as they can be read."""
    try:
        return Asked(rest, tuple(_paths(rest)))
    except OSError:
        return Asked(rest)


def _paths(rest: str) -> Iterator[Offer]:
    start = rest.rpartition("/")[2]
    before = rest[: len(rest) - len(start)]
    here = Path(before or ".").expanduser()
    for path in sorted(here.iterdir()):
        name = path.name + "/" * path.is_dir()
        if path.name.startswith(start) and (start or not name.startswith(".")) and visible(name) == name:
            yield Offer(before + (shlex.quote(path.name) if not path.is_dir() else name), shown=name)


_ARGUMENTS: dict[str, Callable[[str], Asked]] = {
    "run": _run,
    "queries": _queries,
    "show": _show,
    "prefixes": _choice(*PREFIX_FORMS),
    "format": _choice(*FORMATS, "auto"),
    "limit": _choice("off"),
    "named": _choice("on", "off"),
    "explain": _choice("on", "off"),
    "save": _file,
}

"""The values that an argument or option of the command line may be given, by what was typed of it.

Completion must be quick and quiet: there is a limit of time, and whatever goes wrong, nothing is offered.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.completion.shells import Typed, as_written
from graph.errors import ClaimgraphError
from graph.querying.apart import text_of
from graph.querying.names import KINDS, Thing
from graph.querying.offering import named_like
from graph.querying.saved import Param, find_query, saved_names
from graph.querying.terms import CHOICES
from graph.store.values import shortened, visible

_LONGEST = 0.5  # seconds
_MOST = 40
# the values of the parameters that stand before, and "words" that could not be told to be one: an option that still
# waits for its value keeps Typer from going on to the arguments
_Given = Mapping[str, Any]


class Offer(str):
    """A value that is offered though it does not begin with what was typed: a name is found by any of its words.

    Typer drops what does not begin so, and asks the value itself.
    """

    __slots__ = ()

    def startswith(self, *args: Any) -> bool:  # noqa: ANN401 - the signature is str's
        return True


def offered(what: str, given: _Given, incomplete: str) -> list[str]:
    """What to offer, of a kind of `OFFERS`, as the shell that asks wants it written."""
    try:
        values = list(OFFERS[what](given, incomplete))
        typed = Typed.now()
        return [Offer(text) for value in values if (text := as_written(value, typed)) is not None]
    except Exception:  # a traceback in the midst of a command line would be worse than no help
        return []


def _queries(given: _Given, incomplete: str) -> Iterator[str]:
    return (name for name in saved_names() if name.startswith(incomplete))


def _things(*kinds: str) -> Callable[[_Given, str], Iterator[str]]:
    return lambda given, incomplete: _named(given, incomplete, kinds)


def _values(given: _Given, incomplete: str) -> Iterator[str]:
    """The parameters of the query that was named, and the values of one."""
    name, equals, value = incomplete.partition("=")
    params = find_query(given["question"] or given["words"][0]).params
    if not equals:
        used = {pair.partition("=")[0] for pair in given.get("params") or ()}
        fitting = [param for param in params if param.name.startswith(name) and param.name not in used]
        # a single name would be taken for a whole word: its values follow at once
        return _pairs(given, fitting[0], "") if len(fitting) == 1 else (f"{param.name}=" for param in fitting)
    return next((_pairs(given, param, value) for param in params if param.name == name), iter(()))


def _pairs(given: _Given, param: Param, value: str) -> Iterator[str]:
    words = [word for word in CHOICES.get(param.type, ()) if word.startswith(value)]
    found = list(_named(given, value, (param.type,))) if param.type in KINDS else words
    return (f"{param.name}={name}" for name in found or ([] if value else [""]))


def _named(given: _Given, incomplete: str, kinds: Sequence[str]) -> Iterator[str]:
    """Names of things that have what was typed in them, at a word's beginning if there are any; IRIs of namesakes."""
    found = _looked_up(Path(given["store"]).expanduser(), incomplete, kinds)
    things = [thing for thing in found if re.search(rf"\b{re.escape(incomplete)}", thing.label, re.I)] or found
    twins = Counter(thing.label for thing in things)
    for thing in things:
        name = thing.label if twins[thing.label] == 1 else shortened(thing.iri)
        if visible(name) == name and not set(name) & set("\n\t"):
            yield name


def _looked_up(location: Path, text: str, kinds: Sequence[str]) -> list[Thing]:
    """Things of the store, from a child that is ended when its time is up; none where the store cannot be read."""
    try:
        found = text_of(location, lambda store: json.dumps(named_like(store, text, kinds, _MOST)), _LONGEST)
    except ClaimgraphError:
        return []
    return [Thing(*fields) for fields in json.loads(found)]


# what an argument may be -> what is offered, given the values before it and what was typed of it
OFFERS: dict[str, Callable[[_Given, str], Iterator[str]]] = {
    "queries": _queries,
    "values": _values,
    "things": _things(*KINDS),
    "articles": _things("article"),
}

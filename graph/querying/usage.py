"""What was meant by a line of `claimgraph query` that names its values in another way than by -p."""

import shlex
from collections.abc import Sequence

from graph.errors import InputError
from graph.querying.saved import Query, find_query, saved_names
from graph.store.values import visible


def refuse_more(question: str, more: Sequence[str]) -> None:
    """:raises InputError: where words follow the question, which says where to put them."""
    if not more:
        return
    words = " ".join(more)
    if question in saved_names():
        query = find_query(question)
        if not query.params:
            raise InputError(visible(f"{question} takes no values: leave out {words!r}."))
        raise InputError(visible(f"{question} takes its values by -p: write {_written(query, words)}"))
    if "{" in question or "{" in words:
        raise InputError("A query is one argument: put it between quotation marks, or into a file.")
    asked = shlex.quote(f"{question} {words}")
    raise InputError(visible(f"More than one word is no SPARQL: in English, use claimgraph ask {asked}"))


def meant_by_option(option: str, arguments: Sequence[str]) -> str | None:
    """What to say of an option that is none where it is the name of a parameter; None where it is not."""
    name = next((word for word in arguments if word in saved_names()), None)
    query = find_query(name) if name else None
    known = [param.name for param in query.params] if query else []
    wanted = option.lstrip("-").lower()
    if query is None or wanted not in known:
        return None
    value = _value(option, arguments)
    return visible(f"There is no option {option}, it is a parameter: write {_written(query, f'{wanted}={value}')}")


def _written(query: Query, words: str) -> str:
    """The command as it has to be."""
    first, equals, _ = words.partition("=")
    names = [param.name for param in query.params]
    if not (equals and first in names):
        needed = next((param.name for param in query.params if param.default is None), names[0])
        words = f"{needed}={words}"
    return f"claimgraph query {query.name} -p {shlex.quote(words)}"


def _value(option: str, arguments: Sequence[str]) -> str:
    """What stands after the option, or glued to it by "="."""
    for word, after in zip(arguments, [*arguments[1:], ""], strict=True):
        if word == option:
            return after or "..."
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return "..."

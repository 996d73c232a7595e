"""What a query may not do, and what it names that nobody knows; said before it runs."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from graph.errors import QueryError
from graph.sparql.depth import refuse_deep
from graph.sparql.forms import READING, WRITING, asks_elsewhere, declared_prefixes, form_of, refuse_elsewhere
from graph.sparql.keywords import KEYWORDS, OF_UPDATES
from graph.sparql.tokens import Token, tokens
from graph.terminal.visible import visible
from graph.vocabulary import PREFIXES, TERMS

_SHOWN = 100  # characters of a question that is given back


def check(query: str, *, federation: bool = False) -> None:
    """Let pass what only reads, and reads from the store alone, or from others too where `federation` allows it.

    :raises QueryError: for updates, for SERVICE, for what is too deep, and for prefixes that are declared nowhere.
    """
    found = list(tokens(query))
    form = form_of(found)
    if is_english(found):
        import shlex

        asked = shlex.quote(" ".join(visible(query).split())[:_SHOWN])
        raise QueryError(f"This is no SPARQL but English, it seems: use claimgraph ask {asked}")
    if form in WRITING:
        raise QueryError(f"{form} changes the store, and queries only read: use `claimgraph update`.")
    if form not in READING:
        _refuse_address(query, found)
        raise QueryError("This is no SPARQL query: it needs SELECT, ASK, CONSTRUCT or DESCRIBE" + _meant(query, found))
    refuse_deep(query)
    if not federation:
        refuse_elsewhere(query)
    unknown_prefix(query, found)


def unknown_prefix(text: str, found: Sequence[Token]) -> None:
    """:raises QueryError: for the first prefix that is declared nowhere."""
    declared = declared_prefixes(found)
    for token in found:
        if token.kind == "name" and (prefix := token.text.partition(":")[0]) not in declared:
            _refuse_address(text, found)
            raise QueryError(_unknown_prefix(text, token, prefix, declared))


def is_english(found: Sequence[Token]) -> bool:
    """Whether a text has words that SPARQL does not know, and nothing that only SPARQL has.

    >>> is_english(list(tokens("who opposes the 50-50 split?"))), is_english(list(tokens("DROP ALL")))
    (True, False)
    """
    known = (*KEYWORDS, *OF_UPDATES)
    own = any(token.kind in ("iri", "name", "variable", "node") or token.text in ("{", "}", "*") for token in found)
    words = [token for token in found if token.kind == "word"]
    return not own and len(words) > 1 and not all(token.is_word(*known) for token in words)


def check_syntax(query: str, *, federation: bool = False) -> None:
    """Let pass what is allowed and can be read; nothing is evaluated.

    :raises QueryError: of one sentence, with the line and a caret where the place is known.
    """
    check(query, federation=federation)
    read(query, federation=federation)


@lru_cache(maxsize=128)
def noted(query: str, *, federation: bool = False) -> tuple[str, ...]:
    """What looks like a slip in a query that passes `check_syntax`; a query that is asked again is not read again."""
    check_syntax(query, federation=federation)
    return tuple(notes(query))


def read(query: str, *, federation: bool = False) -> None:
    """Have the engine read and plan a query that was checked; it may take long, and end the process where it is odd.

    :raises QueryError: of one sentence, with the line and a caret where the place is known.
    """
    from pyoxigraph import Store

    if federation and asks_elsewhere(query):
        return  # the engine reads a query only to answer it, and would ask the other servers twice
    try:
        Store().query(query, prefixes=PREFIXES)
    except SyntaxError as error:
        from graph.querying.syntax import explain

        raise QueryError(explain(query, str(error))) from error
    except RuntimeError as error:  # such as a function that nobody knows
        raise QueryError(f"{str(error).rstrip('.')}: use the functions of SPARQL 1.1.") from error
    except (OSError, ValueError):
        return  # it can be read; what goes wrong in running it is said when it runs


def notes(query: str) -> Iterator[str]:
    """What looks like a slip, with its place: terms that our schemes do not have, and days that are none."""
    from difflib import get_close_matches

    found = list(tokens(query))
    for before, token, after in zip(found, found[1:], found[2:], strict=False):
        day = re.match(r"(['\"]?)(\d{4}-\d\d-\d\d)\1(?!\w)", query[token.start : token.start + 13])
        if day and before.text in ("<", ">", "=") and token.kind in ("string", "number") and after.text != "^":
            said = f'{day[0]} is no day and compares with none: write "{day[2]}"^^xsd:date.'
            yield said + place(query, token.start)
    first = {token.text: token.start for token in reversed(found) if token.kind == "name"}
    for name, start in sorted(first.items(), key=lambda item: item[1]):
        prefix, _, local = name.partition(":")
        if prefix in TERMS and local and local not in TERMS[prefix]:
            close = get_close_matches(local, TERMS[prefix], n=1)
            meant = f": did you mean {prefix}:{close[0]}?" if close else "."
            yield f"{name} is no term of ours{meant}{place(query, start)}"


def _meant(query: str, found: Sequence[Token]) -> str:
    """The word that is nearly a form of query, and where; a file that is no query at all is not shown."""
    from difflib import get_close_matches

    form = form_of(found) or ""
    close = get_close_matches(form, READING, n=1)
    here = next((token.start for token in found if token.is_word(form)), 0)
    return f"; did you mean {close[0]} by {form}?{place(query, here)}" if close else "."


def place(query: str, position: int) -> str:
    """The line of a query with a caret under one of its characters, for the end of a message."""
    line = query.count("\n", 0, position) + 1
    start = query.rfind("\n", 0, position) + 1
    text = re.split(r"\r?\n", query[start:], maxsplit=1)[0]
    column = position - start
    if column > 90:  # a long line is cut before the place
        text, column = "…" + text[column - 60 :], 61
    shown = "".join(c if c.isprintable() else " " for c in text[:120])
    return f"\n  {line:>4} | {shown}\n       | {' ' * column}^"


def _refuse_address(query: str, found: Sequence[Token]) -> None:
    """:raises QueryError: where an address stands without angle brackets, or in brackets with a space."""
    from graph.querying.slips.names import bare_address, with_space

    if slip := bare_address(query, found) or with_space(query, found):
        raise QueryError(f"The query is not SPARQL: {slip.said}{place(query, slip.start)}")


def _unknown_prefix(query: str, token: Token, prefix: str, declared: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(prefix, declared, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}: ?" if close else f"declare it with PREFIX {prefix}: <...>"
    return f"The prefix {prefix}: is not known; {hint}" + place(query, token.start)

"""What a text of SPARQL asks for: its form, its prefixes, the graphs that it names, and whether it asks elsewhere."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.errors import QueryError
from graph.sparql.tokens import Token, readings, tokens
from graph.vocabulary import PREFIXES

READING = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
WRITING = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_ASKING_ELSEWHERE = ("SERVICE", "LOAD")


def form_of(found: Collection[Token]) -> str | None:
    """The word that says what is asked, in capitals: the first that is neither of the prologue nor a name."""
    words = (token.text.upper() for token in found if token.kind == "word")
    return next((word for word in words if word not in ("PREFIX", "BASE", "VERSION")), None)


def declared_prefixes(found: Sequence[Token]) -> dict[str, str]:
    """The prefixes that are built in and those that the text declares, with what they stand for."""
    declared = dict(PREFIXES)
    for word, name, iri in zip(found, found[1:], found[2:], strict=False):
        if word.is_word("PREFIX") and name.kind == "name" and iri.kind == "iri":
            declared[name.text.removesuffix(":")] = iri.text[1:-1]
    return declared


def graphs_named(query: str) -> Iterator[str]:
    """The IRIs that follow FROM or FROM NAMED.

    >>> list(graphs_named("BASE <https://example.org/a/> ASK FROM <b> FROM NAMED <urn:c> { }"))
    ['https://example.org/a/b', 'urn:c']
    """
    found = list(tokens(query))
    declared = declared_prefixes(found)
    base = ""
    for index, token in enumerate(found):
        if token.is_word("BASE") and found[index + 1 : index + 2]:
            base = found[index + 1].text[1:-1]
        if token.is_word("FROM"):
            after = [one for one in found[index + 1 : index + 3] if not one.is_word("NAMED")][:1]
            yield from (_against(base, iri_of(one.text, declared)) for one in after)


def _against(base: str, address: str) -> str:
    """An IRI as it is meant where a base was declared."""
    if not base:
        return address
    from urllib.parse import urljoin

    return urljoin(base, address)


def asks_elsewhere(text: str) -> str | None:
    """SERVICE or LOAD where a query or an update has it in any reading, so that it would ask another server.

    A keyword may be glued to what stands before it: "trueSERVICE<...>" is read by some parsers.

    >>> asks_elsewhere("SELECT ?service { ?service cg:of 'SERVICE' } # SERVICE")
    >>> asks_elsewhere("ASK { service <https://example.org/> { } }")
    'SERVICE'
    """
    capitals = text.upper()
    if not any(word in capitals for word in _ASKING_ELSEWHERE):  # no need to look closer
        return None
    words = [t.text.upper() for t in readings(text, declared_prefixes(list(tokens(text)))) if t.kind == "word"]
    return next((asked for asked in _ASKING_ELSEWHERE if any(asked in word for word in words)), None)


def refuse_elsewhere(text: str) -> None:
    """:raises QueryError: where a query or an update would ask another server."""
    if asked := asks_elsewhere(text):
        raise QueryError(f"{asked} asks another server, which needs --allow-federation: take it out, or allow it.")


def iri_of(text: str, prefixes: Mapping[str, str]) -> str:
    """The IRI that a token of the kind iri or name stands for."""
    if text.startswith("<"):
        return text[1:-1]
    prefix, _, local = text.partition(":")
    return prefixes.get(prefix, f"{prefix}:") + re.sub(r"\\(.)", r"\1", local)

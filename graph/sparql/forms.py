"""What a text of SPARQL asks for: its form, its prefixes, the graphs that it names, and whether it asks elsewhere."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.errors import QueryError
from graph.sparql.names import names_after
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


class Dataset(NamedTuple):
    """The IRIs that follow FROM, and those that follow FROM NAMED."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@lru_cache(maxsize=128)
def variables_of(query: str) -> frozenset[str]:
    """The names of the variables of a text.

    >>> sorted(variables_of("ASK { ?who a $kind }"))
    ['kind', 'who']
    """
    return frozenset(token.text[1:] for token in tokens(query) if token.kind == "variable")


@lru_cache(maxsize=128)
def dataset_of(query: str) -> Dataset | None:
    """The graphs that a query is put to by its own words; None where it says nothing of them.

    >>> dataset_of("BASE <https://example.org/a/> ASK FROM <b> FROM NAMED <urn:c> {}")
    Dataset(default=('https://example.org/a/b',), named=('urn:c',))

    :raises QueryError: where one of them is relative to nothing that is known.
    """
    default: list[str] = []
    named: list[str] = []
    for word, token, iri in names_after(list(tokens(query)), "FROM", "NAMED"):
        if iri is None:
            raise QueryError(f"FROM {token.text} is no graph that can be found: write its IRI in full.")
        (named if word.is_word("NAMED") else default).append(iri)
    return Dataset(tuple(default), tuple(named)) if default or named else None


def graphs_named(query: str) -> Iterator[str]:
    """The IRIs that follow FROM or FROM NAMED."""
    for graphs in dataset_of(query) or ():
        yield from graphs


def place_of_graph(query: str, graph: str) -> int:
    """At which character an IRI follows FROM or FROM NAMED; the first character where it does not.

    >>> place_of_graph("ASK FROM <urn:a> FROM <urn:b> {}", "urn:b")
    22
    """
    after = names_after(list(tokens(query)), "FROM", "NAMED")
    return next((name.token.start for name in after if name.iri == graph), 0)


def graphs_asked(query: str) -> frozenset[str] | None:
    """The IRIs that follow GRAPH; None where it is followed by a variable, or by what nobody can tell the IRI of.

    >>> graphs_asked("ASK { GRAPH <urn:a> { ?s ?p ?o } }"), graphs_asked("ASK { GRAPH ?g {} }")
    (frozenset({'urn:a'}), None)
    """
    iris = [name.iri for name in names_after(list(tokens(query)), "GRAPH")]
    return None if None in iris else frozenset(iri for iri in iris if iri)


@lru_cache(maxsize=128)
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


def names_its_graphs(update: str) -> bool:
    """Whether all that an update puts in and takes out is said to be in some graph, by GRAPH or WITH.

    >>> names_its_graphs("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { ?s ?p ?o }"), names_its_graphs("DROP GRAPH <urn:g>")
    (True, True)
    >>> names_its_graphs("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } <urn:s> <urn:p> 2 }")
    False
    """
    found = list(tokens(update))
    if any(token.is_word("WITH") for token in found):
        return True
    whole = not any(token.is_word("DEFAULT", "ALL") for token in found)
    return whole and all(
        _is_of_graphs(found, index) for index, token in enumerate(found) if token.is_word("INSERT", "DELETE")
    )


def _is_of_graphs(found: Sequence[Token], verb: int) -> bool:
    """Whether what follows INSERT or DELETE holds blocks of GRAPH alone."""
    depth, index = 0, verb + 1
    while index < len(found):
        token = found[index]
        if token.kind == "sign" and token.text in "{}":
            depth += 1 if token.text == "{" else -1
            if depth == 0:
                return True
        elif depth == 1:
            if token.is_word("GRAPH"):
                index += 1  # its name
            elif token.text != ".":
                return False
        index += 1
    return True


def refuse_elsewhere(text: str) -> None:
    """:raises QueryError: where a query or an update would ask another server."""
    if asked := asks_elsewhere(text):
        raise QueryError(f"{asked} asks another server, which needs --allow-federation: take it out, or allow it.")

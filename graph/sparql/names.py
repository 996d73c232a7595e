"""The IRIs of things that a query or an update names after a keyword, as the engine understands them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.sparql.tokens import Token
from graph.vocabulary import PREFIXES

_ESCAPED = re.compile(r"\\(.)")


class Name(NamedTuple):
    """What stands after a keyword, with its IRI; None where it is a variable, or where nobody can tell."""

    word: Token
    token: Token
    iri: str | None


def names_after(found: Sequence[Token], *words: str) -> Iterator[Name]:
    r"""The IRIs, prefixed names and variables that follow one of these keywords.

    PREFIX and BASE count from where they stand, and may themselves be relative to an earlier BASE.

    >>> from graph.sparql.tokens import tokens
    >>> asked = r"BASE <http://e.org/a/> PREFIX up: <../> ASK { GRAPH <\u0062> {} GRAPH up:c\/d {} GRAPH ?g {} }"
    >>> [name.iri for name in names_after(list(tokens(asked)), "GRAPH")]
    ['http://e.org/a/b', 'http://e.org/c/d', None]
    """
    prefixes: dict[str, str | None] = dict(PREFIXES)
    base: str | None = None
    for index, (word, token) in enumerate(pairwise(found)):
        if word.is_word(*words) and token.kind in ("iri", "name", "variable"):
            yield Name(word, token, iri_of(token, prefixes, base))
        elif word.is_word("BASE") and token.kind == "iri":
            base = iri_of(token, prefixes, base)
        elif word.is_word("PREFIX") and token.kind == "name" and found[index + 2 : index + 3]:
            prefixes[token.text.removesuffix(":")] = iri_of(found[index + 2], prefixes, base)


def iri_of(token: Token, prefixes: Mapping[str, str | None], base: str | None) -> str | None:
    """The IRI that a token of the kind iri or name stands for; None where nobody can tell."""
    if token.kind == "iri":
        return _read(token.text, base)
    prefix, _, local = token.text.partition(":")
    namespace = prefixes.get(prefix)
    return None if token.kind != "name" or namespace is None else namespace + _ESCAPED.sub(r"\1", local)


def _read(text: str, base: str | None) -> str | None:
    r"""An IRI in angle brackets, without its escapes (\u0041) and relative to nothing.

    The engine reads it: Python's urljoin knows no base like urn:x, and other rules of RFC 3986 but in part.
    """
    from pyoxigraph import NamedNode, RdfFormat, parse

    try:
        node = next(parse(f"<urn:x> <urn:x> {text} .", RdfFormat.TURTLE, base_iri=base)).object
    except (SyntaxError, ValueError):
        return None
    return node.value if isinstance(node, NamedNode) else None

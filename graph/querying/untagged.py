"""A text without a language where the store has it with one, or nowhere: why an answer may be empty."""

from collections.abc import Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode

from graph.sparql.forms import declared_prefixes
from graph.sparql.names import iri_of
from graph.sparql.tokens import Token
from graph.store import Store
from graph.store.values import shown
from graph.terminal.visible import visible
from graph.vocabulary import TERMS

LANGUAGE = "en"
_MOST = 10  # texts of a query are looked up
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


def notes_on_texts(store: Store, found: Sequence[Token]) -> Iterator[str]:
    """What to say of the texts that a query takes for values: a lookup in an index for each."""
    texts = list(islice(_plain_texts(found), _MOST))
    yield from (_note(property, text) for _, text in texts if (property := _property_of(store, text)))
    for iri, text in texts:
        if not store.query(f"ASK {{ ?s {NamedNode(iri) if iri else '?p'} {Literal(text)} }}"):
            property = f"{shown(NamedNode(iri))} " if iri else ""
            meant = f": did you mean stance:{text}?" if text in TERMS["stance"] else "."
            yield f'Nothing was found: the store has no {property}"{visible(text)[:80]}"{meant}'


def _note(property: str, text: str) -> str:
    said = visible(text)[:80]
    return (
        f'Nothing was found, but the store has {property} "{said}"@{LANGUAGE}: '
        f'write "{said}"@{LANGUAGE}, or compare STR(?name) = "{said}".'
    )


def _property_of(store: Store, text: str) -> str | None:
    """A property that the store has the text for with the language, and never without it."""
    plain, tagged = Literal(text), Literal(text, language=LANGUAGE)
    rows = store.query(f"SELECT ?p {{ ?s ?p {tagged} FILTER NOT EXISTS {{ ?other ?p {plain} }} }} LIMIT 1")
    return next((shown(row["p"]) for row in rows), None)  # type: ignore[union-attr]


def _plain_texts(found: Sequence[Token]) -> Iterator[tuple[str | None, str]]:
    """The texts without language and type that stand for a value: after a property, in VALUES, after = or IN."""
    prefixes = declared_prefixes(found)
    for index, token in enumerate(found):
        if token.kind == "string" and not _is_tagged(found, index) and _is_value(found, index):
            before = found[index - 1]
            yield iri_of(before, prefixes, None) if before.kind in ("iri", "name") else None, _unescaped(token.text)


def _is_tagged(found: Sequence[Token], index: int) -> bool:
    after = found[index + 1 : index + 2]
    return bool(after) and (after[0].kind == "language" or after[0].text == "^")


def _is_value(found: Sequence[Token], index: int) -> bool:
    before = found[index - 1] if index else None
    if before is None:
        return False
    if before.text == "=":  # of a variable: STR(?name) = "..." is right without a language
        return found[index - 2].kind == "variable"
    if before.text == "(":
        return found[index - 2].is_word("IN")
    return before.kind in ("iri", "name", "variable", "string") or before.text in ("a", "{", ")", "*", "+", "?")


def _unescaped(text: str) -> str:
    """The value of a text as SPARQL writes it (section 19.7); other escapes stay as they are."""
    inner = text[3:-3] if text[:3] in ('"""', "'" * 3) and len(text) >= 6 else text[1:-1]
    parts, escaped = [], False
    for character in inner:
        if escaped:
            parts.append(_ESCAPES.get(character, f"\\{character}"))
        elif character != "\\":
            parts.append(character)
        escaped = character == "\\" and not escaped
    return "".join(parts)

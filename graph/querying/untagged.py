"""A text without a language where the store has it with one: why an answer may be empty."""

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, cast

from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, parse_query_results

from graph.querying.formats import Look, write_answer
from graph.sparql.tokens import Token, tokens
from graph.store import Answer, Solutions, Store, Triples, Truth
from graph.store.values import shown, visible

LANGUAGE = "en"
_MOST = 10  # texts of a query are looked up
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


class _Counted:
    """A file that counts its bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.size = file, 0

    def write(self, data: bytes) -> int:
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def written_with_note(store: Store, query: str, answer: Answer, file: IO[bytes], form: str, look: Look) -> str | None:
    """Write an answer; where nothing is in it, give what to say of a text that the store has with a language alone.

    Only then the store is asked again: a lookup in an index for each text. An answer that is longer than one with
    nothing in it has something in it.
    """
    texts = list(islice(_plain_texts(list(tokens(query))), _MOST))
    if not texts:
        write_answer(answer, file, form, look)
        return None
    nothing = _nothing_like(answer)
    counted = _Counted(file)
    write_answer(answer, cast(IO[bytes], counted), form, look)
    if counted.size > _length(nothing, form, look):
        return None
    return next((_note(found, text) for text in texts if (found := _property_of(store, text))), None)


def _note(property: str, text: str) -> str:
    said = visible(text)[:80]
    return (
        f'Nothing was found, but the store has {property} "{said}"@{LANGUAGE}: '
        f'write "{said}"@{LANGUAGE}, or compare STR(?name) = "{said}".'
    )


def _length(answer: Answer, form: str, look: Look) -> int:
    out = io.BytesIO()
    write_answer(answer, out, form, look)
    return out.tell()


def _nothing_like(answer: Answer) -> Answer:
    if isinstance(answer, Truth):
        return Truth(False)
    if isinstance(answer, Triples):
        return Triples(())
    import json

    empty = {"head": {"vars": list(answer.variables)}, "results": {"bindings": []}}
    read = parse_query_results(json.dumps(empty).encode(), QueryResultsFormat.JSON)
    assert isinstance(read, QuerySolutions)
    return Solutions(read)


def _property_of(store: Store, text: str) -> str | None:
    """A property that the store has the text for with the language, and never without it."""
    plain, tagged = Literal(text), Literal(text, language=LANGUAGE)
    rows = store.query(f"SELECT ?p {{ ?s ?p {tagged} FILTER NOT EXISTS {{ ?other ?p {plain} }} }} LIMIT 1")
    return next((shown(row["p"]) for row in rows), None)  # type: ignore[union-attr]


def _plain_texts(found: Sequence[Token]) -> Iterator[str]:
    """The texts without language and type that stand where a value does: as an object, in VALUES, after = or IN."""
    for index, token in enumerate(found):
        if token.kind == "string" and not _is_tagged(found, index) and _is_value(found, index):
            yield _unescaped(token.text)


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

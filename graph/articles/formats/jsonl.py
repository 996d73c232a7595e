"""JSONL: one article a line, read as a stream; a bad line is reported and the good ones go on."""

import json
from collections.abc import Iterator
from typing import Any

from graph.articles.draft import Draft
from graph.articles.formats.fields import known_from
from graph.articles.raw import Raw, Report, too_long
from graph.errors import InputError


def read_jsonl(raw: Raw, report: Report) -> Iterator[Draft]:
    """The articles of the lines; the text is the value of `text` to the character."""
    found = 0
    with raw.open() as stream:
        for number, line in enumerate(_lines(stream, raw.limit), start=1):
            if not line.strip():
                continue
            found += 1
            place = f"{raw.location}:{number}"
            try:
                yield _draft(line, place, raw.limit)
            except InputError as error:
                report(place, error)
    if not found:
        raise InputError(f"{raw.name} is empty: write one JSON object a line into it.")


def _lines(stream: Any, limit: int) -> Iterator[bytes]:  # noqa: ANN401 - any binary stream
    """The lines; of one that is over the limit only so much that this can be seen."""
    first = True
    while line := stream.readline(limit + 2):
        if len(line) > limit + 1 and not line.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                continue
        yield line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False


def _draft(line: bytes, place: str, limit: int) -> Draft:
    if len(line) > limit + 1:
        raise InputError(too_long(place, limit))
    record = _record(line, place)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f'{place} has no "text": give every line {{"id": ..., "text": ...}}.')
    if "\0" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError(f"{place} has a NUL or half a character in its text: write it as whole Unicode text.")
    name = record.get("id")
    return Draft(None if name in (None, "") else str(name), text, place, known_from(record, place))


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{place} is not UTF-8: save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise InputError(f"{place} is no JSON ({why}): write one JSON object a line.") from error
    if not isinstance(record, dict):
        raise InputError(f'{place} is JSON but no object: give every line {{"id": ..., "text": ...}}.')
    return record

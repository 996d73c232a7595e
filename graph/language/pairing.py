"""A proposal and a claim in its sentences as one run of word pieces: what the stance model reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.language.pieces import plain

_WORDING, _TITLE, _BEFORE, _CLAIM = 36, 14, 40, 80  # word pieces at the most
_MARKS = {"holder": ("[unused1]", "[unused2]"), "evidence": ("[unused3]", "[unused4]")}

Part = Literal["holder", "evidence", ""]


@dataclass(frozen=True, slots=True)
class Context:
    """What a claim stands in: the article's title, the text before, and its sentences cut into their parts."""

    title: str
    before: str
    parts: tuple[tuple[str, Part], ...]


def cut(text: str, start: int, end: int, marked: Iterable[tuple[int, int, Part]]) -> tuple[tuple[str, Part], ...]:
    """A stretch of a text in its parts, those that are marked and what is between them; overlaps go to the first.

    >>> cut("They hate it.", 0, 13, [(0, 4, "holder"), (5, 12, "evidence")])
    (('They', 'holder'), (' ', ''), ('hate it', 'evidence'), ('.', ''))
    """
    found: list[tuple[str, Part]] = []
    at = start
    for first, last, part in sorted(marked):
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if first > at:
            found.append((text[at:first], ""))
        found.append((text[first:last], part))
        at = last
    if at < end:
        found.append((text[at:end], ""))
    return tuple(found)


def wording_pieces(tokenizer: Any, wording: str) -> list[int]:  # noqa: ANN401 - the library has no types
    """The pieces of a proposal's labels and definition."""
    return _encoded(tokenizer, wording)[:_WORDING]


def context_pieces(tokenizer: Any, context: Context) -> list[int]:  # noqa: ANN401 - as above
    """The pieces of a claim in its context, its holder and its evidence between marks."""
    title = _encoded(tokenizer, context.title)[:_TITLE]
    before = _encoded(tokenizer, context.before)[-_BEFORE:]
    return [*title, tokenizer.token_to_id("|"), *before, *_claim(tokenizer, context.parts)]


def _claim(tokenizer: Any, parts: Sequence[tuple[str, Part]]) -> list[int]:  # noqa: ANN401 - as above
    """The pieces of the sentences; what comes before or after the marked parts is shortened first."""
    runs = [(_marked(tokenizer, text, part), bool(part)) for text, part in parts]
    inner = [i for i, (_, marked) in enumerate(runs) if marked] or [0]
    room = max(0, _CLAIM - sum(len(ids) for i, (ids, _) in enumerate(runs) if inner[0] <= i <= inner[-1]))
    left = [piece for ids, _ in runs[: inner[0]] for piece in ids]
    right = [piece for ids, _ in runs[inner[-1] + 1 :] for piece in ids]
    middle = [piece for ids, _ in runs[inner[0] : inner[-1] + 1] for piece in ids][: 2 * _CLAIM]
    half = room // 2
    return [*(left[-half:] if half else []), *middle, *right[:half]]


def _marked(tokenizer: Any, text: str, part: Part) -> list[int]:  # noqa: ANN401 - as above
    pieces = _encoded(tokenizer, text)
    if not part:
        return pieces
    opening, closing = (tokenizer.token_to_id(mark) for mark in _MARKS[part])
    return [opening, *pieces, closing]


def _encoded(tokenizer: Any, text: str) -> list[int]:  # noqa: ANN401 - as above
    return list(tokenizer.encode(plain(text), add_special_tokens=False).ids)

"""Word pieces of an article, in windows that a model reads at once, with their offsets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.language.passages import Passage

LONGEST = 192  # word pieces a window
_END = re.compile(r"[.!?]['’\"”)]?$")
# what a model that was taught on one typography reads as the same; one character for one, so that offsets stay true
_PLAIN = str.maketrans("“”„«»‘’‚—–―−\u00a0\u2009\u202f\n\r\t", '"""""\'\'\'----      ')


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring word pieces: what the vocabulary calls each, and where in the article it starts and ends."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def plain(text: str) -> str:
    """A text of the same length with the signs that the model was taught on."""
    return text.translate(_PLAIN)


def windows(text: str, read: Iterable[Passage], tokenizer: Any, longest: int = LONGEST) -> Iterator[Window]:  # noqa: ANN401
    """Whole paragraphs, as many as fit; one that is longer by itself is cut, at the end of a sentence where it has one.

    A paragraph that ends in a colon is read with what it announces.
    """
    held: list[tuple[int, int, int]] = []
    settled = 0  # how many of them stand before a paragraph that announces the next
    for passage in read:
        encoded = tokenizer.encode(plain(text[passage.start : passage.end]), add_special_tokens=False)
        found = list(_placed(text, passage.start, encoded))
        if held and len(held) + len(found) > longest:
            yield _window(held[: settled or len(held)])
            held = held[settled:] if settled else []
        settled = len(held) if text[passage.end - 1] == ":" else 0
        held += found
        while len(held) > longest:
            cut = _sentence_end(text, held, longest)
            yield _window(held[:cut])
            held, settled = held[cut:], 0
    if held:
        yield _window(held)


def _sentence_end(text: str, pieces: list[tuple[int, int, int]], longest: int) -> int:
    """How many pieces, at the most `longest` and at least half of that, go to where a sentence ends; else `longest`."""
    for count in range(longest, longest // 2, -1):
        before = text[pieces[count - 2][1] : pieces[count - 1][2]]
        if _END.search(before) and pieces[count][1] > pieces[count - 1][2]:
            return count
    return longest


def _placed(text: str, start: int, encoded: Any) -> Iterator[tuple[int, int, int]]:  # noqa: ANN401
    """Each piece with its place in a text, without the blanks before it; what is blank altogether is left out."""
    for piece, (first, end) in zip(encoded.ids, encoded.offsets, strict=True):
        shown = len(text[start + first : start + end].lstrip())
        if shown:
            yield piece, start + end - shown, start + end


def _window(pieces: list[tuple[int, int, int]]) -> Window:
    ids, starts, ends = zip(*pieces, strict=True)
    return Window(ids, starts, ends)

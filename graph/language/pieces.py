"""Word pieces of an article, in windows that a model reads at once, with their offsets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.language.passages import Passage

LONGEST = 192  # word pieces a window
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
    """Whole paragraphs, as many as fit; one that is longer by itself is cut."""
    held: list[tuple[int, int, int]] = []
    for passage in read:
        encoded = tokenizer.encode(plain(text[passage.start : passage.end]), add_special_tokens=False)
        found = list(_placed(text, passage.start, encoded))
        if held and len(held) + len(found) > longest:
            yield _window(held)
            held = []
        held += found
        while len(held) > longest:
            yield _window(held[:longest])
            held = held[longest:]
    if held:
        yield _window(held)


def _placed(text: str, start: int, encoded: Any) -> Iterator[tuple[int, int, int]]:  # noqa: ANN401
    """Each piece with its place in a text, without the blanks before it; what is blank altogether is left out."""
    for piece, (first, end) in zip(encoded.ids, encoded.offsets, strict=True):
        shown = len(text[start + first : start + end].lstrip())
        if shown:
            yield piece, start + end - shown, start + end


def _window(pieces: list[tuple[int, int, int]]) -> Window:
    ids, starts, ends = zip(*pieces, strict=True)
    return Window(ids, starts, ends)

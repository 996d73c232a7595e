"""Annotated articles as labelled windows of word pieces: what the tagger is taught with."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from graph.language.passages import Passage
from graph.language.pieces import LONGEST, Window, windows

ROLES = ("source", "cue", "content")
OUTSIDE, INSIDE, BEGINS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Taught:
    """A window, for each piece its label in each role (n by 3), and the attributions in it.

    Each attribution is a triple of masks over the pieces: its source, its cue, its content.
    """

    window: Window
    labels: np.ndarray
    attributions: tuple[tuple[np.ndarray, np.ndarray, np.ndarray], ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """An article by its paragraphs, each a window of any length, with its attributions by role."""

    paragraphs: tuple[Window, ...]
    attributions: tuple[dict[str, list[tuple[int, int]]], ...]


def coded(lines: Iterable[str], tokenizer: Any) -> Iterator[Coded]:
    """Articles in PolNeAR's form, {text, attributions: [{source, cue, content}]}, one JSON object a line."""
    for record in map(json.loads, lines):
        yield Coded(tuple(_paragraphs(record["text"], tokenizer)), tuple(record["attributions"]))


def read(path: Path, tokenizer: Any) -> list[Coded]:
    """The articles of a file."""
    with path.open(encoding="utf-8") as lines:
        return list(coded(lines, tokenizer))


def _paragraphs(text: str, tokenizer: Any) -> Iterator[Window]:
    start = 0
    for line in text.split("\n"):
        paragraph = Passage(start, start + len(line), 0, "body")
        yield from windows(text, [paragraph], tokenizer, len(line) + 1)
        start += len(line) + 1


def taught(article: Coded, chance: Random | None = None) -> Iterator[Taught]:
    """The windows of an article, of a random length each where `chance` is given, so that no epoch sees the same."""
    held: list[Window] = []
    longest = _limit(chance)
    for piece in (cut for whole in article.paragraphs for cut in _cut(whole)):
        if held and sum(len(w.ids) for w in held) + len(piece.ids) > longest:
            yield _labelled(_joined(held), article)
            held, longest = [], LONGEST
        held.append(piece)
    if held:
        yield _labelled(_joined(held), article)


def _limit(chance: Random | None) -> int:
    return LONGEST if chance is None else chance.randint(LONGEST // 3, LONGEST)


def _cut(whole: Window) -> Iterator[Window]:
    for at in range(0, len(whole.ids), LONGEST):
        to = at + LONGEST
        yield Window(whole.ids[at:to], whole.starts[at:to], whole.ends[at:to])


def _joined(held: Sequence[Window]) -> Window:
    return Window(*(tuple(x for w in held for x in getattr(w, name)) for name in ("ids", "starts", "ends")))


def _labelled(window: Window, article: Coded) -> Taught:
    starts, ends = np.array(window.starts), np.array(window.ends)
    labels = np.zeros((len(starts), len(ROLES)), np.int64)
    found = []
    for attribution in article.attributions:
        masks = [np.zeros(len(starts), bool) for _ in ROLES]
        for role, name in enumerate(ROLES):
            for start, end in attribution[name]:
                inside = (starts < end) & (ends > start)
                masks[role] |= inside
                places = np.flatnonzero(inside)
                labels[places, role] = np.maximum(labels[places, role], INSIDE)
                if len(places) and starts[places[0]] <= start + 1:
                    labels[places[0], role] = BEGINS
        if masks[1].any():
            found.append((masks[0], masks[1], masks[2]))
    return Taught(window, labels, tuple(found))

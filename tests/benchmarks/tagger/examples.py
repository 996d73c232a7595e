"""How the hand-marked examples of who says what are read: articles, and the places of their marked pieces.

    python -m tests.benchmarks.tagger.examples [aside|held] > examples.jsonl

The files of `examples/`, of `aside/`, which the tagger does not learn from, and of `held/`, which nothing is learnt
from, are prose made up for this project. `{s1:...}` marks a source, `{c1:...}` its cue and `{t1:...}` a piece of the
content. The number says which attribution of the article the piece belongs to, and there may be several:
`{s1,2:She} {c1:smiled at} {t1:it}, {c2:saying} {t2:that it was hers}`. Marks may be nested. A line `---` parts two
articles.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Attribution: TypeAlias = dict[str, list[Span]]

FILES = Path(__file__).with_suffix("")
ASIDE = Path(__file__).with_name("aside")  # what the last step learns from
HELD = Path(__file__).with_name("held")  # for measuring
PARTS = {"s": "source", "c": "cue", "t": "content"}

_MARK = re.compile(r"\{([sct])([1-9][0-9,]*):|[{}]")


def read(path: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """The articles of a file, each as its text without the marks and its attributions in the order of their numbers.

    :raises ValueError: marks do not close, or an attribution lacks its cue or content; says the file and the line
    """
    for line, marked in _articles(path.read_text(encoding="utf-8")):
        try:
            text, pieces = _unmarked(marked)
            attributions = _attributions(pieces)
        except _BadMark as bad:
            at = line + marked.count("\n", 0, bad.offset)
            raise ValueError(f"{path.name}, line {at}: {bad}") from None
        yield text, attributions


def records(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    """The articles of files in the form that training reads, named by file and place in it."""
    for path in paths:
        for number, (text, attributions) in enumerate(read(path), start=1):
            yield {"doc_id": f"{path.stem}-{number}", "text": text, "attributions": attributions}


class _BadMark(Exception):
    """What is wrong with a mark, and the offset where it stands in the marked text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


Piece: TypeAlias = tuple[int, str, Span, int]
"""The number of the attribution, the part, the place in the clean text, and where the mark opened."""


def _articles(whole: str) -> Iterator[tuple[int, str]]:
    """Each article without the blank lines around it, and the number of its first line."""
    line = 1
    for block in re.split(r"^---$", whole, flags=re.MULTILINE):
        bare = block.strip()
        if bare:
            yield line + block[: block.index(bare)].count("\n"), bare
        line += block.count("\n")


def _unmarked(marked: str) -> tuple[str, list[Piece]]:
    """The text without marks, and the pieces that were marked."""
    text, done = "", 0
    opened: list[tuple[list[int], str, int, int]] = []
    pieces: list[Piece] = []
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark[1]:
            opened.append(
                ([int(number) for number in mark[2].split(",") if number], PARTS[mark[1]], len(text), mark.start())
            )
        elif mark[0] == "{" or not opened:
            raise _BadMark(f"unexpected {mark[0]}", mark.start())
        else:
            numbers, part, start, offset = opened.pop()
            piece = text[start:]
            if not piece or piece != piece.strip():
                raise _BadMark(f"the {part} of {numbers[0]} is empty or has space at its end", offset)
            pieces.extend((number, part, (start, len(text)), offset) for number in numbers)
    if opened:
        raise _BadMark("a mark is not closed", opened[-1][3])
    return text + marked[done:], pieces


def _attributions(pieces: list[Piece]) -> list[Attribution]:
    """The pieces by number, once it is sure that numbers have no gap and nothing is missing or double."""
    found: dict[int, Attribution] = {}
    first: dict[int, int] = {}
    for number, part, span, offset in sorted(pieces, key=lambda piece: piece[2]):
        first.setdefault(number, offset)
        found.setdefault(number, {name: [] for name in PARTS.values()})[part].append(span)
    for expected, number in zip(count(1), sorted(found), strict=False):
        if number != expected:
            raise _BadMark(f"there is no attribution {expected} before {number}", first[number])
        one = found[number]
        if len(one["cue"]) != 1 or len(one["source"]) > 1 or not one["content"]:
            raise _BadMark(f"attribution {number} needs one cue, some content and at most one source", first[number])
    return [found[number] for number in sorted(found)]


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Print marked articles, one JSON object a line.")
    options.add_argument("folder", nargs="?", default=FILES.name, choices=[f.name for f in (FILES, ASIDE, HELD)])
    for record in records(sorted(FILES.with_name(options.parse_args().folder).glob("*.txt"))):
        print(json.dumps(record, ensure_ascii=False))

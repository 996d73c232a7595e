"""The whole text of an article with its quotations marked; marks may lie inside each other and cross."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.model import Span
from graph.site.cards import ClaimCard

QUOTATION, SOURCE, CUE = "quotation", "source", "cue"


class Piece(NamedTuple):
    """A stretch between two edges of marks, the claims that begin before it, and those of which words end after it.

    `twice` says that words of several claims lie over each other.
    """

    text: str
    marks: tuple[str, ...]
    twice: bool
    begins: tuple[ClaimCard, ...]
    ends: tuple[ClaimCard, ...]


def pieces(text: str, claims: Iterable[ClaimCard]) -> Iterator[Piece]:
    """The text, whole and in order; words that do not stand at their place are not marked."""
    opening: dict[int, list[tuple[str, int]]] = defaultdict(list)
    closing: dict[int, list[tuple[str, int]]] = defaultdict(list)
    begins: dict[int, list[ClaimCard]] = defaultdict(list)
    ends: dict[int, list[ClaimCard]] = defaultdict(list)
    for card in claims:
        for kind, spans in ((QUOTATION, _words(card)), (SOURCE, card.claim.source), (CUE, card.claim.cue)):
            for span in _standing(text, spans):
                opening[span.start].append((kind, card.number))
                closing[span.end].append((kind, card.number))
        content = list(_standing(text, card.claim.content))
        if content:
            begins[content[0].start].append(card)
        for end in {span.end for span in content}:
            ends[end].append(card)
    over: dict[tuple[str, int], int] = defaultdict(int)
    for start, end in pairwise(sorted({0, len(text), *opening, *closing})):
        for mark in opening[start]:
            over[mark] += 1
        for mark in closing[start]:
            over[mark] -= 1
        live = [mark for mark, depth in over.items() if depth > 0]
        over = defaultdict(int, {mark: over[mark] for mark in live})
        kinds = tuple(kind for kind in (QUOTATION, SOURCE, CUE) if any(kind == k for k, _ in live))
        twice = len({number for kind, number in live if kind == QUOTATION}) > 1
        yield Piece(text[start:end], kinds, twice, tuple(begins[start]), tuple(ends[end]))


def _words(card: ClaimCard) -> tuple[Span, ...]:
    """What is quoted of a claim: its content, and what else proves the positions that show in it."""
    return tuple({*card.claim.content, *(e for c in card.cards for e in c.statement.position.evidence)})


def _standing(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    return (s for s in spans if s.start < s.end and text[s.start : s.end] == s.text)

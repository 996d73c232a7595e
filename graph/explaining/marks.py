"""What is marked in an article: the speakers, cues and contents of its claims, and where a stand is taken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.explaining.sources import Explained
from graph.model import Claim, Position

MarkKind = Literal["speaker", "cue", "content", "stand"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is; `name` is the number of its claim, "P" and a number for a position."""

    start: int
    end: int
    kind: MarkKind
    name: str
    said: str = ""


def claims_in_order(found: Explained) -> list[Claim]:
    """The claims by where they start, each of which has its number from here."""
    return sorted(found.reading.claims, key=lambda claim: (_start(claim), claim.id))


def positions_in_order(found: Explained) -> list[Position]:
    """The positions by where their evidence starts."""
    return sorted(found.reading.positions, key=lambda p: (min((s.start for s in p.evidence), default=0), p.id))


def marks_of(found: Explained) -> list[Mark]:
    """All marks, the outer ones before the inner ones."""
    claims, positions = claims_in_order(found), positions_in_order(found)
    stands = [m for n, p in enumerate(positions, 1) for m in _of_position(found, p, n)]
    return sorted([*_together(_of_claims(claims)), *stands], key=lambda m: (m.start, -m.end, _RANK[m.kind], m.name))


def _together(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks of one kind over the very same words as one mark with all their numbers."""
    names: dict[tuple[int, int, MarkKind], dict[str, None]] = {}
    for mark in marks:
        names.setdefault((mark.start, mark.end, mark.kind), {})[mark.name] = None
    return (Mark(*place, ",".join(held)) for place, held in names.items())


def _of_claims(claims: list[Claim]) -> Iterator[Mark]:
    for number, claim in enumerate(claims, 1):
        if claim.quotation == "authorial" and not claim.cue:
            continue  # the article's own voice: a whole sentence, which the positions mark
        yield from (Mark(s.start, s.end, "speaker", str(number)) for s in claim.source)
        yield from (Mark(s.start, s.end, "cue", str(number)) for s in claim.cue)
        yield from (Mark(s.start, s.end, "content", str(number)) for s in claim.content)


def _of_position(found: Explained, position: Position, number: int) -> Iterator[Mark]:
    """A position stands behind its evidence."""
    for span in position.evidence:
        yield Mark(span.end, span.end, "stand", f"P{number}", f"{position.stance}: {found.name(position.proposal)}")


def _start(claim: Claim) -> int:
    return min((s.start for s in (*claim.source, *claim.cue, *claim.content)), default=0)


_RANK = {"content": 0, "speaker": 1, "cue": 2, "stand": 3}

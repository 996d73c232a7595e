"""The steps that mark a text, in order, and the regions that come of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.articles.draft import Known
from graph.articles.regions.datelines import mark_datelines
from graph.articles.regions.endings import mark_endings
from graph.articles.regions.headings import mark_headings
from graph.articles.regions.lines import mark_lines, mark_tail
from graph.articles.regions.repeated import mark_repeated
from graph.articles.regions.sections import mark_sections
from graph.articles.regions.sheet import Sheet, sheet_of
from graph.articles.regions.signatures import mark_signatures
from graph.articles.regions.titles import mark_issuer, mark_title
from graph.model import Region

STEPS: tuple[Callable[[Sheet], None], ...] = (
    mark_lines,
    mark_sections,
    mark_issuer,
    mark_tail,
    mark_signatures,
    mark_title,
    mark_datelines,
    mark_repeated,
    mark_endings,
    mark_headings,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """The regions of a text, and the metadata groups of the rules that matched, by the rule's name."""

    regions: tuple[Region, ...]
    found: tuple[tuple[str, dict[str, str]], ...]


def mark(text: str, hints: Sequence[Region] = (), known: Known = Known()) -> Marked:  # noqa: B008 - it is frozen
    """Say of every stretch of a text what it is; regions cover all that is no white space and do not overlap.

    >>> [(r.kind, r.start, r.end) for r in mark("Floods near Oslo\\n\\nThe river rose on Monday, she said.").regions]
    [('title', 0, 16), ('body', 18, 53)]
    """
    sheet = sheet_of(text, known)
    _hinted(sheet, hints)
    for step in STEPS:
        step(sheet)
    return Marked(tuple(_merged(_regions(sheet))), tuple(sheet.found))


def _hinted(sheet: Sheet, hints: Sequence[Region]) -> None:
    """Take over what the format says: a line that one hint fills is of its kind, else the hints stand inside it."""
    at = 0
    for index, line in enumerate(sheet.lines):
        while at < len(hints) and hints[at].end <= line.start:
            at += 1
        here = at
        while here < len(hints) and hints[here].start < line.end:
            hint = hints[here]
            start, end = max(hint.start, line.start), min(hint.end, line.end)
            sheet.inside.setdefault(index, []).append(Region(hint.kind, start, end))
            here += 1
        parts = sheet.inside.get(index, [])
        if parts and sum(part.end - part.start for part in parts) >= line.end - line.start - len(parts):
            sheet.kinds[index] = parts[-1].kind
            if len(parts) == 1:
                del sheet.inside[index]


def _regions(sheet: Sheet) -> Iterator[Region]:
    """The regions line by line; what no step knew is body."""
    for index, line in enumerate(sheet.lines):
        kind = sheet.kinds[index] or "body"
        at = line.start
        for part in sorted(sheet.inside.get(index, ()), key=lambda region: region.start):
            yield from _stretch(line.text, line.start, Region(kind, at, part.start))
            yield from _stretch(line.text, line.start, part)
            at = part.end
        yield from _stretch(line.text, line.start, Region(kind, at, line.end))


def _stretch(text: str, offset: int, region: Region) -> Iterator[Region]:
    """A region without the white space around it, if anything is left."""
    inner = text[region.start - offset : region.end - offset]
    start = region.start + len(inner) - len(inner.lstrip())
    end = region.end - (len(inner) - len(inner.rstrip()))
    if start < end:
        yield Region(region.kind, start, end)


def _merged(regions: Iterator[Region]) -> Iterator[Region]:
    """Neighbours of one kind as one region, headings and titles apart."""
    last: Region | None = None
    for region in regions:
        if last and last.kind == region.kind and region.kind not in ("title", "heading", "dateline"):
            last = Region(last.kind, last.start, region.end)
            continue
        if last:
            yield last
        last = region
    if last:
        yield last

"""What speaks for a candidate attribution, in figures: what the tagger says of it, how likely its grammar makes it."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.lines import told_by_form
from graph.claims.attributions.linking import CONTENT, CUE, SOURCE
from graph.claims.attributions.marks import OF_CONTENT, OF_SOURCE, Linked, Marks
from graph.claims.odds import logit
from graph.language import end_of, start_of
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

INSIDE = "inside: "  # how the names of figures of what stands inside another begin
_SHORT = 3  # word pieces
_WITHIN = 0.5  # of a cue's pieces, to be those of a content
_FRAMES = ("line", "noun", "adjective")  # those of which the tagger has seen few
_OPENING = tuple("“\"'‘")
_LETTERS = 12  # a word piece, at the most: a content that has more of them reaches beyond its window


def evidence(marks: Marks, found: Attribution, grammar: float | None, *, tagged: bool = False) -> dict[str, float]:
    """Figures by name; `grammar` is the likelihood by the frame that found it, None where no frame did.

    `tagged`: whether the tagger proposed it. What stands inside the content of another has figures of its own names:
    the tagger has seen none such.
    """
    linked = _linked(marks, found)
    figures = _figures(found, linked, grammar, tagged=tagged)
    return {f"{INSIDE}{name}": figure for name, figure in figures.items()} if _inside(linked) else figures


def is_inside(figures: Mapping[str, float]) -> bool:
    """Whether figures are of an attribution inside another."""
    return f"{INSIDE}bias" in figures


def stands_inside(marks: Marks, found: Attribution) -> bool:
    """Whether the tagger takes the cue of a candidate for a part of what somebody says."""
    return _inside(_linked(marks, found))


def _linked(marks: Marks, found: Attribution) -> Linked | None:
    cue = _extent(found.cue)
    return marks.linked(cue.start, cue.end)


def _inside(linked: Linked | None) -> bool:
    if linked is None:
        return False
    return float(1 - linked.tagged.outside[linked.first : linked.last, CONTENT].mean()) > _WITHIN


def _figures(found: Attribution, linked: Linked | None, grammar: float | None, *, tagged: bool) -> dict[str, float]:
    cue = _extent(found.cue)
    figures = {
        "bias": 1.0,
        "tagged": float(tagged),
        "grammar": logit(grammar) if grammar is not None else 0.0,
        "no grammar": float(grammar is None),
        "length of cue": min(6.0, (cue.end - cue.start) / 8),
        "length": math.log(1 + sum(s.end - s.start for s in found.content)),
        "pieces": min(3.0, len(found.content)),
        "quoted": float(found.content[0].text.startswith(_OPENING)),
        **{frame: float(found.frame == frame) for frame in _FRAMES},
    }
    if linked is None or told_by_form(found):  # of which the tagger has seen few
        return {**figures, "untagged": 1.0}
    return {**figures, **dict(_of_cue_and_content(linked, found)), **dict(_of_source(linked, found))}


def _of_cue_and_content(linked: Linked, found: Attribution) -> Iterator[tuple[str, float]]:
    inside = 1 - linked.tagged.outside
    yield "cue", logit(float(inside[linked.first : linked.last, CUE].mean()))
    yield "cue at its surest", logit(float(inside[linked.first : linked.last, CUE].max()))
    content = linked.pieces(found.content)
    shares = linked.shares[:, OF_CONTENT]
    within = float(shares[content].sum())
    yield "content", logit(within / max(1, len(content)))
    yield "overlap", logit(within / (float(shares.sum()) + len(content) - within))
    yield "content as tagged", logit(float(inside[content, CONTENT].mean()) if content else 0.0)
    yield "beyond", float(sum(s.end - s.start for s in found.content) > _LETTERS * len(content))
    yield "short", float(len(content) <= _SHORT)


def _of_source(linked: Linked, found: Attribution) -> Iterator[tuple[str, float]]:
    shares = linked.shares[:, OF_SOURCE]
    source = linked.pieces([_extent(found.source)]) if found.source else []
    if not source:
        yield "no source", 1.0
        yield "a source left", logit(float(shares.max()))
        return
    yield "length of source", math.log(1 + sum(len(token) for token in found.source))
    yield "source", logit(float(shares[source].max()))
    yield "source as tagged", logit(float(1 - linked.tagged.outside[source, SOURCE].min()))


def _extent(tokens: tuple["Token", ...]) -> Span:
    return Span(min(map(start_of, tokens)), max(map(end_of, tokens)), "")

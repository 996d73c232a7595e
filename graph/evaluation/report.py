"""What an evaluation prints: a table or JSON, the misses if wanted, and which roles fall below a mark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.evaluation.claims import KINDS
from graph.evaluation.comparing import ROLES
from graph.evaluation.scores import Comparison, Item, Part, Score

KINDS_OF = {"contents": KINDS, "claims": KINDS}
ROWS = tuple(row for role in ROLES for row in (role, *(f"{role}/{kind}" for kind in KINDS_OF.get(role, ()))))
_WIDTH = max(map(len, ROWS))


def totals(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """The scores of all articles together (micro average), by role, and by kind as "claims/direct"."""
    sums = dict.fromkeys(ROWS, Score())
    for comparison in comparisons:
        for row, score in _rows(comparison.parts):
            sums[row] += score
    return sums


def _rows(parts: Mapping[str, Part]) -> Iterator[tuple[str, Score]]:
    for role, part in parts.items():
        yield role, part.score
        yield from ((f"{role}/{kind}", score) for kind, score in part.kinds.items())


def lines(comparisons: Sequence[Comparison], *, misses: bool = False) -> Iterator[str]:
    """A table for people: a row for each role of each article, then of all, there by kind of quotation as well.

    Below it, if wanted, what was missed and what is too much: file, place in the text, what it is, in which words.
    """
    width = max((len(c.article) for c in comparisons), default=0)
    yield f"{'article':{width}}  {'role':{_WIDTH}} precision  recall     F1  right  found   gold"
    rows = [(c.article, {role: part.score for role, part in c.parts.items()}) for c in comparisons]
    for article, scores in (*rows, ("all", totals(comparisons))):
        for role, s in scores.items():
            precision = f"{s.precision:.1%}" if s.found else "-"
            recall = f"{s.recall:.1%}" if s.gold else "-"
            f1 = f"{s.f1:.1%}" if s.found or s.gold else "-"
            counts = f"{s.right:>6} {s.found:>6} {s.gold:>6}"
            yield f"{article:{width}}  {role:{_WIDTH}} {precision:>9} {recall:>7} {f1:>6} {counts}"
    for comparison in comparisons if misses else ():
        yield from _misses(comparison)


def _misses(comparison: Comparison) -> Iterator[str]:
    for role, part in comparison.parts.items():
        for verdict, items in (("missed", part.missed), ("not in the coding", part.wrong)):
            yield from (f"{_place(comparison, item)}: {role}: {verdict}: {_told(item)}" for item in items)


def _place(comparison: Comparison, item: Item) -> str:
    """The file, and from where to where in the article's text (characters from its start) the words stand."""
    place = f":{min(s.start for s in item.words)}-{max(s.end for s in item.words)}" if item.words else ""
    return _one_line(comparison.file) + place


def _told(item: Item) -> str:
    return _one_line(": ".join(filter(None, (item.what, _quoted(item)))))


def _quoted(item: Item) -> str:
    return " … ".join(span.text for span in item.words)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def as_json(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """The same for programs: scores by role and kind for all and for each article, with the misses."""
    return {
        "total": {row: _score(score) for row, score in totals(comparisons).items()},
        "articles": {
            c.article: {row: _score(score) | _listed(c, row) for row, score in _rows(c.parts)} for c in comparisons
        },
    }


def _listed(comparison: Comparison, row: str) -> dict[str, Any]:
    """The misses of a role; its kinds have no list of their own."""
    part = comparison.parts.get(row)
    if part is None:
        return {}
    return {
        name: [_record(comparison, item) for item in items]
        for name, items in (("missed", part.missed), ("wrong", part.wrong))
    }


def _record(comparison: Comparison, item: Item) -> dict[str, Any]:
    spans = [{"start": span.start, "end": span.end, "text": span.text} for span in item.words]
    return {"file": comparison.file, "what": item.what, "words": spans}


def _score(score: Score) -> dict[str, float]:
    measured = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    rounded = {name: round(value, 4) for name, value in measured.items()}
    return rounded | {"right": score.right, "found": score.found, "gold": score.gold}


def minima(texts: Iterable[str]) -> dict[str, float]:
    """The marks to reach: “0.5” for every role, “positions=0.5” for one, “claims/direct=0.5” for a kind of one.

    >>> minima(["positions=0.5"])
    {'positions': 0.5}

    :raises InputError: for an unknown role or no number from 0 to 1.
    """
    marks: dict[str, float] = {}
    for text in texts:
        role, _, number = text.rpartition("=")
        if role and role not in ROWS:
            raise InputError(f"--min {text}: {role} is no role; known are {', '.join(ROWS)}.")
        try:
            value = float(number)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            raise InputError(f"--min {text}: give an F1 from 0 to 1, such as 0.5 or positions=0.5.")
        marks |= dict.fromkeys([role] if role else ROLES, value)
    return marks


def below(comparisons: Sequence[Comparison], marks: Mapping[str, float]) -> list[str]:
    """A sentence for each role or kind whose F1 over all articles is below its mark."""
    scores = totals(comparisons)
    return [
        f"{role}: F1 is {scores[role].f1:.3f}, below {mark:g}."
        for role, mark in marks.items()
        if scores[role].f1 < mark
    ]

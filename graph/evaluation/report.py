"""What an evaluation prints: a table or JSON, the misses if wanted, and which roles fall below a mark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.evaluation.comparing import ROLES
from graph.evaluation.scores import Comparison, Score


def totals(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """The scores of all articles together, by role (micro average)."""
    sums = dict.fromkeys(ROLES, Score())
    for comparison in comparisons:
        for role, part in comparison.parts.items():
            sums[role] += part.score
    return sums


def lines(comparisons: Sequence[Comparison], *, misses: bool = False) -> Iterator[str]:
    """A table for people: a row for each role of each article, then of all; below it what was missed and too much."""
    width = max((len(c.article) for c in comparisons), default=0)
    yield f"{'article':{width}}  role        precision  recall     F1  right  found   gold"
    rows = [(c.article, {role: part.score for role, part in c.parts.items()}) for c in comparisons]
    for article, scores in (*rows, ("all", totals(comparisons))):
        for role, s in scores.items():
            precision = f"{s.precision:.1%}" if s.found else "-"
            recall = f"{s.recall:.1%}" if s.gold else "-"
            f1 = f"{s.f1:.1%}" if s.found or s.gold else "-"
            yield (
                f"{article:{width}}  {role:11} {precision:>9} {recall:>7} {f1:>6} {s.right:>6} {s.found:>6} {s.gold:>6}"
            )
    for comparison in comparisons if misses else ():
        yield from _misses(comparison)


def _misses(comparison: Comparison) -> Iterator[str]:
    for role, part in comparison.parts.items():
        yield from (f"{comparison.article}: {role}: missed: {_one_line(text)}" for text in part.missed)
        yield from (f"{comparison.article}: {role}: not in the coding: {_one_line(text)}" for text in part.wrong)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def as_json(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """The same for programs: scores by role for all and for each article, with the misses."""
    return {
        "total": {role: _score(score) for role, score in totals(comparisons).items()},
        "articles": {
            c.article: {
                role: _score(part.score) | {"missed": list(part.missed), "wrong": list(part.wrong)}
                for role, part in c.parts.items()
            }
            for c in comparisons
        },
    }


def _score(score: Score) -> dict[str, float]:
    measured = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    rounded = {name: round(value, 4) for name, value in measured.items()}
    return rounded | {"right": score.right, "found": score.found, "gold": score.gold}


def minima(texts: Iterable[str]) -> dict[str, float]:
    """The marks to reach: “0.5” for every role, or “positions=0.5” for one.

    >>> minima(["positions=0.5"])
    {'positions': 0.5}

    :raises InputError: for an unknown role or no number from 0 to 1.
    """
    marks: dict[str, float] = {}
    for text in texts:
        role, _, number = text.rpartition("=")
        if role and role not in ROLES:
            raise InputError(f"--min {text}: {role} is no role; known are {', '.join(ROLES)}.")
        try:
            value = float(number)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            raise InputError(f"--min {text}: give an F1 from 0 to 1, such as 0.5 or positions=0.5.")
        marks |= dict.fromkeys([role] if role else ROLES, value)
    return marks


def below(comparisons: Sequence[Comparison], marks: Mapping[str, float]) -> list[str]:
    """A sentence for each role whose F1 over all articles is below its mark."""
    scores = totals(comparisons)
    return [
        f"{role}: F1 is {scores[role].f1:.3f}, below {mark:g}."
        for role, mark in marks.items()
        if scores[role].f1 < mark
    ]

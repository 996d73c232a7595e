"""Learn how likely leanings come to a position, on articles that the stance model has not seen.

    python -m tests.benchmarks.positions.learn_worth [FILE.txt ...] [--quick] [--out graph/claims/tables/leanings.tsv]

Takes the named files, or the articles of aside/, which `train.py` does not learn from, each with its own proposals and
again among those of a wider codebook (`wider.py`). What is printed is found on folds that the weights were not learnt
on. Needs scikit-learn.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.claims.odds import weighed
from graph.claims.positions.leaning import SIGNS, leaned
from graph.claims.positions.worth import figures
from graph.language import Stances
from tests.benchmarks.logistic import fitted
from tests.benchmarks.positions.examples import ASIDE, Article, read
from tests.benchmarks.positions.measure import wanted
from tests.benchmarks.positions.reading import Reader, codebook_of, number_of
from tests.benchmarks.positions.wider import widened
from tests.benchmarks.reliability import lines

FOLDS = 5
STRENGTH = 0.3
_LEAST = 0.05  # of what all places come to, for a leaning to be learnt from
HEADER = """\
# Logistic weights of what makes leanings a position: figure, weight. Learnt on coded articles of our own that the
# stance model has not seen, by tests/benchmarks/positions/learn_worth.py.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """The leanings of one article with their figures and whether a coder has each; how many positions the coder has."""

    figures: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    wanted: int


def cases(coded: Sequence[Article], *, quick: bool = False) -> Iterator[Case]:
    """Each article as the stance models see it, or the quicker one."""
    reader, model = Reader(), Stances(entailing=not quick)
    for article in coded:
        context = reader.read(article)
        gold = wanted(article, context)
        found = [
            (one, sign)
            for one in leaned(context, codebook_of(article).proposals, model)
            if one.together(sign := max(SIGNS, key=one.together)) >= _LEAST
        ]
        right = (
            any(one.holder in who and number_of(one.proposal.id) == p and sign == s for (who, p), s in gold.items())
            for one, sign in found
        )
        yield Case(tuple(figures(one, sign) for one, sign in found), tuple(right), len(gold))


def learn(known: Sequence[Case]) -> dict[str, float]:
    """Weights by figure."""
    return fitted([f for c in known for f in c.figures], [r for c in known for r in c.right], STRENGTH, {})


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, print figures, and write the weights where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--out", type=Path)
    options.add_argument("--quick", action="store_true", help="By vectors alone: for leanings_by_vectors.tsv.")
    asked = options.parse_args(arguments)
    coded = [article for file in asked.files or sorted(ASIDE.glob("*.txt")) for article in read(file)]
    books = [list(cases(each, quick=asked.quick)) for each in (coded, list(widened(coded)))]
    folds = [learn([c for book in books for i, c in enumerate(book) if i % FOLDS != fold]) for fold in range(FOLDS)]
    for name, book in zip(("own proposals", "a wider codebook"), books, strict=True):
        print(f"{name}:")
        _report([one for i, c in enumerate(book) for one in _judged(c, folds[i % FOLDS])], sum(c.wanted for c in book))
    if asked.out:
        rows = (f"{name}\t{weight:.3f}\n" for name, weight in learn([c for book in books for c in book]).items())
        asked.out.write_text(HEADER + "".join(rows), encoding="utf-8")


def _judged(case: Case, weights: Mapping[str, float]) -> Iterator[tuple[float, bool]]:
    """The likelihood of each leaning, and whether it is right."""
    return ((weighed(f, weights), right) for f, right in zip(case.figures, case.right, strict=True))


def _report(judged: Sequence[tuple[float, bool]], total: int) -> None:
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8):
        made = [right for likely, right in judged if likely >= least]
        f1 = 2 * sum(made) / max(1, len(made) + total)
        print(f"at {least:.2f}: P {sum(made) / max(1, len(made)):.3f} R {sum(made) / total:.3f} F1 {f1:.3f}")
    print(*lines(judged, "leanings"), sep="\n")


if __name__ == "__main__":
    main()

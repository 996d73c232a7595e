"""Learn what the tagger's figures and the grammar are worth together, and print how well calibrated that is.

    python -m tests.benchmarks.learn_evidence DEV.jsonl [--out graph/claims/tables/evidence.tsv]

DEV.jsonl is PolNeAR's development split, in the form that `learn_weights.py` describes. The tagger and the weights of
the grammar were learnt on the training split, where they are surer than they should be, so these few weights are
learnt on other articles. PolNeAR marks no attribution inside another: what those are worth is learnt on the articles
of our own in `tagger/aside/`. What is printed is found on folds that the weights were not learnt on. Needs
scikit-learn.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.claims.attributions import Found, Marks
from graph.claims.attributions.evidence import INSIDE, is_inside
from graph.claims.attributions.selection import by_tagger, kept
from graph.language import Parser, Tagger
from tests.benchmarks.learn_weights import (
    SAME,
    Coded,
    Said,
    claim_counts,
    coded,
    coded_records,
    of_one_source,
    overlap,
    said,
)
from tests.benchmarks.logistic import fitted
from tests.benchmarks.reliability import lines
from tests.benchmarks.tagger.examples import ASIDE, records

FOLDS = 5
STRENGTH = 0.3
HEADER = """\
# Logistic weights of what speaks for an attribution: figure, weight. Learnt on the development split of PolNeAR
# (Newell, Margolin, Ruths, LREC 2018), inside others on articles of our own, by tests/benchmarks/learn_evidence.py;
# figures only, no text.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates of an article with their figures, and whether an annotator marked each."""

    coded: Coded
    candidates: tuple[tuple[Found, dict[str, float]], ...]
    right: tuple[bool, ...]


def judged(article: Coded, tagger: Tagger) -> Judged:
    """The candidates of an article."""
    found = tuple(by_tagger(article.page, Marks(tagger.tag(article.page.article))))
    right = (any(_agree(said(f.attribution), gold) for gold in article.gold) for f, _ in found)
    return Judged(article, found, tuple(right))


def _agree(ours: Said, gold: Said) -> bool:
    return of_one_source(ours, gold) and overlap(ours, gold) >= SAME


def learn(known: Sequence[Judged]) -> dict[str, float]:
    """Weights by figure, of attributions that stand by themselves."""
    return _fitted(known, "")


def learn_inside(known: Sequence[Judged]) -> dict[str, float]:
    """Weights by figure, of attributions inside others."""
    return {f"{INSIDE}{name}": weight for name, weight in _fitted(known, INSIDE).items()}


def _fitted(known: Sequence[Judged], names: str) -> dict[str, float]:
    """From the candidates whose figures begin so."""
    told = [
        ({name.removeprefix(names): figure for name, figure in figures.items()}, right)
        for j in known
        for (_, figures), right in zip(j.candidates, j.right, strict=True)
        if is_inside(figures) == bool(names)
    ]
    return fitted([figures for figures, _ in told], [right for _, right in told], STRENGTH, {})


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, print figures, and write the weights where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("dev", type=Path)
    options.add_argument("--out", type=Path)
    asked = options.parse_args(arguments)
    tagger, parser = Tagger(), Parser()
    news = [judged(article, tagger) for article in coded(asked.dev, parser)]
    own = [judged(a, tagger) for a in coded_records(records(sorted(ASIDE.glob("*.txt"))), parser)]
    for name, articles in (("PolNeAR", news), ("our own", own)):
        print(f"{name}:")
        _report(articles, [_without(fold, news, own) for fold in range(FOLDS)])
    if asked.out:
        learnt = {**learn(news), **learn_inside(own)}
        rows = (f"{name}\t{weight:.3f}\n" for name, weight in learnt.items())
        asked.out.write_text(HEADER + "".join(rows), encoding="utf-8")


def _without(fold: int, news: Sequence[Judged], own: Sequence[Judged]) -> dict[str, float]:
    """The weights that are learnt on all articles but those of a fold."""
    kept = [[a for i, a in enumerate(articles) if i % FOLDS != fold] for articles in (news, own)]
    return {**learn(kept[0]), **learn_inside(kept[1])}


def _report(articles: Sequence[Judged], folds: Sequence[Mapping[str, float]]) -> None:
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8):
        counts = (_counts(a, folds[i % FOLDS], least) for i, a in enumerate(articles))
        right, made, wanted = (sum(n) for n in zip(*counts, strict=True))
        print(f"at {least:.2f}: P {right / made:.3f} R {right / wanted:.3f} F1 {2 * right / (made + wanted):.3f}")
    sure = (pair for i, article in enumerate(articles) for pair in _judged(article, folds[i % FOLDS]))
    print(*lines(sure, "claims"), sep="\n")


def _counts(article: Judged, weights: Mapping[str, float], least: float) -> tuple[int, int, int]:
    return claim_counts(article.coded, kept(article.candidates, weights, least))


def _judged(article: Judged, weights: Mapping[str, float]) -> Iterator[tuple[float, bool]]:
    """The claims of an article, each with its confidence and whether it is right."""
    for found in kept(article.candidates, weights, 0.3):
        ours = said(found.attribution)
        yield found.probability, any(_agree(ours, gold) for gold in article.coded.gold)


if __name__ == "__main__":
    main()

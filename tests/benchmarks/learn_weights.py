"""Learn the weights of attribution candidates from a corpus in PolNeAR's form, and print how well they do.

    python tests/benchmarks/learn_weights.py TRAIN.jsonl [DEV.jsonl] [--out graph/claims/tables/weights.tsv]

Each line is an article, {doc_id, text, attributions: [{source, content}]}, each a list of [start, end) offsets; the
corpus is that of Newell, Margolin and Ruths (LREC 2018). A candidate is right where half of its content's characters
and those of an annotated content agree (Jaccard index) and the sources share a character, or neither has one.
Needs scikit-learn, which the program itself does not.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.claims.attributions import Attribution, Found, Page, attributions, candidates, features, page_of, probability
from graph.evaluation.matching import pairs
from graph.language import Parser, end_of, start_of
from graph.model import Article

SAME = 0.5  # of the characters of two contents
RARE = 8  # candidates: a feature of fewer is left out
STRENGTH = 0.3  # of the weights against the penalty (C)
SMALLEST = 0.03  # a smaller weight is left out
HEADER = """\
# Logistic weights of attribution candidates: feature, weight. Learnt on the training split of PolNeAR
# (Newell, Margolin, Ruths, LREC 2018) by tests/benchmarks/learn_weights.py; figures only, no text.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """The characters of a content and of its source."""

    content: frozenset[int]
    source: frozenset[int]


@dataclass(frozen=True, slots=True)
class Coded:
    """A parsed article with its annotated attributions."""

    page: Page
    gold: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate by its features, and whether an annotator marked it."""

    features: frozenset[str]
    right: bool


def coded(path: Path, parser: Parser) -> Iterator[Coded]:
    """The articles of a file, one at a time."""
    with path.open(encoding="utf-8") as lines:
        yield from coded_records(map(json.loads, lines), parser)


def coded_records(records: Iterable[Mapping[str, Any]], parser: Parser) -> Iterator[Coded]:
    """Articles in PolNeAR's form, one at a time."""
    for record in records:
        name = record["doc_id"]
        article = Article(name, name, record["text"], "", name)
        gold = (Said(_characters(a["content"]), _characters(a["source"])) for a in record["attributions"])
        yield Coded(page_of(parser.parse(article)), tuple(gold))


def said(found: Attribution) -> Said:
    """What a candidate covers."""
    source = [(start_of(found.source[0]), end_of(found.source[-1]))] if found.source else []
    return Said(_characters((s.start, s.end) for s in found.content), _characters(source))


def _characters(spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end))


def overlap(one: Said, other: Said) -> float:
    """The Jaccard index of two contents, 0 to 1."""
    common = len(one.content & other.content)
    return common / len(one.content | other.content) if common else 0.0


def of_one_source(one: Said, other: Said) -> bool:
    """Whether two sources share a character, or neither is there."""
    return bool(one.source & other.source) or not (one.source or other.source)


def examples(article: Coded) -> Iterator[Example]:
    """The candidates of an article."""
    for found in candidates(article.page):
        ours = said(found)
        right = any(of_one_source(ours, gold) and overlap(ours, gold) >= SAME for gold in article.gold)
        yield Example(frozenset(map(sys.intern, features(article.page, found))), right)


def learn(known: Sequence[Example]) -> dict[str, float]:
    """Weights by feature, the bias first and the others in their order, as `weights.tsv` has them.

    :raises SystemExit: where scikit-learn is not installed.
    """
    vectorizer, regression = _tools()
    counts = Counter(name for example in known for name in example.features)
    kept = {name for name, n in counts.items() if n >= RARE} - {"bias"}
    matrix = vectorizer.fit_transform(dict.fromkeys(example.features & kept, 1) for example in known)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # for liblinear
    model = regression.fit(matrix, [example.right for example in known])
    learnt = sorted(zip(vectorizer.feature_names_, map(float, model.coef_[0]), strict=True))
    weights = {name: round(weight, 3) for name, weight in learnt if abs(weight) >= SMALLEST}
    return {"bias": round(float(model.intercept_[0]), 3), **weights}


def _tools() -> tuple[Any, Any]:
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        raise SystemExit("Learning needs scikit-learn: pip install scikit-learn.") from None
    return DictVectorizer(), LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear")


def log_loss(known: Sequence[Example], weights: Mapping[str, float] | None = None) -> float:
    """The mean surprise at what annotators marked, in nats; without weights, by those of the table."""
    likely = ((probability(e.features, weights), e.right) for e in known)
    return -sum(math.log(p if right else 1 - p) for p, right in likely) / len(known)


def claim_f1(articles: Iterable[Coded], weights: Mapping[str, float] | None = None) -> float:
    """The harmonic mean of precision and recall of the attributions that are kept, matched one to one, best first."""
    counts = [claim_counts(article, attributions(article.page, weights=weights)) for article in articles]
    right, made, wanted = map(sum, zip(*counts, strict=True))
    return 2 * right / (made + wanted)


def claim_counts(article: Coded, kept: Sequence[Found]) -> tuple[int, int, int]:
    """How many of the attributions that are kept are right, how many are kept, how many were annotated."""
    found = [said(f.attribution) for f in kept]
    agree = _agreement(article.gold, found)
    measured = ((overlap(a, b), i, j) for i, a in enumerate(article.gold) for j, b in enumerate(found))
    right = sum(agree(i, j) for i, j in pairs((each for each in measured if each[0] >= SAME), agree))
    return right, len(found), len(article.gold)


def _agreement(gold: Sequence[Said], found: Sequence[Said]) -> Callable[[int, int], bool]:
    return lambda i, j: of_one_source(gold[i], found[j])


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, print figures, and write the weights where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("train", type=Path)
    options.add_argument("dev", type=Path, nargs="?")
    options.add_argument("--out", type=Path)
    asked = options.parse_args(arguments)
    _tools()
    parser = Parser()
    known = [example for article in coded(asked.train, parser) for example in examples(article)]
    weights = learn(known)
    print(f"{len(known):,} candidates, {sum(e.right for e in known):,} right; {len(weights):,} weights")
    if asked.out:
        rows = (f"{name}\t{weight:.3f}\n" for name, weight in weights.items())
        asked.out.write_text(HEADER + "".join(rows), encoding="utf-8")
    if asked.dev:
        _report(list(coded(asked.dev, parser)), weights)


def _report(articles: Sequence[Coded], weights: Mapping[str, float]) -> None:
    known = [example for article in articles for example in examples(article)]
    for name, used in (("learnt", weights), ("in the table", None)):
        print(f"{name:12}  log loss {log_loss(known, used):.4f}  claim F1 {claim_f1(articles, used):.4f}")


if __name__ == "__main__":
    main()

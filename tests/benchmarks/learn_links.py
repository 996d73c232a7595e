"""Learn how likely a word piece belongs to a cue, by what the tagger says and by where the two stand.

    python -m tests.benchmarks.learn_links DEV.jsonl [--out graph/claims/tables/links.tsv]

DEV.jsonl is PolNeAR's development split, one article a line: {doc_id, text, attributions: [{source, cue, content}]},
each a list of [start, end) offsets. The tagger was taught on the training split, where it is surer than it should be.
What is printed is the surprise at an annotator's marks, in nats a piece, on folds that the weights were not learnt on.
Needs scikit-learn.
"""

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from graph.claims.attributions.linking import ENDS, figures
from graph.claims.attributions.marks import between
from graph.claims.odds import weighed
from graph.language import Tagged, Tagger
from graph.model import Article
from tests.benchmarks.logistic import fitted

FOLDS = 5
STRENGTH = 10.0
HEADER = """\
# Logistic weights of what belongs to a cue: end and figure, weight. Learnt on the development split of PolNeAR
# (Newell, Margolin, Ruths, LREC 2018) by tests/benchmarks/learn_links.py; figures only, no text.
"""
Piece = tuple[dict[str, float], bool]


def pieces(record: Mapping[str, Any], tagger: Tagger) -> tuple[list[Piece], ...]:
    """For each end, all pieces of each marked cue's window but the cue's own: figures, and whether it was marked."""
    article = Article(record["doc_id"], record["doc_id"], record["text"], "", record["doc_id"])
    found: tuple[list[Piece], ...] = tuple([] for _ in ENDS)
    for tagged in tagger.tag(article):
        for attribution in record["attributions"]:
            cue = _within(tagged, attribution["cue"])
            if not cue:
                continue
            others = [i for i in range(len(tagged.window.ids)) if not cue[0] <= i <= cue[-1]]
            for end, into, made in zip(ENDS, found, figures(tagged, cue[0], cue[-1] + 1), strict=True):
                marked = set(_within(tagged, attribution[end]))
                into += [({k: _at(v, i) for k, v in made.items()}, i in marked) for i in others]
    return found


def _within(tagged: Tagged, spans: Iterable[Sequence[int]]) -> list[int]:
    return sorted({i for start, end in spans for i in between(tagged, start, end)})


def _at(figure: "np.ndarray | float", place: int) -> float:
    return float(figure[place]) if isinstance(figure, np.ndarray) else figure


def _learn(known: Iterable[Piece]) -> dict[str, float]:
    rows, right = zip(*known, strict=True)
    return fitted(rows, right, STRENGTH, {})


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, print figures, and write the weights where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("dev", type=Path)
    options.add_argument("--out", type=Path)
    asked = options.parse_args(arguments)
    tagger = Tagger()
    with asked.dev.open(encoding="utf-8") as lines:
        articles = [pieces(json.loads(line), tagger) for line in lines]
    learnt: list[str] = []
    for end, of_articles in zip(ENDS, zip(*articles, strict=True), strict=True):
        surprises = list(_surprises(of_articles))
        print(f"{end}: {sum(surprises) / len(surprises):.4f} nats a piece, of {len(surprises)}", flush=True)
        weights = _learn(p for article in of_articles for p in article)
        learnt += (f"{end}: {name}\t{weight:.3f}\n" for name, weight in weights.items())
    print(*learnt, sep="", end="")
    if asked.out:
        asked.out.write_text(HEADER + "".join(learnt), encoding="utf-8")


def _surprises(articles: Sequence[Sequence[Piece]]) -> Iterator[float]:
    for fold in range(FOLDS):
        weights = _learn(p for i, article in enumerate(articles) if i % FOLDS != fold for p in article)
        for made, right in (p for article in articles[fold::FOLDS] for p in article):
            likely = weighed(made, weights)
            yield -math.log(max(1e-9, likely if right else 1 - likely))


if __name__ == "__main__":
    main()

"""How likely a candidate attribution is one: two logistic models, their weights in tables.

By grammar, over named features (`weights.tsv`); by grammar and tagger together, over figures (`evidence.tsv`). They
were learnt on PolNeAR (Newell, Margolin, Ruths, LREC 2018) by `tests/benchmarks/learn_weights.py`; the tables hold
figures, no text.
"""

from collections.abc import Iterable, Mapping

from graph.claims import odds
from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.features import features
from graph.claims.attributions.page import Page
from graph.claims.odds import share, weights_of

_TURN = 0.85  # at least, for what the corpus has too little of


def likelihood(page: Page, found: Attribution, weights: Mapping[str, float] | None = None) -> float:
    """The weights' probability; a name that opens several paragraphs speaks them, and "in her view" is a view."""
    turn = found.frame == "line" and "turns=1" not in found.features and "lines=4" in found.features
    view = found.frame == "according" and "of=according" not in found.features
    return max(probability(features(page, found), weights), _TURN if turn or view else 0.0)


def by_itself(page: Page, found: Attribution) -> float:
    """The likelihood of what stands inside another, as if it stood by itself: the corpus marks nothing inside."""
    frame = found.frame
    told = {name for name in features(page, found) if not name.startswith(f"{frame}:dep=")}
    return probability((*sorted(told - {f"{frame}:said-in-quote"}), f"{frame}:dep=ROOT", f"{frame}:said-plainly"))


def probability(names: Iterable[str], weights: Mapping[str, float] | None = None) -> float:
    """From 0 to 1: the share of candidates with these features that a careful annotator marked.

    `weights`: others than the table's, for who learns them.
    """
    known = weights_of("weights") if weights is None else weights
    return share(sum(known.get(name, 0.0) for name in dict.fromkeys(names)))


def weighed(figures: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """From 0 to 1: the share of candidates with these figures that a careful annotator marked."""
    return odds.weighed(figures, weights_of("evidence") if weights is None else weights)

"""Shares, their log odds, and logistic models whose weights stand in a table of two columns: figure, weight."""

import math
from collections.abc import Mapping
from functools import cache

from graph.claims.tables import rows

_LEAST = 0.002  # of a share, so that its logit is a number


def logit(share: float) -> float:
    """The log odds of a share, which is kept off 0 and 1.

    >>> logit(0.5), logit(0.0) == logit(-1.0)
    (0.0, True)
    """
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def share(odds: float) -> float:
    """The share that log odds come to.

    >>> share(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-odds))


def weighed(figures: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """From 0 to 1: what a logistic model makes of figures by name."""
    return share(sum(weights.get(name, 0.0) * figure for name, figure in figures.items()))


@cache
def weights_of(table: str) -> dict[str, float]:
    """The weights of `tables/<table>.tsv`."""
    return {name: float(weight) for name, weight in rows(table)}

"""How likely a holder's leanings come to a position: a logistic model over a few figures (`tables/leanings.tsv`).

Learnt by `tests/benchmarks/positions/learn_worth.py` on coded articles that the stance model has not seen.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.claims.odds import logit, weighed, weights_of
from graph.claims.positions.places import AGAINST, ANYWHERE, FOR, HERE, OPEN

if TYPE_CHECKING:
    from graph.claims.positions.leaning import Leaned

_COLUMNS = {1: FOR, 0: OPEN, -1: AGAINST}
_CLEAR = 0.2  # of a share, for a place to count


def figures(one: "Leaned") -> dict[str, float]:
    """Figures by name."""
    strongest = max(one.places, key=lambda p: p.share(one.sign))
    others = sorted(one.totals[s] for s in one.totals if s != one.sign)
    grammar = max(float(p.hints[_COLUMNS[one.sign]]) for p in one.places)
    against = max(float(p.hints[c]) for p in one.places for s, c in _COLUMNS.items() if s != one.sign)
    return {
        "bias": 1.0,
        "together": logit(one.totals[one.sign]),
        "other sign": logit(others[-1]),
        "strongest": logit(strongest.share(one.sign)),
        "places": math.log(1 + sum(p.share(one.sign) >= _CLEAR for p in one.places)),
        "grammar": grammar,
        "grammar against": against,
        "named there": float(strongest.hints[HERE]),
        "named at all": float(strongest.hints[ANYWHERE]),
        "says": float(strongest.unit.way == "says"),
        "own voice": float(strongest.unit.way == "author"),
        "before": float(strongest.unit.way == "before"),
        "open": float(one.sign == 0),
        "against": float(one.sign < 0),
        "country": float("/country/" in one.holder),
        "group": float("/group/" in one.holder),
        "person": float("/person/" in one.holder),
    }


def likelihood(one: "Leaned", weights: Mapping[str, float] | None = None) -> float:
    """From 0 to 1: the share of leanings with these figures that a careful coder has as a position."""
    return weighed(figures(one), weights_of("leanings") if weights is None else weights)

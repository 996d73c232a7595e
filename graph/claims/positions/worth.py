"""How likely a holder's leanings come to a position: a logistic model over a few figures (`tables/leanings.tsv`, and
`leanings_by_vectors.tsv` where nothing else was asked).

Learnt by `tests/benchmarks/positions/learn_worth.py` on coded articles that the stance model has not seen.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.claims.odds import logit, weighed
from graph.claims.positions.places import AGAINST, ANYWHERE, FOR, HERE, OPEN

if TYPE_CHECKING:
    from graph.claims.positions.leaning import Leaned

GRAMMAR = {1: FOR, 0: OPEN, -1: AGAINST}  # the hints that have the grammar's stand of a sign
LEARNT, BY_VECTORS = "leanings", "leanings_by_vectors"  # tables
_USUAL = 6  # proposals, in the articles that the weights were learnt on
_LITTLE = 0.5  # of what all places come to, for the grammar's sign to count as much
_CLEAR = 0.2  # of a share, for a place to count


def figures(one: "Leaned", sign: int) -> dict[str, float]:
    """Figures by name, for a position of that sign."""
    strongest = max(one.places, key=lambda p: p.share(sign))
    return {
        "bias": 1.0,
        "among": -math.log(max(1.0, one.among / _USUAL)),
        "together": logit(one.together(sign)),
        "other sign": logit(max(one.together(s) for s in GRAMMAR if s != sign)),
        "strongest": logit(strongest.share(sign)),
        "beside its rival": logit(strongest.share(sign)) - logit(strongest.rival),
        "outdone": math.log(1 + strongest.outdone),
        "places": math.log(1 + sum(p.share(sign) >= _CLEAR for p in one.places)),
        "grammar": _by_grammar(one, sign),
        "grammar against": max(_by_grammar(one, s) for s in GRAMMAR if s != sign),
        "named there": float(strongest.hints[HERE]),
        "named at all": float(strongest.hints[ANYWHERE]),
        "says": float(strongest.unit.way == "says"),
        "own voice": float(strongest.unit.way == "author"),
        "before": float(strongest.unit.way == "before"),
        "only named": float(not strongest.unit.acts),
        "open": float(sign == 0),
        "against": float(sign < 0),
        "country": float("/country/" in one.holder),
        "group": float("/group/" in one.holder),
        "person": float("/person/" in one.holder),
    }


def _by_grammar(one: "Leaned", sign: int) -> float:
    """How sure the grammar is of a sign at its surest place."""
    return max(float(p.hints[GRAMMAR[sign]]) for p in one.places)


def likelihood(one: "Leaned", sign: int, weights: Mapping[str, float]) -> float:
    """From 0 to 1: the share of leanings with these figures that a careful coder has as a position of that sign.

    Where the grammar has the stand and none against it, it is at least as likely as the grammar says.
    """
    made = figures(one, sign)
    alone = made["grammar"] if not made["grammar against"] else 0.0
    return max(alone, weighed(made, weights))


def likeliest(one: "Leaned", weights: Mapping[str, float]) -> tuple[int, float]:
    """The sign that all places come to, and how likely it is; where they come to little, that of the grammar."""
    sign = max(GRAMMAR, key=one.together)
    told = [s for s in GRAMMAR if _by_grammar(one, s)]
    if len(told) == 1 and one.together(sign) < _LITTLE:
        sign = told[0]
    return sign, likelihood(one, sign, weights)

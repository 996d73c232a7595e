"""How far an extraction agrees with coding by hand: precision, recall and F1 by role and kind of quotation."""

from graph.evaluation.comparing import ROLES, compare
from graph.evaluation.report import ROWS, as_json, below, lines, minima, totals
from graph.evaluation.running import evaluate, evaluate_paths
from graph.evaluation.scores import Comparison, Item, Part, Score

__all__ = [
    "ROLES",
    "ROWS",
    "Comparison",
    "Item",
    "Part",
    "Score",
    "as_json",
    "below",
    "compare",
    "evaluate",
    "evaluate_paths",
    "lines",
    "minima",
    "totals",
]  # fmt: skip

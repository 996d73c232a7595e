"""Statements over time as a drawing: one lane a stance, one dot a statement, no script."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from graph.exports.prose import day
from graph.model import POLARITY
from graph.networks.debate import Statement

LEFT, WIDTH, LANE = 200.0, 560.0, 34.0
NEAR = 9.0  # dots nearer than this are put above each other


def strip(statements: Sequence[Statement]) -> dict[str, Any] | None:
    """Lanes, dots and ticks in user units of SVG; None where fewer than two days are known."""
    days = sorted({s.day for s in statements if s.day})
    if len(days) < 2:
        return None
    used = {s.position.stance for s in statements if s.day}
    lanes = [stance for stance in POLARITY if stance in used]
    dots = [dot for number, stance in enumerate(lanes) for dot in _dots(statements, stance, number, days)]
    foot = LANE * len(lanes)
    return {
        "width": LEFT + WIDTH + 2,
        "height": foot + 30,
        "left": LEFT,
        "right": LEFT + WIDTH,
        "foot": foot,
        "lanes": [{"stance": stance, "y": LANE * (number + 0.5)} for number, stance in enumerate(lanes)],
        "dots": dots,
        "ticks": _ticks(days),
        "said": f"{len(dots)} dated statements from {day(days[0])} to {day(days[-1])}, by stance; the list tells each.",
    }


def _dots(statements: Sequence[Statement], stance: str, lane: int, days: Sequence[date]) -> list[dict[str, Any]]:
    columns: dict[int, list[float]] = defaultdict(list)
    for statement in statements:
        if statement.day and statement.position.stance == stance:
            x = _x(statement.day, days)
            columns[round(x / NEAR)].append(x)
    found = []
    for column in columns.values():
        step = min(7.0, (LANE - 12) / max(1, len(column) - 1))
        for number, x in enumerate(column):
            y = LANE * (lane + 0.5) + step * (number - (len(column) - 1) / 2)
            found.append({"x": round(x, 1), "y": round(y, 1), "stance": stance})
    return found


def _x(when: date, days: Sequence[date]) -> float:
    return LEFT + 10 + (WIDTH - 20) * (when - days[0]).days / (days[-1] - days[0]).days


def _ticks(days: Sequence[date]) -> list[dict[str, Any]]:
    """The first and the last day, and the turns of the years between them where there is room."""
    years = [date(year, 1, 1) for year in range(days[0].year + 1, days[-1].year + 1)]
    step = max(1, -(-len(years) // 6))
    inner = [turn for turn in years[::step] if LEFT + 150 < _x(turn, days) < LEFT + WIDTH - 150]
    return [
        {"x": LEFT, "label": day(days[0]), "anchor": "start"},
        *({"x": round(_x(turn, days), 1), "label": str(turn.year), "anchor": "middle"} for turn in inner),
        {"x": LEFT + WIDTH, "label": day(days[-1]), "anchor": "end"},
    ]

"""When each line of a network holds: from the day of a statement until its holder takes another stance."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

from graph.networks.debate import Debate, Statement
from graph.networks.graphs import Graph

Spell: TypeAlias = tuple[date, date | None]
"""First and last day; None where it has not ended."""

Line: TypeAlias = tuple[str, str, str]


def spells_of(graph: Graph, debate: Debate) -> tuple[dict[Line, list[Spell]], dict[str, date]]:
    """The spells of each line, and the first day of each node; what has no day is left out, and holds always."""
    ends = _ends(debate)
    known = {statement.id: statement for statement in debate.statements}
    lines: dict[Line, list[Spell]] = {}
    first: dict[str, date | None] = {}
    for one, other, relation, data in graph.edges(keys=True, data=True):
        found = _spells(one, other, [known[s] for s in data["statements"] if s in known], ends)
        if found:
            lines[one, other, relation] = found
        for node in (one, other):
            start = found[0][0] if found else None
            earlier = first.get(node, start)
            first[node] = min(earlier, start) if earlier and start else None
    return lines, {node: day for node, day in first.items() if day}


def _ends(debate: Debate) -> dict[str, date | None]:
    """The last day of each statement: the one before its holder takes another stance on the proposal."""
    shared: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in debate.statements:
        if statement.day:
            shared[statement.position.holder, statement.position.proposal].append(statement)
    found: dict[str, date | None] = {}
    for statements in shared.values():
        for this in statements:
            later = [s.day for s in statements if s.day and this.day and s.day > this.day and _other(s, this)]
            found[this.id] = min(later) - timedelta(days=1) if later else None
    return found


def _other(one: Statement, other: Statement) -> bool:
    return one.position.stance != other.position.stance


def _spells(one: str, other: str, statements: list[Statement], ends: dict[str, date | None]) -> list[Spell]:
    days = {end: [s.day for s in statements if s.day and _touches(s, end)] for end in (one, other)}
    both = all(s.position.holder in (one, other) and s.position.proposal in (one, other) for s in statements)
    if not both and all(days.values()):  # two actors or two proposals: from when both have been spoken of
        return [(max(min(found) for found in days.values()), None)]
    return _joined((s.day, ends[s.id]) for s in statements if s.day)


def _touches(statement: Statement, node: str) -> bool:
    return node in (statement.position.holder, statement.position.proposal)


def _joined(spells: Iterable[Spell]) -> list[Spell]:
    """Spells in order, those that overlap or follow each other as one."""
    found: list[Spell] = []
    for start, end in sorted(spells, key=lambda spell: (spell[0], spell[1] or date.max)):
        if found and (found[-1][1] is None or start <= found[-1][1] + timedelta(days=1)):
            last = found[-1][1]
            found[-1] = (found[-1][0], None if last is None or end is None else max(last, end))
        else:
            found.append((start, end))
    return found

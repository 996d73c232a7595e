"""What is wrong with a query that the engine cannot read, with its line and a caret.

The engine says how far it came, which may be some words after the slip; so the usual slips are looked for first.
"""

import re
from collections.abc import Sequence

from graph.querying.guard import place
from graph.querying.slips import SLIPS, Slip
from graph.querying.slips.clauses import ungrouped
from graph.sparql.tokens import Token, tokens


def explain(query: str, said: str, what: str = "query") -> str:
    """What to say of a query or an update that the engine cannot read, given what the engine says of it."""
    found = list(tokens(query))
    for look in SLIPS:
        if slip := look(query, found):
            return f"The {what} is not SPARQL: {slip.said}{place(query, slip.start)}"
    message, position = _as_said(query, found, said)
    return f"The {what} is not SPARQL: {message}{place(query, position)}"


def _as_said(query: str, found: Sequence[Token], said: str) -> Slip:
    """What the engine says, at the last word that it can have meant."""
    match = re.search(r"error at (\d+):(\d+): (.*)", said, re.DOTALL)
    if not match:
        return Slip(" ".join(said.split()), 0)
    position = _position(query, int(match[1]), int(match[2]))
    token = next((token for token in reversed(found) if token.start <= position), found[0])
    if named := ungrouped(query, found):
        return named
    if "variable that is unbound" in match[3]:
        return Slip("beside a count or GROUP BY, each variable must be grouped by", token.start)
    if "IRI parsing failed" in match[3]:
        return Slip("an IRI here, or shortly before, holds what no IRI may hold", token.start)
    return Slip(f"{token.text[:30]!r}, or what stands shortly before it, cannot stand here", token.start)


def _position(query: str, line: int, column: int) -> int:
    """The offset of a line and a column, both counted from 1."""
    start = 0
    for _ in range(line - 1):
        start = query.find("\n", start) + 1
    return min(start + column - 1, len(query))

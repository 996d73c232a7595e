"""What is wrong with a query that the engine cannot read, with its line and a caret."""

import re
from difflib import get_close_matches

from graph.querying.guard import place
from graph.querying.tokens import Token, tokens

_WHERE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_KEYWORDS = (
    "SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "FROM", "NAMED", "PREFIX", "BASE", "DISTINCT", "REDUCED",
    "ORDER", "GROUP", "BY", "HAVING", "LIMIT", "OFFSET", "VALUES", "OPTIONAL", "UNION", "MINUS", "GRAPH", "FILTER",
    "BIND", "AS", "EXISTS", "NOT", "IN", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "SEPARATOR", "ASC", "DESC",
    "UNDEF", "STR", "LCASE", "UCASE", "CONTAINS", "REGEX", "BOUND", "COALESCE", "GROUP_CONCAT", "YEAR", "MONTH", "LANG",
)  # fmt: skip
_PAIRS = {"{": "}", "(": ")", "[": "]"}
# what the engine says -> what it means
_SAID = {
    "SELECT contains a variable that is unbound": "beside a count or GROUP BY, each variable must be grouped by",
    "Prefix not found": "the prefix of a name is not known",
}


def explain(query: str, said: str) -> str:
    """What to say of a query that the engine cannot read, given what the engine says of it."""
    found = list(tokens(query))
    if hint := _unbalanced(query, found):
        return f"The query is not SPARQL: {hint}"
    match = _WHERE.search(said)
    if not match:
        return f"The query is not SPARQL: {' '.join(said.split())}"
    position = _position(query, int(match[1]), int(match[2]))
    meaning = next((words for part, words in _SAID.items() if part in match[3]), None)
    return f"The query is not SPARQL: {meaning or _here(query, found, position)}{place(query, position)}"


def _here(query: str, found: list[Token], position: int) -> str:
    if position >= len(query.rstrip()):
        return "it ends too early"
    if slip := _misspelt(found, position):
        return slip
    token = next((token for token in found if token.end > position), None)
    return f"{token.text[:30]!r} cannot stand here" if token else "it ends too early"


def _misspelt(found: list[Token], position: int) -> str | None:
    """A word near the place that is no keyword and nearly one."""
    near = [token for token in found if token.kind == "word" and token.start - 60 <= position <= token.end + 20]
    for token in near:
        word = token.text.upper()
        close = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.75)
        if close and word not in _KEYWORDS and word != "A":
            return f"{token.text!r} is no keyword, did you mean {close[0]}?"
    return None


def _unbalanced(query: str, found: list[Token]) -> str | None:
    """Which bracket is open at the end, or closed without having been opened; which quotation mark is open."""
    opened: list[Token] = []
    for token in found:
        if token.kind != "sign":
            continue
        if token.text in _PAIRS:
            opened.append(token)
        elif token.text in _PAIRS.values():
            if not opened or _PAIRS[opened[-1].text] != token.text:
                return f"{token.text!r} closes what was not opened" + place(query, token.start)
            opened.pop()
        elif token.text in "'\"":
            return "a text begins here and does not end" + place(query, token.start)
    if opened:
        return f"{opened[-1].text!r} is not closed" + place(query, opened[-1].start)
    return None


def _position(query: str, line: int, column: int) -> int:
    """The offset of a line and a column, both counted from 1."""
    start = 0
    for _ in range(line - 1):
        start = query.find("\n", start) + 1
    return min(start + column - 1, len(query))

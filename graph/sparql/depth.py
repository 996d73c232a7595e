"""How deep and how long a text of SPARQL is built.

The engine reads and plans by recursion, and where the stack ends it ends the process without a word. With a stack of
8 MB it went on to a depth of 500 and chains of 2,000 in all of thirty ways of building them; 1,000 and 5,000 ended it.
"""

from collections.abc import Iterator

from graph.errors import QueryError
from graph.sparql.tokens import Token, tokens

DEEPEST = 128
LONGEST = 2000
_OPENING, _CLOSING = "([{", ")]}"
_CHAINING = "+-*/|&"
_CHAINING_WORDS = ("UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "AS", "GRAPH", "EXISTS", "SELECT")
_LISTING = ("VALUES", "DATA")  # their blocks hold values side by side


def refuse_deep(text: str) -> None:
    """:raises QueryError: where a query or an update is nested or chained further than the engine follows safely."""
    if len(text) < 2 * LONGEST and sum(map(text.count, (*_OPENING, "<<", "!", "^"))) <= DEEPEST:
        return  # no need to look closer
    found = list(tokens(text))
    if any(depth > DEEPEST for depth in _depths(found)):
        raise QueryError(
            f"The text is nested more than {DEEPEST} deep in brackets or signs: simplify it, or ask in several steps."
        )
    if (length := sum(map(_chains, found, [None, *found], _listed(found)))) > LONGEST:
        raise QueryError(
            f"The text chains {length:,} operators and patterns, and {LONGEST:,} is the most: list values by IN or "
            "VALUES, or ask in several steps."
        )


def _depths(found: list[Token]) -> Iterator[int]:
    """The depth at each token: open brackets, and signs of one kind before the same thing."""
    depth = run = 0
    last = ""
    for token in found:
        sign = token.text if token.kind == "sign" else ""
        depth += (sign != "" and sign in _OPENING) - (sign != "" and sign in _CLOSING)
        run = run + 1 if sign and sign == last and sign in "!^" else 0
        last = sign
        yield depth + run


def _listed(found: list[Token]) -> Iterator[bool]:
    """Whether each token stands in a block of values."""
    expected, depth = False, 0
    for token in found:
        if depth:
            depth += {"{": 1, "}": -1}.get(token.text if token.kind == "sign" else "", 0)
        elif expected and token.text == "{":
            expected, depth = False, 1
        else:
            expected = token.is_word(*_LISTING) or (expected and token.text != "}")
        yield depth > 0


def _chains(token: Token, before: Token | None, listed: bool) -> bool:
    """Whether a token makes an expression or a pattern one part longer."""
    if token.kind == "word":
        return token.is_word(*_CHAINING_WORDS)
    if token.kind != "sign" or token.text not in _CHAINING or listed or before is None:
        return False
    signs_a_value = token.text in "+-" and before.kind == "sign" and before.text not in _CLOSING
    second_half = before.kind == "sign" and before.text == token.text and before.end == token.start
    return not signs_a_value and not second_half

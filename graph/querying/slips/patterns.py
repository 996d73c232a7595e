"""Misspelt keywords, and triples that run into each other."""

from collections.abc import Sequence
from difflib import get_close_matches

from graph.querying.slips.slip import Slip
from graph.sparql.keywords import FUNCTIONS, KEYWORDS, OF_UPDATES
from graph.sparql.tokens import Token

_KEYWORDS = (*KEYWORDS, *OF_UPDATES, *FUNCTIONS)
_OPERANDS = ("iri", "string", "variable", "node", "name", "number")


def misspelt(query: str, found: Sequence[Token]) -> Slip | None:
    """A word that is no keyword and nearly one."""
    for token in found:
        word = token.text.upper()
        if token.kind == "word" and word not in _KEYWORDS and word != "A":
            close = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.7)
            if close:
                return Slip(f"{token.text!r} is no keyword, did you mean {close[0]}?", token.start)
    return None


def without_dot(query: str, found: Sequence[Token]) -> Slip | None:
    """More than subject, predicate and object in a row within a pattern."""
    row, depth = 0, 0
    for token in found:
        if token.text in ("(", ")") and token.kind == "sign":
            depth += 1 if token.text == "(" else -1
            row = 0
        elif token.kind in _OPERANDS or (token.kind == "word" and token.text in ("a", "true", "false")):
            row += 1
            if row == 4 and depth == 0 and _in_pattern(found, token):
                return Slip("a dot or a semicolon is missing before this", token.start)
        elif token.kind != "language":
            row = 0
    return None


def _in_pattern(found: Sequence[Token], token: Token) -> bool:
    return any(one.text == "{" and one.kind == "sign" and one.start < token.start for one in found)

"""What is wrong with a query that the engine cannot read, with its line and a caret.

The engine says how far it came, which may be some words after the slip; so the usual slips are looked for first.
"""

import re
from collections.abc import Callable
from difflib import get_close_matches
from itertools import pairwise

from graph.querying.guard import place
from graph.sparql.keywords import FUNCTIONS, KEYWORDS, OF_UPDATES
from graph.sparql.tokens import Token, tokens
from graph.vocabulary import PREFIXES

Slip = tuple[str, int]  # what is wrong, and at which character
_KEYWORDS = (*KEYWORDS, *OF_UPDATES, *FUNCTIONS)
_PAIRS = {"{": "}", "(": ")", "[": "]"}
_OPERANDS = ("iri", "string", "variable", "node", "name", "number")


def explain(query: str, said: str, what: str = "query") -> str:
    """What to say of a query or an update that the engine cannot read, given what the engine says of it."""
    found = list(tokens(query))
    for look in _SLIPS:
        if slip := look(found):
            return f"The {what} is not SPARQL: {slip[0]}{place(query, slip[1])}"
    message, position = _as_said(query, found, said)
    return f"The {what} is not SPARQL: {message}{place(query, position)}"


def _unbalanced(found: list[Token]) -> Slip | None:
    """A bracket that is open at the end, or closed without having been opened; a quotation mark that stays open."""
    opened: list[Token] = []
    for token in found:
        if token.kind != "sign":
            continue
        if token.text in _PAIRS:
            opened.append(token)
        elif token.text in _PAIRS.values():
            if not opened or _PAIRS[opened[-1].text] != token.text:
                return f"{token.text!r} closes what was not opened", token.start
            opened.pop()
        elif token.text in "'\"":
            return "a text begins here and does not end", token.start
    return (f"{opened[-1].text!r} is not closed", opened[-1].start) if opened else None


def _misspelt(found: list[Token]) -> Slip | None:
    """A word that is no keyword and nearly one."""
    for token in found:
        word = token.text.upper()
        if token.kind == "word" and word not in _KEYWORDS and word != "A":
            close = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.7)
            if close:
                return f"{token.text!r} is no keyword, did you mean {close[0]}?", token.start
    return None


def _with_slash(found: list[Token]) -> Slip | None:
    """A name with a slash, as tables show it, which SPARQL takes for a path."""
    for index, token in enumerate(found):
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and prefix in PREFIXES:
            rest = _glued(found, index)
            if rest[:1] == "/" and ":" not in rest:
                whole = f"<{PREFIXES[prefix]}{local}{rest}>"
                return f"a short name may hold no slash: write {whole}", token.start
    return None


def _glued(found: list[Token], index: int) -> str:
    """What stands behind a token without a space, as far as it may belong to a name."""
    text = ""
    for before, token in pairwise(found[index:]):
        if before.end != token.start or (token.kind == "sign" and token.text not in "/-._"):
            break
        text += token.text
    return text.rstrip(".")


def _without_by(found: list[Token]) -> Slip | None:
    for token, after in pairwise(found):
        if token.is_word("ORDER", "GROUP") and not after.is_word("BY"):
            return f"{token.text} needs BY after it", after.start
        if token.is_word("FILTER", "BIND") and after.kind in ("variable", "number", "string"):
            return f"{token.text} needs brackets round what follows", after.start
    return None


def _without_dot(found: list[Token]) -> Slip | None:
    """More than subject, predicate and object in a row within a pattern."""
    row, depth = 0, 0
    for token in found:
        if token.text in ("(", ")") and token.kind == "sign":
            depth += 1 if token.text == "(" else -1
            row = 0
        elif token.kind in _OPERANDS or (token.kind == "word" and token.text in ("a", "true", "false")):
            row += 1
            if row == 4 and depth == 0 and _in_pattern(found, token):
                return "a dot or a semicolon is missing before this", token.start
        elif token.kind != "language":
            row = 0
    return None


def _in_pattern(found: list[Token], token: Token) -> bool:
    return any(one.text == "{" and one.kind == "sign" and one.start < token.start for one in found)


def _as_said(query: str, found: list[Token], said: str) -> Slip:
    """What the engine says, at the last word that it can have meant."""
    match = re.search(r"error at (\d+):(\d+): (.*)", said, re.DOTALL)
    if not match:
        return " ".join(said.split()), 0
    position = _position(query, int(match[1]), int(match[2]))
    token = next((token for token in reversed(found) if token.start <= position), found[0])
    if "variable that is unbound" in match[3]:
        return "beside a count or GROUP BY, each variable must be grouped by", token.start
    if "IRI parsing failed" in match[3]:
        return "an IRI here, or shortly before, holds what no IRI may hold", token.start
    return f"{token.text[:30]!r}, or what stands shortly before it, cannot stand here", token.start


def _position(query: str, line: int, column: int) -> int:
    """The offset of a line and a column, both counted from 1."""
    start = 0
    for _ in range(line - 1):
        start = query.find("\n", start) + 1
    return min(start + column - 1, len(query))


_SLIPS: tuple[Callable[[list[Token]], Slip | None], ...] = (
    _unbalanced,
    _with_slash,
    _misspelt,
    _without_by,
    _without_dot,
)

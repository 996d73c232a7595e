"""Brackets that do not fit, and texts without an end."""

from collections.abc import Sequence
from itertools import pairwise

from graph.querying.slips.slip import Slip
from graph.sparql.tokens import Token

_PAIRS = {"{": "}", "(": ")", "[": "]"}


def unbalanced(query: str, found: Sequence[Token]) -> Slip | None:
    """A bracket that is open at the end, or closed without having been opened; a quotation mark that stays open."""
    opened: list[Token] = []
    for token in found:
        if token.kind != "sign":
            continue
        if token.text in _PAIRS:
            opened.append(token)
        elif token.text in _PAIRS.values():
            if opened and _PAIRS[opened[-1].text] != token.text and _opens(token) in [one.text for one in opened]:
                return Slip(f"{opened[-1].text!r} is not closed", opened[-1].start)
            if not opened or _PAIRS[opened[-1].text] != token.text:
                return Slip(f"{token.text!r} closes what was not opened", token.start)
            opened.pop()
        elif token.text in "'\"":
            return Slip("a text begins here and does not end", token.start)
    return Slip(f"{opened[-1].text!r} is not closed", opened[-1].start) if opened else None


def without_braces(query: str, found: Sequence[Token]) -> Slip | None:
    """A pattern that no brace opens: after WHERE, or after the columns."""
    if after := _after_where(found):
        return after
    if any(token.kind == "sign" and token.text == "{" for token in found):
        return None
    if any(token.is_word("SELECT", "ASK", "CONSTRUCT", "INSERT", "DELETE") for token in found):
        return Slip("the pattern stands in braces, as in SELECT * WHERE { ?s ?p ?o }", found[-1].start)
    return None


def _after_where(found: Sequence[Token]) -> Slip | None:
    for where, after in pairwise(found):
        if where.is_word("WHERE") and after.text != "{":
            return Slip(f"{where.text} needs a brace '{{' after it, and '}}' behind the pattern", after.start)
    return None


def _opens(token: Token) -> str:
    return next(opening for opening, closing in _PAIRS.items() if closing == token.text)

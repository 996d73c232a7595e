"""Signs that SPARQL does not have: of word processors, and of other languages."""

from collections.abc import Sequence
from itertools import pairwise

from graph.querying.slips.slip import Slip
from graph.sparql.tokens import Token

_CURLY = "“”„‟«»‘’‚‛"
_DASHES = "–—−"
_HIDDEN = {
    "\ufeff": "a byte order mark", "\u200b": "a space without width", "\u2060": "a sign without width",
    "\u00a0": "a space that does not break", "\u202f": "a space that does not break", "\u2009": "a thin space",
    "\u3000": "a wide space",
}  # fmt: skip
# two signs in a row that are one in other languages -> what SPARQL writes
_DOUBLED = {("=", "="): "="}
_SINGLE = {"&": "&&", "|": "||"}
_WORDS = {"AND": "&&", "OR": "||"}


def pasted(query: str, found: Sequence[Token]) -> Slip | None:
    """Marks and spaces as a word processor or a web page makes them."""
    for token in found:
        if token.kind != "sign":
            continue
        if token.text in _CURLY:
            return Slip(f"{token.text} is a curly mark: a text stands between straight ones, \" or '", token.start)
        if token.text in _HIDDEN:
            return Slip(f"here stands {_HIDDEN[token.text]}, pasted perhaps: type a plain space instead", token.start)
        if token.text in _DASHES:
            return Slip(f"{token.text} is a dash: type a minus sign -", token.start)
    return None


def other_language(query: str, found: Sequence[Token]) -> Slip | None:
    """AND, OR and LIKE, which SPARQL says otherwise."""
    for token in found:
        if token.is_word(*_WORDS):
            if _in_brackets(found, token):
                return Slip(f"{token.text} is written {_WORDS[token.text.upper()]} in SPARQL", token.start)
            said = "a dot is enough between two" if token.is_word("AND") else "write { ... } UNION { ... } for"
            return Slip(f"there is no {token.text} between patterns: {said} of them", token.start)
        if token.is_word("LIKE", "ILIKE"):
            return Slip(
                f'there is no {token.text}: write CONTAINS(STR(?x), "...") or REGEX(STR(?x), "...")', token.start
            )
    return None


def foreign_sign(query: str, found: Sequence[Token]) -> Slip | None:
    """== and <>, a single & or |."""
    for before, token in pairwise(found):
        if before.end == token.start and (wanted := _DOUBLED.get((before.text, token.text))):
            return Slip(f"{before.text}{token.text} is written {wanted} in SPARQL", before.start)
    for index, token in enumerate(found):
        if token.text == "<>" and _in_brackets(found, token):
            return Slip("<> is written != in SPARQL", token.start)
        around = [one.text for one in found[max(0, index - 1) : index + 2]]
        alone = token.kind == "sign" and around.count(token.text) == 1
        if alone and token.text in _SINGLE and _compared(found, index):
            return Slip(f"{token.text} is written {_SINGLE[token.text]} in SPARQL", token.start)
    return None


def _compared(found: Sequence[Token], index: int) -> bool:
    """Whether a sign stands within brackets that hold an expression: in a path, | is no slip."""
    return found[index].text == "&" or (
        _in_brackets(found, found[index]) and found[index - 1].kind in ("variable", "number", "string")
    )


def _in_brackets(found: Sequence[Token], token: Token) -> bool:
    depth = 0
    for one in found:
        if one.start >= token.start:
            break
        if one.kind == "sign" and one.text in "()":
            depth += 1 if one.text == "(" else -1
    return depth > 0

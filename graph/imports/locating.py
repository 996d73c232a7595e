"""Where a quotation stands in a text: to the letter but for blanks, forms of quotation marks and dashes, and edges."""

import re

from graph.model import Article, Quotation, Span

_QUOTES = "\"'“”„‟‘’‚‛«»‹›「」『』`´"
_ALIKE = (_QUOTES, "-‐‑–—−", ",;")  # DNA writes commas for semicolons, and ' for \" into its CSV
_OPENING, _CLOSING = "\"“„«「『‘'", "\"”“»」』’'"
_DOUBLE = re.compile('["“”„«»「」『』]')
_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:…|\.\.\.)(?:\s*\])?\s*")


def found(article: Article, quotation: str, near: int | None) -> Span | None:
    """The place of a quotation nearest to an offset, or the first; None where the text does not have it."""
    for words in dict.fromkeys((quotation, _without_edges(quotation))):
        spans = [article.span(*match.span()) for match in re.finditer(_pattern(words), article.text)] if words else []
        if spans:
            return min(spans, key=lambda span: abs(span.start - near)) if near is not None else spans[0]
    return None


def quotation_of(text: str, span: Span) -> Quotation:
    """How the words of a span are given: between quotation marks, in the writer's words, or both."""
    words = span.text.strip()
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if len(around) == 2 and around[0] in _OPENING and around[1] in _CLOSING:
        return "direct"
    if len(words) > 2 and words[0] in _OPENING and words[-1] in _CLOSING and not _DOUBLE.search(words[1:-1]):
        return "direct"
    return "mixed" if _DOUBLE.search(words) else "indirect"


def _without_edges(quotation: str) -> str:
    """A quotation without the marks of a quotation and of what was left out at its edges."""
    words = quotation.strip()
    while words:
        shorter = _ELLIPSIS.sub("", words, count=1) if _ELLIPSIS.match(words) else words
        ends = [match.start() for match in _ELLIPSIS.finditer(shorter) if match.end() == len(shorter)]
        shorter = (shorter[: ends[0]] if ends else shorter).strip(_QUOTES + " \t\r\n")
        if shorter == words:
            break
        words = shorter
    return words


def _pattern(words: str) -> str:
    return r"\s+".join("".join(_sign(sign) for sign in word) for word in words.split())


def _sign(sign: str) -> str:
    alike = next((signs for signs in _ALIKE if sign in signs), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(sign)

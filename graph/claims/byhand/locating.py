"""Where quotes stand in an article's text: the only occurrence, the numbered one, or the one next to something."""

import re
from collections.abc import Sequence

from graph.claims.byhand.entries import Quote
from graph.errors import AnnotationError
from graph.model import Article, Span


def located(
    article: Article, quotes: Sequence[Quote], where: str, *, beside: Sequence[Span] = (), outside: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """The spans of quotes; blanks match any blanks, and words match whole words.

    Of several occurrences without a number, the one next to `beside` and to the quotes that are certain is taken,
    past those that overlap `outside`.

    :raises AnnotationError: naming the quote, where it is not there, or stands more than once and nothing chooses.
    """
    found = [_occurrences(article, quote, where) for quote in quotes]
    anchors = (*beside, *(spans[0] for spans in found if len(spans) == 1))
    return tuple(_chosen(quote, spans, where, anchors, outside) for quote, spans in zip(quotes, found, strict=True))


def _occurrences(article: Article, quote: Quote, where: str) -> list[Span]:
    """All places that a quote may mean, only one where it carries a number."""
    found = [article.span(*match.span()) for match in re.finditer(_pattern(quote.text), article.text)]
    if not found:
        raise AnnotationError(f"{where}: the article does not say “{quote.text}”: quote it to the letter.")
    if quote.occurrence is None:
        return found
    if quote.occurrence > len(found):
        times = f"“{quote.text}” stands {len(found)} times"
        raise AnnotationError(f"{where}: {times}, there is no occurrence {quote.occurrence}.")
    return [found[quote.occurrence - 1]]


def _chosen(quote: Quote, spans: Sequence[Span], where: str, anchors: Sequence[Span], outside: Sequence[Span]) -> Span:
    if len(spans) == 1:
        return spans[0]
    if not anchors:
        times = f"“{quote.text}” stands {len(spans)} times"
        raise AnnotationError(f"{where}: {times}: quote more of it, or say which by occurrence.")
    free = [span for span in spans if all(_gap(span, other) >= 0 for other in outside)] or spans
    return min(free, key=lambda span: min(max(0, _gap(span, anchor)) for anchor in anchors))


def _pattern(text: str) -> str:
    words = text.split()
    inner = r"\s+".join(map(re.escape, words))
    return (r"(?<!\w)" if words[0][0].isalnum() else "") + inner + (r"(?!\w)" if words[-1][-1].isalnum() else "")


def _gap(one: Span, other: Span) -> int:
    """How many characters lie between two spans; negative where they overlap."""
    return max(one.start, other.start) - min(one.end, other.end)

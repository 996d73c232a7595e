"""Verbatim pieces of an article: what tokens cover, trimmed at its edges, joined where it touches."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.language import Sentence, end_of, start_of
from graph.model import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGE = " \t\r\n,;:—–-"


def trimmed(article: Article, start: int, end: int) -> Span | None:
    """The span without blanks and loose punctuation at its edges; None where nothing is left."""
    text = article.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return article.span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def bounds(*sentences: Sentence) -> tuple[int, int]:
    """Where the first of neighbouring sentences starts and the last one ends."""
    return start_of(sentences[0].tokens[0]), end_of(sentences[-1].tokens[-1])


def extent(spans: Iterable[Span]) -> tuple[int, int]:
    """Where the first of some spans starts and the last one ends."""
    held = list(spans)
    return min(s.start for s in held), max(s.end for s in held)


def pieces(article: Article, tokens: Iterable["Token"], without: Iterable["Token"] = ()) -> tuple[Span, ...]:
    """The contiguous stretches that tokens cover, with the tokens of `without` and an "and" at the end cut out."""
    cut = {token.i for token in without}
    kept = sorted((token for token in tokens if token.i not in cut and not token.is_space), key=lambda t: t.i)
    while len(kept) > 1 and kept[-1].pos_ == "CCONJ":
        kept.pop()
    spans = (trimmed(article, start_of(first), end_of(last)) for first, last in _runs(kept))
    return tuple(span for span in spans if span is not None)


def _runs(tokens: list["Token"]) -> Iterator[tuple["Token", "Token"]]:
    """First and last token of each run of neighbours; a gap of punctuation alone does not end a run."""
    run: list[Token] = []
    for token in tokens:
        if run and any(not (t.is_punct or t.is_space) for t in token.doc[run[-1].i + 1 : token.i]):
            yield run[0], run[-1]
            run = []
        run.append(token)
    if run:
        yield run[0], run[-1]


def shared(some: Iterable[Span], others: Sequence[Span]) -> int:
    """How many characters the spans of two contents have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def joined(article: Article, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text, those that no word parts put together."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not re.search(r"\w", article.text[out[-1].end : span.start])):
            out[-1] = article.span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)

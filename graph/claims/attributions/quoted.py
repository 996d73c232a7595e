"""What quotation marks show: content that goes on to its closing mark, and quotations beside a verb with a subject."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.page import Page
from graph.claims.attributions.quotations import Quote
from graph.claims.spans import bounds, joined
from graph.claims.syntax.children import VERBAL
from graph.claims.syntax.phrases import cue_of, noun_phrase
from graph.claims.syntax.subjects import subject
from graph.language import Sentence, end_of, start_of
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEW_WORDS = 3
_REACH = 400  # characters
_BESIDE = 4  # tokens


def with_quotes(page: Page, found: Attribution) -> Attribution:
    """The attribution with content that goes on to where its quotations end."""
    content: list[Span] = []
    for piece in found.content:
        start, end = piece.start, piece.end
        for quote in page.quotes_at(start, end):
            if not _holds(quote, found):
                start, end = min(start, quote.start), max(end, quote.end)
        content.append(page.article.span(start, end))
    return replace(found, content=joined(page.article, content))


def _holds(quote: Quote, found: Attribution) -> bool:
    """Whether the cue itself is spoken inside the quotation (then the content does not reach out of it)."""
    return quote.start <= start_of(found.head) < quote.end


def quoted_candidates(page: Page, covered: Iterable[Span]) -> Iterator[Attribution]:
    """Quotations that no clause frame has covered, each with a verb of a sentence it stands in."""
    reached = [(span.start, span.end) for span in covered]
    for quote in page.quotes:
        if any(start <= quote.start + 1 and quote.end - 1 <= end for start, end in reached):
            continue
        for sentence in (*_announcing(page, quote), *page.sentences_of(quote.start, quote.end)):
            found = _verb_beside(page, sentence, quote)
            if found is not None:
                yield found


def _announcing(page: Page, quote: Quote) -> Iterator[Sentence]:
    """The sentence that ends in a colon, where a quotation opens the paragraph behind it."""
    number = page.sentences_of(quote.start, quote.start + 1)[0].number
    before, opening = page.parsed.sentences[max(0, number - 1)], page.parsed.sentences[number]
    announced = before.tokens.text.rstrip().endswith(":") and before.paragraph < opening.paragraph
    if announced and bounds(opening)[0] == quote.start:
        yield before


def _verb_beside(page: Page, sentence: Sentence, quote: Quote) -> Attribution | None:
    """The nearest verb outside the marks that has a subject outside them too."""
    near = (t for t in sentence.tokens if quote.start - _REACH < start_of(t) < quote.end + _REACH)
    outside = [t for t in near if not page.quotes_word(t)]
    verbs = (t for t in outside if t.pos_ in VERBAL)
    for verb in sorted(verbs, key=lambda t: min(abs(start_of(t) - quote.end), abs(end_of(t) - quote.start))):
        holder, how = _speaker(verb, outside)
        if holder is not None and not page.quotes_word(holder):
            cue = cue_of(verb)
            source = tuple(t for t in noun_phrase(holder, cue) if not page.quotes_word(t))
            content = (page.article.span(quote.start, quote.end),)
            features = ("how=" + how, *_features(page, quote, verb))
            return Attribution("quoted", sentence, verb, cue, holder, source, content, features)
    return None


def _speaker(verb: "Token", outside: list["Token"]) -> tuple["Token | None", str]:
    """The subject of a verb, else a name or pronoun close to it that hangs on it."""
    holder, how = subject(verb)
    if holder is not None:
        return holder, how
    named = (t for t in outside if t.head == verb and t.pos_ in ("PROPN", "PRON") and abs(t.i - verb.i) < _BESIDE)
    return next(named, None), "beside"


def _features(page: Page, quote: Quote, verb: "Token") -> Iterator[str]:
    """How long a quotation is, on which side of its verb it stands, and how far from it."""
    words = len(re.findall(r"\w+", page.article.text[quote.start : quote.end]))
    yield "fragment" if words <= _FEW_WORDS else "whole"
    yield "before" if quote.start < start_of(verb) else "behind"
    yield "gap=" + str(min(4, _gap(page, quote, verb) // 3))


def _gap(page: Page, quote: Quote, verb: "Token") -> int:
    """How many words stand between the quotation and the verb."""
    start, end = (quote.end, start_of(verb)) if quote.end <= start_of(verb) else (end_of(verb), quote.start)
    return len(page.article.text[start:end].split()) if end > start else 0

"""Paragraphs that name their speaker: "NAME: what is said", or "what is said" — NAME."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.page import Page
from graph.claims.spans import bounds
from graph.claims.syntax.phrases import head_of
from graph.language import Sentence
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# with the signs of emphasis that plain text has, too: "**NAME:** what is said"
_NAMED = re.compile(r"(?:[“\"]|[*_]{1,2})?(?P<name>[^\W\d_][\w.,’'&()\- ]{1,60}?)\s?[*_]{0,2}(?P<sign>:)[*_]{0,2}\s")
_SIGNED = re.compile(r"\s*[—–―-]+\s*(?P<name>[^\W\d_][^\n:]{2,80})$")
_LONGEST_NAME = 7  # words
_FORMS = {"signed", "turns=2", "turns=3"}
_FINITE = ("VBD", "VBZ", "VBP")


def line_candidates(page: Page) -> Iterator[Attribution]:
    """The paragraphs of either form; features count how often a name speaks so, and how many lines there are."""
    found = [a for sentences in page.paragraphs() for a in (*_named(page, sentences), *_signed(page, sentences))]
    names = Counter(_name(line) for line in found)
    for line in found:
        counted = (f"turns={min(names[_name(line)], 3)}", f"lines={min(len(found), 4)}")
        yield replace(line, features=(*line.features, *counted))


def told_by_form(found: Attribution) -> bool:
    """Whether a line is told by its form alone: signed, or one of several turns of one speaker."""
    return not _FORMS.isdisjoint(found.features)


def _name(line: Attribution) -> str:
    return " ".join(t.lower_ for t in line.source)


def _named(page: Page, sentences: list[Sentence]) -> Iterator[Attribution]:
    """A name, a colon, and what is said up to the end of the paragraph."""
    text = page.article.text
    start, end = bounds(*sentences)
    opening = _NAMED.match(text, start, end) if sentences[0].kind == "body" else None
    if opening is None or len(opening["name"].split()) > _LONGEST_NAME:
        return
    source = page.tokens(sentences, *opening.span("name"))
    sign = page.tokens(sentences, *opening.span("sign"))
    said = text[opening.end() : end].lstrip()
    if said and source and sign and not any(t.tag_ in _FINITE for t in source):
        case = "caps" if opening["name"].isupper() else "name"
        marks = "quoted" if said[0] in "“\"'‘" else "plain"
        yield _line(sentences[0], sign[0], source, page.article.span(end - len(said), end), (case, marks))


def _signed(page: Page, sentences: list[Sentence]) -> Iterator[Attribution]:
    """A quotation, a dash, and the name of who said it, to the end of the paragraph."""
    start, end = bounds(*sentences)
    quote = next((q for q in page.quotes_at(start, start + 2) if start <= q.start <= start + 1 and q.end < end), None)
    signed = _SIGNED.match(page.article.text, quote.end, end) if quote is not None else None
    if quote is None or signed is None or len(signed["name"].split()) > 2 * _LONGEST_NAME:
        return
    source = page.tokens(sentences, *signed.span("name"))
    sign = page.tokens(sentences, quote.end, signed.start("name"))
    if source and sign:
        yield _line(sentences[-1], sign[0], source, page.article.span(quote.start, quote.end), ("signed",))


def _line(
    sentence: Sentence, sign: "Token", source: tuple["Token", ...], content: Span, features: tuple[str, ...]
) -> Attribution:
    """What a sign between a name and a content attributes."""
    person = "person" if any(t.ent_type_ == "PERSON" for t in source) else "other"
    told = ("how=line", person, *features)
    return Attribution("line", sentence, sign, (sign,), _named_first(source), source, (content,), told)


def _named_first(source: tuple["Token", ...]) -> "Token":
    """The head of what stands before the first comma: what follows tells more of it, and parses as it likes."""
    first = tuple(takewhile(lambda t: t.text != ",", source))
    return head_of(first or source)

"""Attributions that quotation marks and colons show: quoted speech with its speaker, and lines of an interview."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from graph.claims.attribution import Attribution, noun_phrase
from graph.claims.extents import Extents
from graph.claims.frames import cue_of, subject
from graph.claims.quotations import Quote
from graph.language import Parsed, Sentence, end_of, start_of
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = ("VERB", "AUX")
_FEW_WORDS = 3
_REACH = 400  # characters
_LINE = re.compile(r"[“\"]?(?P<name>[^\W\d_][\w.,’'&()\- ]{1,60}?)\s?:\s")
_SIGNED = re.compile(r"\s*[—–―-]+\s*(?P<name>[^\W\d_][^\n:]{2,80})$")


@dataclass(frozen=True)
class Page:
    """A parsed article with its quotations, and its sentences by where they start."""

    parsed: Parsed
    quotes: tuple[Quote, ...]

    def sentences_of(self, start: int, end: int) -> list[Sentence]:
        """The sentences that a stretch of the text touches."""
        return list(self._sentences.at(start, end))

    @cached_property
    def _sentences(self) -> Extents[Sentence]:
        found: Extents[Sentence] = Extents()
        for sentence in self.parsed.sentences:
            found.add(start_of(sentence.tokens[0]), end_of(sentence.tokens[-1]), sentence)
        return found

    def quotes_at(self, start: int, end: int) -> tuple[Quote, ...]:
        """The quotations that a stretch of the text touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return tuple(q for q in self.quotes[first:last] if q.end > start)

    def paragraphs(self) -> list[list[Sentence]]:
        """The sentences, paragraph by paragraph."""
        return [list(group) for _, group in groupby(self.parsed.sentences, key=lambda s: s.paragraph)]

    def tokens(self, sentences: list[Sentence], start: int, end: int) -> tuple["Token", ...]:
        """The words and signs of sentences that lie between two offsets."""
        return tuple(t for s in sentences for t in s.tokens if start <= start_of(t) < end and not t.is_space)

    def quoted(self, offset: int) -> bool:
        """Whether an offset lies inside a quotation."""
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and offset < self.quotes[before].end

    @cached_property
    def _starts(self) -> list[int]:
        return [q.start for q in self.quotes]


def with_quotes(page: Page, found: Attribution) -> Attribution:
    """The attribution with content that goes on to where its quotations end."""
    content: list[Span] = []
    for piece in found.content:
        start, end = piece.start, piece.end
        for quote in page.quotes_at(start, end):
            if not _holds(quote, found):
                start, end = min(start, quote.start), max(end, quote.end)
        content.append(page.parsed.article.span(start, end))
    return replace(found, content=_merged(page, content))


def _holds(quote: Quote, found: Attribution) -> bool:
    """Whether the cue itself is spoken inside the quotation (then the content does not reach out of it)."""
    return quote.start <= start_of(found.head) < quote.end


def _merged(page: Page, spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch joined."""
    text = page.parsed.article.text
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not re.search(r"\w", text[out[-1].end : span.start])):
            out[-1] = page.parsed.article.span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def quoted_candidates(page: Page, covered: list[tuple[int, int]]) -> Iterator[Attribution]:
    """Quotations that no clause frame has reached: a verb of the same sentence outside the marks, or a colon before."""
    for quote in page.quotes:
        if any(start <= quote.start + 1 and quote.end - 1 <= end for start, end in covered):
            continue
        for sentence in page.sentences_of(quote.start, quote.end):
            found = _verb_beside(page, sentence, quote)
            if found is not None:
                yield found


def _verb_beside(page: Page, sentence: Sentence, quote: Quote) -> Attribution | None:
    """The nearest verb outside the marks that has a subject outside them too."""
    outside = [t for t in _window(sentence, quote) if not page.quoted(start_of(t))]
    verbs = [t for t in outside if t.pos_ in _VERBAL]
    for verb in sorted(verbs, key=lambda t: min(abs(start_of(t) - quote.end), abs(end_of(t) - quote.start))):
        holder, how = subject(verb)
        if holder is None:
            holder = next(
                (t for t in outside if t.head == verb and t.pos_ in ("PROPN", "PRON") and abs(t.i - verb.i) < 4), None
            )
            how = "beside"
        if holder is None or page.quoted(start_of(holder)):
            continue
        cue = cue_of(verb)
        words = sum(1 for _ in re.finditer(r"\w+", page.parsed.article.text[quote.start : quote.end]))
        source = tuple(t for t in noun_phrase(holder, cue) if not page.quoted(start_of(t)))
        content = page.parsed.article.span(quote.start, quote.end)
        features = ("how=" + how, "fragment" if words <= _FEW_WORDS else "whole",
                    "before" if quote.start < start_of(verb) else "behind",
                    "gap=" + str(min(4, _gap(page, quote, verb) // 3)))  # fmt: skip
        return Attribution("quoted", sentence, verb, cue, holder, source, (content,), features)
    return None


def _window(sentence: Sentence, quote: Quote) -> Iterator["Token"]:
    """The words of a sentence that stand near a quotation."""
    return (t for t in sentence.tokens if quote.start - _REACH < start_of(t) < quote.end + _REACH)


def _gap(page: Page, quote: Quote, verb: "Token") -> int:
    """How many words stand between the quotation and the verb."""
    start, end = (quote.end, start_of(verb)) if quote.end <= start_of(verb) else (end_of(verb), quote.start)
    return len(page.parsed.article.text[start:end].split()) if end > start else 0


def line_candidates(page: Page) -> Iterator[Attribution]:
    """Paragraphs that name their speaker: "NAME: what is said", or "what is said" — NAME."""
    found = [a for sentences in page.paragraphs() for a in (*_named_line(page, sentences), *_signed(page, sentences))]
    names = Counter(" ".join(t.lower_ for t in a.source) for a in found)
    for line in found:
        turns = names[" ".join(t.lower_ for t in line.source)]
        yield replace(line, features=(*line.features, f"turns={min(turns, 3)}", f"lines={min(len(found), 4)}"))


def _named_line(page: Page, sentences: list[Sentence]) -> Iterator[Attribution]:
    """A name, a colon, and what is said up to the end of the paragraph."""
    text = page.parsed.article.text
    start, end = start_of(sentences[0].tokens[0]), end_of(sentences[-1].tokens[-1])
    named = _LINE.match(text, start, end)
    if (
        named is None
        or sentences[0].kind != "body"
        or len(named["name"].split()) > _LONGEST_NAME
        or not text[named.end() : end].strip()
    ):
        return
    source = page.tokens(sentences, named.start("name"), named.end("name"))
    sign = page.tokens(sentences, named.end("name"), named.end())
    if source and sign and not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in source):
        body = text[named.end() : end]
        content = page.parsed.article.span(named.end() + len(body) - len(body.lstrip()), end)
        case = "caps" if named["name"].isupper() else "name"
        marks = "quoted" if body.lstrip()[:1] in "“\"'‘" else "plain"
        yield _line(sentences[0], sign[:1], source, content, (case, marks))


def _signed(page: Page, sentences: list[Sentence]) -> Iterator[Attribution]:
    """A quotation, a dash, and the name of who said it, to the end of the paragraph."""
    text = page.parsed.article.text
    start, end = start_of(sentences[0].tokens[0]), end_of(sentences[-1].tokens[-1])
    quote = next((q for q in page.quotes if start <= q.start <= start + 1 and q.end < end), None)
    named = _SIGNED.match(text, quote.end, end) if quote is not None else None
    if quote is None or named is None or len(named["name"].split()) > 2 * _LONGEST_NAME:
        return
    source = page.tokens(sentences, named.start("name"), named.end("name"))
    sign = page.tokens(sentences, quote.end, named.start("name"))
    if source and sign:
        yield _line(sentences[-1], sign[:1], source, page.parsed.article.span(quote.start, quote.end), ("signed",))


def _line(sentence: Sentence, cue: tuple["Token", ...], source: tuple["Token", ...], content: Span,
          features: tuple[str, ...]) -> Attribution:  # fmt: skip
    holder = next((t for t in source if t.head not in source), source[-1])
    person = "person" if any(t.ent_type_ == "PERSON" for t in source) else "other"
    return Attribution("line", sentence, cue[0], cue, holder, source, (content,), ("how=line", person, *features))


_LONGEST_NAME = 7


def continued(page: Page, candidates: list[Attribution]) -> list[Attribution]:
    """Direct speech with what follows it: the next sentences as long as they are all quoted and nobody else's."""
    taken: Extents[int] = Extents()
    for own in candidates:
        if own.frame in _SPEECH and not page.quoted(start_of(own.head)):
            taken.add(own.start, own.end, start_of(own.head))
    out: list[Attribution] = []
    for found in candidates:
        more = _following(page, found, taken) if found.frame in _SPEECH and _ends_quoted(page, found) else ()
        following = list(more)
        out.append(replace(found, content=_merged(page, [*found.content, *following])) if following else found)
    return out


_LOOSE = 2  # characters
_SPEECH = ("clause", "quoted", "line", "interposed")


def _ends_quoted(page: Page, found: Attribution) -> bool:
    """Whether an attribution's content is direct speech to its end, its cue outside of it."""
    return not page.quoted(start_of(found.head)) and any(
        abs(q.end - found.end) <= _LOOSE for q in page.quotes_at(found.end - _LOOSE - 1, found.end + _LOOSE + 1)
    )


def _following(page: Page, found: Attribution, taken: Extents[int]) -> Iterator[Span]:
    """The next sentences that are quoted from end to end and that no other cue takes."""
    at = max(found.end, end_of(found.head))
    head = start_of(found.head)
    for sentence in page.parsed.sentences[found.sentence.number + 1 :]:
        start, end = start_of(sentence.tokens[0]), end_of(sentence.tokens[-1])
        if end <= at:
            continue
        if sentence.paragraph > found.sentence.paragraph + 3 or not _all_quoted(page, sentence):
            return
        if any(by != head for by in taken.at(start, end)):
            return
        yield page.parsed.article.span(max(start, at), end)


def _all_quoted(page: Page, sentence: Sentence) -> bool:
    """Whether every word of a sentence stands inside quotation marks."""
    return all(page.quoted(start_of(t)) for t in sentence.tokens if not (t.is_punct or t.is_space or t.is_quote))

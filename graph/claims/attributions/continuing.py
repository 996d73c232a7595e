"""How far direct speech goes on: over the next sentences, as long as they are all quoted and nobody else's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.page import Page
from graph.claims.extents import Extents
from graph.claims.spans import bounds, joined
from graph.language import Sentence, end_of, start_of
from graph.model import Span

_SPEECH = ("clause", "quoted", "line", "interposed")
_LOOSE = 2  # characters
_PARAGRAPHS = 3


def continued(page: Page, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The candidates, those of direct speech with what follows them."""
    spoken = _spoken(page, found)
    for each in found:
        more = list(_following(page, each, spoken)) if _ends_quoted(page, each) else []
        yield replace(each, content=joined(page.article, (*each.content, *more))) if more else each


def _spoken(page: Page, found: Iterable[Attribution]) -> Extents[int]:
    """Where somebody speaks, by the places of the cues; cues that are themselves quoted do not count."""
    spoken: Extents[int] = Extents()
    for each in found:
        if each.frame in _SPEECH and not page.quotes_word(each.head):
            spoken.add(each.start, each.end, start_of(each.head))
    return spoken


def _ends_quoted(page: Page, found: Attribution) -> bool:
    """Whether an attribution's content is direct speech to its end, its cue outside of it."""
    if found.frame not in _SPEECH or page.quotes_word(found.head):
        return False
    near = page.quotes_at(found.end - _LOOSE - 1, found.end + _LOOSE + 1)
    return any(abs(quote.end - found.end) <= _LOOSE for quote in near)


def _following(page: Page, found: Attribution, spoken: Extents[int]) -> Iterator[Span]:
    """The next sentences that are quoted from end to end and that no other cue takes."""
    at = max(found.end, end_of(found.head))
    for sentence in page.parsed.sentences[found.sentence.number + 1 :]:
        start, end = bounds(sentence)
        if end <= at:
            continue
        if sentence.paragraph > found.sentence.paragraph + _PARAGRAPHS or not _all_quoted(page, sentence):
            return
        if any(cue != start_of(found.head) for cue in spoken.at(start, end)):
            return
        yield page.article.span(max(start, at), end)


def _all_quoted(page: Page, sentence: Sentence) -> bool:
    """Whether every word of a sentence stands inside quotation marks."""
    return all(page.quotes_word(t) for t in sentence.tokens if not (t.is_punct or t.is_space or t.is_quote))

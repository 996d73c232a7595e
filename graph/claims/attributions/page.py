"""What stands where in a parsed article: its quotations, its sentences, its paragraphs."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from graph.claims.attributions.quotations import Quote, quotes
from graph.claims.extents import Extents
from graph.claims.spans import bounds
from graph.language import Parsed, Sentence, start_of
from graph.model import Article

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Page:
    """A parsed article with its quotations in the order of the text."""

    parsed: Parsed
    quotes: tuple[Quote, ...]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.parsed.article

    def sentences_of(self, start: int, end: int) -> list[Sentence]:
        """The sentences that a stretch of the text touches."""
        return list(self._sentences.at(start, end))

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

    def quotes_word(self, word: "Token") -> bool:
        """Whether a word stands inside a quotation."""
        return self.quoted(start_of(word))

    @cached_property
    def _starts(self) -> list[int]:
        return [q.start for q in self.quotes]

    @cached_property
    def _sentences(self) -> Extents[Sentence]:
        found: Extents[Sentence] = Extents()
        for sentence in self.parsed.sentences:
            found.add(*bounds(sentence), sentence)
        return found


def page_of(parsed: Parsed) -> Page:
    """An article with its quotations found, paragraph by paragraph."""
    groups = groupby(parsed.sentences, key=lambda s: s.paragraph)
    return Page(parsed, quotes(parsed.article.text, [bounds(*group) for _, group in groups]))

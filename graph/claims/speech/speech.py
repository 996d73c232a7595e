"""Who says what stands at a place of an article: its claims, traced to who speaks and who passes them on."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph.actors import Cast
from graph.actors.pronouns import is_first_person
from graph.actors.transcripts import is_interview
from graph.claims.attributions import Found, Page
from graph.claims.extents import Extents
from graph.claims.speech.chains import chained, repeated
from graph.claims.speech.making import Maker, Spoken
from graph.language import start_of
from graph.model import Claim, Mention
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLS = ("clause", "quoted", "interposed", "line")


class Speech:
    """The claims of an article, and who says what stands at a place of it"""

    def __init__(self, page: Page, cast: Cast, minter: Minter, found: Sequence[Found]) -> None:
        self.page, self._cast = page, cast
        maker = Maker(page, cast, minter)
        self.said: tuple[Spoken, ...]
        self._settle([maker.spoken(f) for f in found])
        self._settle([replace(s, claim=self._in_first_person(s)) for s in self.said])
        again = repeated(self.claims)
        self._settle([s for s in self.said if s.claim.id not in again])
        self._settle([replace(s, claim=c) for s, c in zip(self.said, chained(self.claims), strict=True)])

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of the text."""
        return tuple(s.claim for s in self.said)

    def who(self, head: "Token") -> Mention | None:
        """Whom a noun phrase means; "I" and "we" are whoever speaks there."""
        return next(iter(self.whom(head)), None)

    def whom(self, head: "Token") -> tuple[Mention, ...]:
        """The actors that a noun phrase means: several for "both ministers"; "I" and "we" are whoever speaks there."""
        if not is_first_person(head):
            return self._cast.whom(head)
        speaker = self.speaker_of(head)
        return (Mention(self.page.parsed.span(head, head), speaker, 0.8, "the speaker"),) if speaker else ()

    def over(self, word: "Token") -> list[Spoken]:
        """The claims in whose content a word stands, the innermost first."""
        return self._covering(start_of(word))

    def touching(self, start: int, end: int) -> list[Spoken]:
        """The claims of whose content some stands in a stretch, in the order of the text."""
        return [
            s for s in self._contents.at(start, end) if any(c.start < end and start < c.end for c in s.claim.content)
        ]

    def speaker_of(self, word: "Token") -> str | None:
        """Who is the nearest to say a word; None where the article itself says it."""
        return next((s.claim.speakers[0] for s in self.over(word) if s.claim.speakers), None)

    def speaker_before(self, word: "Token") -> str | None:
        """Who was made to speak earlier in the same paragraph, where a sentence has no source of its own.

        Free indirect speech goes on from "..., she said." to the end of a paragraph, unless somebody else speaks.
        """
        before = [s for s in self.said if s.attribution.head.doc == word.doc and s.attribution.head.i < word.i]
        told = [s for s in before if s.attribution.frame in _TELLS and s.claim.speakers and not s.claim.reported_by]
        if not told or len({s.claim.speakers for s in told}) > 1:
            return None
        return told[-1].claim.speakers[0]

    @cached_property
    def _writer(self) -> Mention | None:
        """Who says "I" outside quotations; in an interview it is not the author."""
        return None if is_interview(self.page.parsed) else self._cast.author()

    def _settle(self, said: Sequence[Spoken]) -> None:
        """Take these as the claims of the article."""
        self.said = tuple(said)
        self._contents: Extents[Spoken] = Extents()
        for spoken in self.said:
            self._contents.add(spoken.attribution.start, spoken.attribution.end, spoken)

    def _covering(self, offset: int) -> list[Spoken]:
        return sorted(self.touching(offset, offset + 1), key=lambda s: _length(s.claim))

    def _in_first_person(self, spoken: Spoken) -> Claim:
        """The claim with its "I" or "we" traced to who speaks around it, or to the author outside quotations."""
        holder = spoken.attribution.holder
        if holder is None or not is_first_person(holder) or spoken.claim.speakers:
            return spoken.claim
        around = [s.claim.speakers for s in self.over(holder) if s is not spoken and s.claim.speakers]
        if around:
            return replace(spoken.claim, speakers=around[0])
        author = None if self.page.quotes_word(holder) else self._writer
        return replace(spoken.claim, speakers=(author.actor,)) if author is not None else spoken.claim


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)

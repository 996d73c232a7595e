"""A statement or a claim as a page shows it: the words in their paragraph, who passes them on, and how sure it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.model import Claim, Span
from graph.networks.debate import Debate, Report, Statement
from graph.page.contents import NARROW, REACH
from graph.page.passages import Window, near, passage
from graph.page.texts import SENTENCE, plain
from graph.site.names import anchor

KINDS = {
    "direct": "Direct speech", "indirect": "Indirect speech", "mixed": "Partly in direct speech",
    "authorial": "The article's own voice",
}  # fmt: skip
Passages = list[dict[str, Any]]


class Voice(NamedTuple):
    """Who says something: actors by IRI, else the words of the text, and the words that say that they say it."""

    speakers: tuple[str, ...]
    source: str
    cue: str


@dataclass(frozen=True, slots=True)
class Saying:
    """How something is said; `source` and `cue` only where no passage shows them; `chain` is who passes it on."""

    kind: str
    source: str
    cue: str
    chain: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A statement on a page."""

    anchor: str
    statement: Statement
    passages: Passages
    sayings: tuple[Saying, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim on the page of its article, with the positions that show in it first, and those shown above it."""

    anchor: str
    number: int
    claim: Claim
    voice: Voice
    passages: Passages
    saying: Saying
    cards: tuple[Card, ...]
    also: tuple[Statement, ...]
    reason: str


class Cards:
    """Makes the cards of a debate; `texts` are those of the articles, by IRI."""

    def __init__(self, debate: Debate, texts: Mapping[str, str]) -> None:
        self._debate = debate
        self._texts = texts

    def statement(self, statement: Statement, *, words: bool = True) -> Card:
        """The card of a statement; without `words` where its page shows them just above."""
        position = statement.position
        claims = [self._debate.claims[iri].claim for iri in position.claims if iri in self._debate.claims]
        passages = self._passages(statement.article, position.evidence, claims, Window()) if words else []
        sayings = tuple(dict.fromkeys(self._saying(claim, passages) for claim in claims)) if words else ()
        return Card(anchor(position.id), statement, passages, sayings, plain(position.reason, SENTENCE))

    def claim(self, number: int, report: Report, first: list[Statement], also: list[Statement]) -> ClaimCard:
        """The card of a claim; `first` are the positions that are shown with it."""
        claim = report.claim
        window = Window() if first else NARROW
        passages = self._passages(report.article, claim.content, [claim], window)
        cards = tuple(self.statement(s, words=not _within(s, claim.content)) for s in first)
        saying = self._saying(claim, passages)
        return ClaimCard(
            anchor(claim.id), number, claim, _voice(claim), passages, saying, cards, tuple(also),
            plain(claim.reason, SENTENCE),
        )  # fmt: skip

    def words(self, report: Report) -> str:
        """The words of a claim alone."""
        return " … ".join(span.text for span in report.claim.content)

    def _passages(self, article: str, spans: tuple[Span, ...], claims: list[Claim], window: Window) -> Passages:
        marks = {
            "source": [span for claim in claims for span in claim.source],
            "cue": [span for claim in claims for span in claim.cue],
        }
        text = self._texts.get(article)
        return [passage(text, {"quotation": group, **marks}, window) for group in near(spans, REACH)]

    def _saying(self, claim: Claim, passages: Passages) -> Saying:
        shown = {mark for found in passages for _, marks in found["segments"] for mark in marks}
        voice = _voice(claim)
        return Saying(
            KINDS.get(claim.quotation, claim.quotation),
            "" if "source" in shown or not claim.source else voice.source,
            "" if "cue" in shown else voice.cue,
            tuple(self._chain(claim)),
        )

    def _chain(self, claim: Claim) -> Iterator[Voice]:
        """Who passes a claim on, the nearest first; a circle ends itself."""
        seen = {claim.id}
        above = claim.reported_by
        while above in self._debate.claims and above not in seen:
            seen.add(above)
            found = self._debate.claims[above].claim
            yield _voice(found)
            above = found.reported_by


def _voice(claim: Claim) -> Voice:
    source, cue = (plain(" … ".join(span.text for span in spans)) for spans in (claim.source, claim.cue))
    if claim.quotation == "authorial" and not claim.speakers:
        source = "the article itself"
    return Voice(claim.speakers, source, cue)


def _within(statement: Statement, shown: Iterable[Span]) -> bool:
    """Whether all words of a statement stand in those that are shown."""
    return all(any(s.start <= e.start and e.end <= s.end for s in shown) for e in statement.position.evidence)

"""What the page carries beside nodes and lines: statements, claims and articles, as plain JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model import Span
from graph.networks.debate import Debate, Statement
from graph.page.passages import Window, near, passage
from graph.page.texts import SENTENCE, plain

REACH = 900
FEW = 3000
NARROW = Window(before=120, after=80)


@dataclass
class Contents:
    """Collects what is to be shown and numbers it, so that each thing is in the page once."""

    debate: Debate
    texts: Mapping[str, str]
    names: Mapping[str, str]
    window: Window = field(default_factory=Window)
    articles: dict[str, int] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)
    quoted: set[str] = field(default_factory=set)

    def statements(self, wanted: Iterable[Statement]) -> list[dict[str, Any]]:
        """The statements with their words; names and numbers refer to the page's nodes, claims and articles."""
        return [self._statement(statement) for statement in wanted]

    def claim_number(self, iri: str) -> int | None:
        """The number of a claim in the page, which brings in all that pass it on; None where no graph describes it."""
        above: str | None = iri
        while above in self.debate.claims and above not in self.claims:
            self.claims[above] = len(self.claims)
            above = self.debate.claims[above].claim.reported_by
        return self.claims.get(iri)

    def quoted_claim(self, iri: str) -> int | None:
        """The number of a claim that the network shows by itself, so that its words are in the page."""
        self.quoted.add(iri)
        return self.claim_number(iri)

    def article_number(self, iri: str) -> int | None:
        """The number of an article in the page; None where no graph describes it."""
        if iri not in self.debate.articles:
            return None
        return self.articles.setdefault(iri, len(self.articles))

    def article_cards(self) -> list[dict[str, Any]]:
        return [self._article(iri) for iri in self.articles]

    def claim_cards(self) -> list[dict[str, Any]]:
        """All claims that have a number; call after `statements`."""
        return [self._claim(iri) for iri in list(self.claims)]

    def _statement(self, statement: Statement) -> dict[str, Any]:
        position = statement.position
        reports = [self.debate.claims[iri].claim for iri in position.claims if iri in self.debate.claims]
        marks = {
            "source": [span for claim in reports for span in claim.source],
            "cue": [span for claim in reports for span in claim.cue],
        }
        proposal = self.debate.proposals.get(position.proposal)
        return {
            "holder": self.names.get(position.holder, position.holder),
            "who": plain(self.debate.label(position.holder)),
            "target": self.names.get(position.proposal, position.proposal),
            "what": plain(self.debate.label(position.proposal)),
            "stance": position.stance,
            "polarity": position.polarity,
            "confidence": position.confidence,
            "reason": plain(position.reason, SENTENCE),
            "day": statement.day.isoformat() if statement.day else None,
            "article": self.article_number(statement.article),
            "topics": list(proposal.topics) if proposal else [],
            "claims": [self.claim_number(claim.id) for claim in reports],
            "passages": self._passages(statement.article, position.evidence, marks),
        }

    def _claim(self, iri: str) -> dict[str, Any]:
        report = self.debate.claims[iri]
        claim = report.claim
        marks = {"source": list(claim.source), "cue": list(claim.cue)}
        return {
            "speakers": [plain(self.debate.label(speaker)) for speaker in claim.speakers],
            "source": plain(" … ".join(span.text for span in claim.source)),
            "cue": plain(" … ".join(span.text for span in claim.cue)),
            "quotation": claim.quotation,
            "by": self.claims.get(claim.reported_by or ""),
            "confidence": claim.confidence,
            "reason": plain(claim.reason, SENTENCE),
            "article": self.article_number(report.article),
            "passages": self._passages(report.article, claim.content, marks) if iri in self.quoted else [],
        }

    def _passages(self, article: str, spans: Iterable[Span], marks: Mapping[str, list[Span]]) -> list[dict[str, Any]]:
        text = self.texts.get(article)
        return [passage(text, {"quotation": group, **marks}, self.window) for group in near(spans, REACH)]

    def _article(self, iri: str) -> dict[str, Any]:
        card = self.debate.articles[iri]
        return {
            "id": self.names.get(iri, iri),
            "title": plain(card.title, 300),
            "publisher": plain(card.publisher, 120) if card.publisher else None,
            "day": card.published.isoformat() if card.published else None,
            "url": plain(card.url, 500) if card.url else None,
        }

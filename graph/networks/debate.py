"""The records that the networks are made of: who said what of which proposal, in which article."""

from dataclasses import dataclass, field, replace
from datetime import date

from graph.model import Actor, Claim, Membership, Position, Proposal


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What is printed of an article beside a quotation."""

    id: str
    title: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A position and the article that it stands in."""

    position: Position
    article: str
    day: date | None = None

    @property
    def id(self) -> str:
        return self.position.id


@dataclass(frozen=True, slots=True)
class Report:
    """A claim and the article that it stands in."""

    claim: Claim
    article: str


@dataclass(frozen=True)
class Debate:
    """All that the store knows of the statements that a filter keeps; every mapping is by IRI."""

    statements: tuple[Statement, ...] = ()
    actors: dict[str, Actor] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    articles: dict[str, ArticleCard] = field(default_factory=dict)
    claims: dict[str, Report] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()

    def label(self, iri: str) -> str:
        """The name of an actor, a proposal, an article or a topic; of anything else the last part of its IRI."""
        for known in (self.actors, self.proposals):
            if iri in known:
                return known[iri].label
        if iri in self.articles:
            return self.articles[iri].title
        return self.topics.get(iri) or last_part(iri)

    def with_statements(self, statements: tuple[Statement, ...]) -> "Debate":
        return replace(self, statements=statements)


def last_part(iri: str) -> str:
    """What stands behind the last slash or hash.

    >>> last_part("https://example.org/id/person/da-nien-liu")
    'da-nien-liu'
    """
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]

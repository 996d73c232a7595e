"""The records that flow from an article to the graph: frozen dataclasses, no RDF, no spaCy.

Offsets are Unicode code points into `Article.text`, half-open, as the W3C Web Annotation model counts them.
Actors, proposals, claims and positions are named by their IRI (a string, see `vocabulary`).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["Person", "Organization", "Country", "Group"]
RegionKind = Literal["title", "byline", "dateline", "body", "heading", "caption", "boilerplate", "repeated"]
Quotation = Literal["direct", "indirect", "mixed", "authorial"]
Stance = Literal["support", "conditional", "undecided", "doubt", "oppose"]

POLARITY: dict[Stance, float] = {"support": 1.0, "conditional": 0.5, "undecided": 0.0, "doubt": -0.5, "oppose": -1.0}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A verbatim piece of an article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """What a stretch of the article's text is; regions do not overlap and are in the order of the text."""

    kind: RegionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where an article (or a near-duplicate of it) was found."""

    location: str
    sha256: str
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The article that another one is based on."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was read, never altered, with what is known of it and what each stretch of it is.

    `id` is the id that the input gave (for files the slug), `slug` the part of its IRI, `location` the path
    relative to what was asked for, or the URL. `sha256` is over the UTF-8 bytes of `text`. `unproved`: the text was
    not at hand when a coding of it was imported, and `text` is the quotations of that coding alone.
    """

    id: str
    slug: str
    text: str
    sha256: str
    location: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str = "en"
    url: str | None = None
    based_on: Source | None = None
    regions: tuple[Region, ...] = ()
    unproved: bool = False

    def span(self, start: int, end: int) -> Span:
        """The verbatim piece between two offsets."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organisation, a country or a group, as the authority file or one article knows it."""

    id: str
    label: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    notation: str | None = None
    member_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names an actor, whom it means, and why we think so (score 0 to 1)."""

    span: Span
    actor: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A role at, or an affiliation with, an organisation or a country, as the text says it."""

    member: str
    organization: str
    role: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that can be supported or opposed; `candidate` while no codebook holds it."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    definition: str | None = None
    topics: tuple[str, ...] = ()
    candidate: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A field of debate that an article's own proposals belong to; those of a codebook are in the codebook's graph."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody is reported to say: source says (cue) content.

    `speakers` are the actors meant by `source` (empty where the text tells nobody), `reported_by` the claim
    that passes this one on.
    """

    id: str
    speakers: tuple[str, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    confidence: float
    reason: str
    reported_by: str | None = None
    mentions: tuple[str, ...] = ()
    negated: bool = False
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody holds of a proposal, the claims it shows in, and the words that prove it."""

    id: str
    holder: str
    proposal: str
    stance: Stance
    claims: tuple[str, ...]
    evidence: tuple[Span, ...]
    confidence: float
    reason: str
    held_on: date | None = None

    @property
    def polarity(self) -> float:
        """From 1.0 (support) to -1.0 (oppose)."""
        return POLARITY[self.stance]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened between actors, with its PLOVER code."""

    id: str
    label: str
    code: str | None
    actors: tuple[str, ...]
    place: str | None
    time: str | None
    evidence: tuple[Span, ...]
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written and as a value; `value` is a decimal in its plain lexical form."""

    id: str
    value: str
    unit: str | None
    currency: str | None
    as_written: str
    of: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """A coding by hand that was imported: the file, the SHA-256 of its bytes, the tool that wrote it, who coded."""

    location: str
    sha256: str
    tool: str
    coders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The run that read an article: which extractor, which version, which model, when.

    `fingerprint` changes when the text, the extractor, the codebook, the authority file or the model changes;
    an article with the same fingerprint is not read again. `coding` is what an import took the statements from.
    """

    extractor: str
    version: str
    model: str
    fingerprint: str
    ended: datetime
    coding: Coding | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article yields: the content of one named graph."""

    article: Article
    extraction: Extraction
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    candidates: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    appearances: tuple[Appearance, ...] = field(default=())
    signature: tuple[str, ...] = field(default=())
    topics: tuple[Topic, ...] = field(default=())

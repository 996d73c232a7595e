"""What a coder writes down about an article: names of actors and quotes, not yet IRIs and spans."""

from dataclasses import dataclass
from pathlib import Path

from graph.claims.byhand.entries import Quote
from graph.model import Kind, Quotation, Stance


@dataclass(frozen=True, slots=True)
class CodedActor:
    """An actor by the name that the file uses for it; `code` is a country's ISO 3166-1 alpha-3 code."""

    label: str
    kind: Kind
    code: str | None
    aliases: tuple[str, ...]
    member_of: str | None


@dataclass(frozen=True, slots=True)
class CodedMembership:
    """Who is what in which organisation or country, and the words that say so."""

    member: str
    organization: str
    role: str | None
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """An attributed statement under the name by which positions and other claims refer to it."""

    name: str
    speakers: tuple[str, ...]
    source: tuple[Quote, ...]
    cue: tuple[Quote, ...]
    content: tuple[Quote, ...]
    quotation: Quotation
    reported_by: str | None
    negated: bool
    modality: str | None


@dataclass(frozen=True, slots=True)
class CodedPosition:
    """What the holders think of a proposal, named by the last part of its IRI; without evidence, the first claim is."""

    holders: tuple[str, ...]
    proposal: str
    stance: Stance
    claims: tuple[str, ...]
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that a coder wrote down about one article; `candidates` are proposals that no codebook holds."""

    path: Path
    article: str
    sha256: str
    actors: tuple[CodedActor, ...]
    memberships: tuple[CodedMembership, ...]
    claims: tuple[CodedClaim, ...]
    positions: tuple[CodedPosition, ...]
    candidates: tuple[str, ...]

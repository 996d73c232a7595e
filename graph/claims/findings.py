"""What an extractor finds in one article, and what it is given to find it with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.actors import Authority
from graph.claims.codebook import Codebook
from graph.model import Actor, Article, Claim, Event, Membership, Mention, Position, Proposal, Quantity, Topic
from graph.vocabulary import Minter


@dataclass(frozen=True, slots=True)
class Findings:
    """Actors with their mentions and memberships, claims, positions, and what besides them an article holds."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    candidates: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What a run gives to its extractor: known actors, the codebook, the language model's name, a coding by hand."""

    authority: Authority
    codebook: Codebook
    minter: Minter
    model: str
    annotations: Path | None = None


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor made ready for a run: `read` finds, `model` names what it depends on besides its version."""

    read: Callable[[Article], Findings]
    model: str

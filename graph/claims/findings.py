"""What an extractor finds in one article."""

from dataclasses import dataclass

from graph.model import Actor, Claim, Event, Membership, Position, Proposal, Quantity


@dataclass(frozen=True, slots=True)
class Findings:
    """Claims and positions, with what besides them the extractor knows: actors and memberships of a hand-made coding."""

    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    candidates: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    memberships: tuple[Membership, ...] = ()

"""A stand as it is found, before those of one holder on one proposal are put together."""

from dataclasses import dataclass

from graph.model import Claim, Span, Stance


@dataclass(frozen=True, slots=True)
class Taken:
    """A stand found in one sentence, before those of the same holder on the same proposal are put together."""

    holder: str
    proposal: str
    stance: Stance
    claims: tuple[Claim, ...]
    evidence: Span
    confidence: float
    reason: str

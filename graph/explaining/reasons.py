"""The claims and positions of an article as a list: who, what, how surely, and why it was found."""

from collections.abc import Iterator

from graph.explaining.marks import claims_in_order, positions_in_order
from graph.explaining.sources import Explained
from graph.model import Claim, Position


def claim_lines(found: Explained) -> Iterator[tuple[str, list[str]]]:
    """A headline for each claim with its number, and the lines below it."""
    claims = claims_in_order(found)
    numbers = {claim.id: str(number) for number, claim in enumerate(claims, 1)}
    for claim in claims:
        yield f"{numbers[claim.id]}  {_speakers(found, claim)}", list(_about(claim, numbers))


def position_lines(found: Explained) -> Iterator[tuple[str, list[str]]]:
    """A headline for each position with its number, and the lines below it."""
    numbers = {claim.id: str(number) for number, claim in enumerate(claims_in_order(found), 1)}
    for number, position in enumerate(positions_in_order(found), 1):
        headline = f"P{number}  {found.name(position.holder)} — {position.stance}: {found.name(position.proposal)}"
        yield headline, list(_shown(position, numbers, found))


def _speakers(found: Explained, claim: Claim) -> str:
    if claim.speakers:
        return " and ".join(found.name(speaker) for speaker in claim.speakers)
    return "the article itself" if claim.quotation == "authorial" else "nobody named"


def _about(claim: Claim, numbers: dict[str, str]) -> Iterator[str]:
    more = [word for word, so in (("negated", claim.negated), (f'"{claim.modality}"', bool(claim.modality))) if so]
    if claim.reported_by in numbers:
        more.append(f"passed on by {numbers[claim.reported_by]}")
    yield ", ".join([claim.quotation, f"{claim.confidence:.2f}", *more])
    if claim.quotation == "authorial" and not claim.cue:
        yield " … ".join(f"“{span.text}”" for span in claim.content)
    yield f"why: {claim.reason}"


def _shown(position: Position, numbers: dict[str, str], found: Explained) -> Iterator[str]:
    claims = [numbers[claim] for claim in position.claims if claim in numbers]
    new = any(p.id == position.proposal for p in found.reading.candidates)
    parts = [f"{position.confidence:.2f}", f"shown by {' and '.join(claims)}" if claims else ""]
    yield ", ".join(part for part in (*parts, "in no codebook" if new else "") if part)
    yield f"why: {position.reason}"

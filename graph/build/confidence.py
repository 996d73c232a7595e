"""Which claims, positions and events of a reading are sure enough to be kept."""

from dataclasses import replace

from graph.model import Position, Reading


def keep_sure(reading: Reading, least: float) -> Reading:
    """A reading without the claims, positions and events whose confidence (0 to 1) is less than `least`.

    A position goes too where none of its claims is left, a candidate proposal where none of its positions is; a claim
    that was passed on by one that goes is passed on by nobody.
    """
    claims = {claim.id: claim for claim in reading.claims if claim.confidence >= least}
    gone = {claim.id for claim in reading.claims} - claims.keys()
    positions = tuple(
        replace(position, claims=tuple(name for name in position.claims if name not in gone))
        for position in reading.positions
        if position.confidence >= least and not (position.claims and gone.issuperset(position.claims))
    )
    held, left = _proposals(reading.positions), _proposals(positions)
    return replace(
        reading,
        claims=tuple(
            replace(claim, reported_by=None) if claim.reported_by in gone else claim for claim in claims.values()
        ),
        positions=positions,
        events=tuple(event for event in reading.events if event.confidence >= least),
        candidates=tuple(each for each in reading.candidates if each.id in left or each.id not in held),
    )


def _proposals(positions: tuple[Position, ...]) -> set[str]:
    return {position.proposal for position in positions}

"""The one form of a reading: sorted, without repeats, numbers as the store keeps them; what comes back equals it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from graph.mapping.terms import plain_decimal, web_address
from graph.model import (
    Actor,
    Article,
    Claim,
    Extraction,
    Membership,
    Mention,
    Position,
    Proposal,
    Quantity,
    Reading,
    Span,
)

T = TypeVar("T")
_FAR = 1 << 62


def canonical(reading: Reading) -> Reading:
    """The reading in the order of the text; a claim's speakers in the order in which its source names them."""
    places = first_places(reading.mentions)
    return replace(
        reading,
        article=_article(reading.article),
        extraction=_extraction(reading.extraction),
        actors=_by(reading.actors, canonical_actor, lambda a: a.id),
        mentions=_mentions(reading.mentions),
        memberships=_memberships(reading.memberships),
        claims=_by(
            reading.claims, lambda c: _claim(c, places), lambda c: (place(c.content or c.source or c.cue), c.id)
        ),
        positions=_by(reading.positions, _position, lambda p: (place(p.evidence), p.id)),
        candidates=_by(reading.candidates, canonical_proposal, lambda c: c.id),
        events=_by(
            reading.events,
            lambda e: replace(e, actors=_set(e.actors), evidence=_set(e.evidence), confidence=_score(e.confidence)),
            lambda e: (place(e.evidence), e.id),
        ),
        quantities=_by(reading.quantities, _quantity, lambda q: (place(q.evidence), q.id)),
        appearances=tuple(sorted(set(reading.appearances), key=lambda a: (a.location, a.sha256, str(a)))),
        signature=_set(reading.signature),
        topics=tuple(sorted(set(reading.topics), key=lambda topic: topic.id)),
    )


def canonical_actor(actor: Actor) -> Actor:
    """Aliases sorted and apart from the label; only well-formed web addresses as the same thing elsewhere."""
    same = {address.value for address in map(web_address, actor.same_as) if address}
    return replace(actor, aliases=_set(set(actor.aliases) - {actor.label}), same_as=_set(same))


def canonical_proposal(proposal: Proposal) -> Proposal:
    """Aliases, topics and evidence sorted; aliases apart from the label."""
    return replace(
        proposal,
        aliases=_set(set(proposal.aliases) - {proposal.label}),
        topics=_set(proposal.topics),
        evidence=_set(proposal.evidence),
    )


def first_places(mentions: Iterable[Mention]) -> dict[str, list[int]]:
    """Where each actor is named, in the order of the text."""
    places: dict[str, list[int]] = {}
    for mention in mentions:
        places.setdefault(mention.actor, []).append(mention.span.start)
    return {actor: sorted(starts) for actor, starts in places.items()}


def in_order_of_naming(actors: Iterable[str], spans: Iterable[Span], places: dict[str, list[int]]) -> tuple[str, ...]:
    """The actors as these spans name them, one after another; those that they do not name come last."""
    within = list(spans)

    def where(actor: str) -> int:
        starts = (s for s in places.get(actor, ()) if any(span.start <= s < span.end for span in within))
        return next(starts, _FAR)

    return tuple(sorted(set(actors), key=lambda actor: (where(actor), actor)))


def place(spans: Iterable[Span]) -> int:
    """Where the first of some spans starts."""
    return min((span.start for span in spans), default=_FAR)


def _article(article: Article) -> Article:
    """Names on one line, an address only where it is one, regions in the order of the text."""
    address = web_address(article.url)
    return replace(
        article,
        authors=tuple(" ".join(author.splitlines()) for author in article.authors),
        url=None if address is None else address.value,
        regions=tuple(sorted(set(article.regions), key=lambda r: (r.start, r.end, r.kind))),
    )


def _extraction(extraction: Extraction) -> Extraction:
    """The coders in order."""
    coding = extraction.coding
    return replace(extraction, coding=replace(coding, coders=_set(coding.coders))) if coding else extraction


def _claim(claim: Claim, places: dict[str, list[int]]) -> Claim:
    return replace(
        claim,
        speakers=in_order_of_naming(claim.speakers, claim.source, places),
        source=_set(claim.source),
        cue=_set(claim.cue),
        content=_set(claim.content),
        mentions=_set(claim.mentions),
        confidence=_score(claim.confidence),
    )


def _position(position: Position) -> Position:
    return replace(
        position,
        claims=_set(position.claims),
        evidence=_set(position.evidence),
        confidence=_score(position.confidence),
    )


def _mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention for each place and actor: the surest."""
    surest = {(m.span, m.actor): m for m in sorted(mentions, key=lambda m: (m.score, m.reason))}
    return tuple(replace(surest[key], score=_score(surest[key].score)) for key in sorted(surest))


def _quantity(quantity: Quantity) -> Quantity:
    value = plain_decimal(quantity.value)
    return replace(quantity, value=quantity.value if value is None else value, evidence=_set(quantity.evidence))


def _memberships(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """One membership for each member, organisation and role, with all its evidence."""
    merged: dict[tuple[str, str, str | None], set[Span]] = {}
    for one in memberships:
        merged.setdefault((one.member, one.organization, one.role), set()).update(one.evidence)
    found = (Membership(*key, evidence=_set(spans)) for key, spans in merged.items())
    return tuple(sorted(found, key=lambda m: (place(m.evidence), m.member, m.organization, m.role or "")))


def _by(items: Iterable[T], form: Callable[[T], T], key: Callable[[T], object]) -> tuple[T, ...]:
    return tuple(sorted(dict.fromkeys(map(form, items)), key=key))  # type: ignore[arg-type]


def _set(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(set(items)))  # type: ignore[type-var]


def _score(value: float) -> float:
    return float(plain_decimal(f"{value:.4f}") or 0)

"""A reading as records, one JSON object a line: what `extract` prints and `export jsonl` writes."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from graph.mapping import canonical
from graph.model import Actor, Claim, Event, Membership, Position, Proposal, Quantity, Reading, Span

Record = dict[str, Any]
# line breaks to some readers of lines, though not to JSON
_BREAKS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def records_of(readings: Iterable[Reading]) -> Iterator[Record]:
    """The records of a corpus: article by article, and at the end each actor with the articles that name it.

    Only the actors are kept in memory, whatever the number of articles.
    """
    actors: dict[str, tuple[Actor, list[str]]] = {}
    for reading in readings:
        form = canonical(reading)
        for actor in form.actors:
            known, articles = actors.get(actor.id, (actor, []))
            articles.append(form.article.id)
            actors[actor.id] = (_together(known, actor), articles)
        yield from records(form)
    for name in sorted(actors):
        yield actor_record(*actors[name])


def records(reading: Reading) -> Iterator[Record]:
    """The records of one article, without its actors."""
    form = canonical(reading)
    article = form.article.id
    yield article_record(form)
    for membership in form.memberships:
        yield membership_record(article, membership)
    for claim in form.claims:
        yield claim_record(article, claim)
    candidates = {candidate.id: candidate for candidate in form.candidates}
    for position in form.positions:
        yield position_record(article, position, candidates.get(position.proposal))
    for event in form.events:
        yield event_record(article, event)
    for quantity in form.quantities:
        yield quantity_record(article, quantity)


def line(record: Record) -> str:
    """A record as one line of JSON, with its line feed; no other line break of Unicode is left in it."""
    text = json.dumps(record, ensure_ascii=False)
    for character, escape in _BREAKS.items():
        text = text.replace(character, escape)
    return text + "\n"


def article_record(reading: Reading) -> Record:
    """The article, its text as read, and what each stretch of it is."""
    article = reading.article
    return {
        "type": "article",
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "url": article.url,
        "location": article.location,
        "sha256": article.sha256,
        "text": article.text,
        "regions": [{"kind": r.kind, "start": r.start, "end": r.end} for r in article.regions],
        "extractor": f"{reading.extraction.extractor} {reading.extraction.version}",
        **({"unproved": True} if article.unproved else {}),
    }


def actor_record(actor: Actor, articles: list[str]) -> Record:
    """An actor and the ids of the articles in which it appears."""
    return {
        "type": "actor",
        "id": actor.id,
        "label": actor.label,
        "aliases": list(actor.aliases),
        "kind": actor.kind,
        "same_as": list(actor.same_as),
        "notation": actor.notation,
        "member_of": actor.member_of,
        "articles": articles,
    }


def membership_record(article: str, membership: Membership) -> Record:
    """A role or an affiliation in one article."""
    return {
        "type": "membership",
        "article": article,
        "member": membership.member,
        "organization": membership.organization,
        "role": membership.role,
        "evidence": spans(membership.evidence),
    }


def claim_record(article: str, claim: Claim) -> Record:
    """What somebody is reported to say; `speaker` is the first of `speakers`."""
    return {
        "type": "claim",
        "id": claim.id,
        "article": article,
        "speaker": claim.speakers[0] if claim.speakers else None,
        "speakers": list(claim.speakers),
        "source": spans(claim.source),
        "cue": spans(claim.cue),
        "content": spans(claim.content),
        "quotation": claim.quotation,
        "reported_by": claim.reported_by,
        "mentions": list(claim.mentions),
        "negated": claim.negated,
        "modality": claim.modality,
        "confidence": claim.confidence,
        "reason": claim.reason,
    }


def position_record(article: str, position: Position, candidate: Proposal | None = None) -> Record:
    """What somebody holds of a proposal; a candidate's own words come with it, since no codebook has them."""
    return {
        "type": "position",
        "id": position.id,
        "article": article,
        "holder": position.holder,
        "proposal": position.proposal,
        "candidate": candidate is not None,
        "candidate_label": candidate and candidate.label,
        "stance": position.stance,
        "polarity": position.polarity,
        "claims": list(position.claims),
        "evidence": spans(position.evidence),
        "held_on": position.held_on and position.held_on.isoformat(),
        "confidence": position.confidence,
        "reason": position.reason,
    }


def event_record(article: str, event: Event) -> Record:
    """Something that happened, with its PLOVER code; `time` is a date where the text tells one, or its words."""
    return {
        "type": "event",
        "id": event.id,
        "article": article,
        "label": event.label,
        "code": event.code,
        "actors": list(event.actors),
        "place": event.place,
        "time": event.time,
        "evidence": spans(event.evidence),
        "confidence": event.confidence,
        "reason": event.reason,
    }


def quantity_record(article: str, quantity: Quantity) -> Record:
    """A number with its unit; `value` is a decimal written out, `currency` an ISO 4217 code."""
    return {
        "type": "quantity",
        "id": quantity.id,
        "article": article,
        "value": quantity.value,
        "unit": quantity.unit,
        "currency": quantity.currency,
        "as_written": quantity.as_written,
        "of": quantity.of,
        "evidence": spans(quantity.evidence),
    }


def spans(pieces: Iterable[Span]) -> list[Record]:
    """Pieces of text with their offsets, in Unicode code points."""
    return [{"start": span.start, "end": span.end, "text": span.text} for span in pieces]


def _together(known: Actor, other: Actor) -> Actor:
    """An actor with the names of both: the label that came first, the rest as aliases."""
    aliases = {*known.aliases, *other.aliases, other.label} - {known.label}
    if aliases == set(known.aliases):
        return known
    return replace(known, aliases=tuple(sorted(aliases)))

"""What an article says as quads: claims, positions with their shortcuts, memberships, events, quantities."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from graph.mapping.page import Page
from graph.mapping.terms import Value, day, label, literal, node, plain_decimal, term, truth, typed
from graph.mapping.things import describe_proposal
from graph.model import Claim, Event, Membership, Position, Proposal, Quantity
from graph.vocabulary import SHORTCUTS


def claim_quads(page: Page, claims: Iterable[Claim]) -> Iterator[Quad]:
    """What somebody is reported to say; where no claim passes it on, the article does."""
    for claim in claims:
        yield from page.say(
            node(claim.id),
            *(("rdf:type", term(name)) for name in ("cg:Claim", "schema:Claim", "prov:Entity")),
            *(("cg:speaker", node(speaker)) for speaker in claim.speakers),
            *page.cite("cg:source", claim.source),
            *page.cite("cg:cue", claim.cue),
            *page.cite("cg:content", claim.content),
            *page.cite("cg:evidence", claim.content or claim.source or claim.cue),
            ("cg:quotation", literal(claim.quotation)),
            ("cg:reportedBy", node(claim.reported_by) if claim.reported_by else page.node),
            *(("cg:mentions", node(actor)) for actor in claim.mentions),
            ("cg:negated", truth(claim.negated)),
            ("cg:modality", None if claim.modality is None else literal(claim.modality)),
            *page.found(claim.confidence, claim.reason),
        )


def position_quads(page: Page, positions: Iterable[Position]) -> Iterator[Quad]:
    """What somebody holds, and beside it the shortcut from holder to proposal."""
    for position in positions:
        holder, target = node(position.holder), node(position.proposal)
        yield from page.say(
            node(position.id),
            ("rdf:type", term("cg:Position")),
            ("rdf:type", term("prov:Entity")),
            ("cg:holder", holder),
            ("cg:target", target),
            ("cg:stance", term(f"stance:{position.stance}")),
            *(("cg:expressedIn", node(claim)) for claim in position.claims),
            *page.cite("cg:evidence", position.evidence),
            ("cg:heldOn", day(position.held_on)),
            *page.found(position.confidence, position.reason),
        )
        yield from page.say(holder, (f"cg:{SHORTCUTS[position.stance]}", target))


def membership_quads(page: Page, memberships: Iterable[Membership]) -> Iterator[Quad]:
    """Roles and affiliations, and beside each the shortcut from member to organisation."""
    for one in memberships:
        member, organization = node(one.member), node(one.organization)
        yield from page.say(
            page.part("membership", one.member, one.organization, *([] if one.role is None else [one.role])),
            ("rdf:type", term("org:Membership")),
            ("org:member", member),
            ("org:organization", organization),
            ("org:role", None if one.role is None else literal(one.role)),
            *page.cite("cg:evidence", one.evidence),
            ("dcterms:isPartOf", page.node),
            ("prov:wasGeneratedBy", page.extraction),
        )
        yield from page.say(member, ("cg:affiliatedWith", organization))


def candidate_quads(page: Page, candidates: Iterable[Proposal]) -> Iterator[Quad]:
    """Proposals that no codebook holds, with the words in which this article makes them."""
    for candidate in candidates:
        yield from describe_proposal(page.graph, candidate, page.article.language)
        yield from page.say(node(candidate.id), *page.cite("cg:evidence", candidate.evidence))


def event_quads(page: Page, events: Iterable[Event]) -> Iterator[Quad]:
    """What happened between actors."""
    for event in events:
        yield from page.say(
            node(event.id),
            ("rdf:type", term("cg:Event")),
            ("rdf:type", term("sem:Event")),
            ("skos:prefLabel", label(event.label, page.article.language)),
            ("skos:notation", None if event.code is None else literal(event.code)),
            *(("sem:hasActor", node(actor)) for actor in event.actors),
            ("sem:hasPlace", _thing(page, event.place)),
            ("sem:hasTime", None if event.time is None else literal(event.time)),
            *page.cite("cg:evidence", event.evidence),
            *page.found(event.confidence, event.reason),
        )


def quantity_quads(page: Page, quantities: Iterable[Quantity]) -> Iterator[Quad]:
    """Numbers with their unit; what is no plain decimal stays a string."""
    for quantity in quantities:
        value = plain_decimal(quantity.value)
        yield from page.say(
            node(quantity.id),
            ("rdf:type", term("cg:Quantity")),
            ("rdf:type", term("schema:QuantitativeValue")),
            ("schema:value", literal(quantity.value) if value is None else typed(value, "decimal")),
            ("schema:unitText", None if quantity.unit is None else literal(quantity.unit)),
            ("schema:currency", None if quantity.currency is None else literal(quantity.currency)),
            ("cg:asWritten", literal(quantity.as_written)),
            ("cg:of", _thing(page, quantity.of)),
            *page.cite("cg:evidence", quantity.evidence),
            ("dcterms:isPartOf", page.node),
            ("prov:wasGeneratedBy", page.extraction),
        )


def _thing(page: Page, text: str | None) -> Value | None:
    """A node where the text is an IRI of this graph, else the words as they are."""
    if text is None:
        return None
    return node(text) if text.startswith(page.minter.base) else literal(text)

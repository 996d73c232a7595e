"""Quads to the model: the reading that an article's graph holds, in its canonical form."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

from pyoxigraph import Quad, Triple

from graph.mapping.canonical import canonical
from graph.mapping.described import Described
from graph.model import (
    Actor,
    Appearance,
    Article,
    Claim,
    Coding,
    Event,
    Extraction,
    Kind,
    Membership,
    Mention,
    Position,
    Proposal,
    Quantity,
    Quotation,
    Reading,
    Region,
    RegionKind,
    Source,
    Span,
    Stance,
    Topic,
)
from graph.vocabulary import BASE, STANCE, Minter, iri

KINDS = ("Person", "Organization", "Country", "Group")


def read_back(
    quads: Iterable[Quad | Triple], authority: Mapping[str, Actor] | None = None, base: str = BASE
) -> Reading | None:
    """The reading of one article's graph, or None where the graph holds no article.

    `authority` are the actors that the graph of actors describes, by IRI.
    """
    facts = Described(quads)
    article = next(facts.members("cg:Article"), None)
    if article is None:
        return None
    actors = {**(authority or {}), **_actors(facts)}
    return canonical(
        Reading(
            _article(facts, article, Minter(base)),
            _extraction(facts),
            actors=tuple(actors[a] for a in facts.all(article, "schema:mentions") if a in actors),
            mentions=tuple(_mention(facts, name) for name in facts.members("cg:Mention")),
            memberships=tuple(_membership(facts, name) for name in facts.members("org:Membership")),
            claims=tuple(_claim(facts, name, article) for name in facts.members("cg:Claim")),
            positions=tuple(_position(facts, name) for name in facts.members("cg:Position")),
            candidates=tuple(_proposals(facts).values()),
            events=tuple(_event(facts, name) for name in facts.members("cg:Event")),
            quantities=tuple(_quantity(facts, name) for name in facts.members("cg:Quantity")),
            appearances=tuple(_appearance(facts, name) for name in facts.all(article, "cg:appearance")),
            signature=tuple(facts.all(article, "cg:signature")),
            topics=tuple(Topic(name, facts.need(name, "skos:prefLabel")) for name in facts.members("cg:Topic")),
        )
    )


def actors_from(quads: Iterable[Quad | Triple]) -> dict[str, Actor]:
    """The actors that a graph describes, by IRI."""
    return _actors(Described(quads))


def proposals_from(quads: Iterable[Quad | Triple]) -> dict[str, Proposal]:
    """The proposals that a graph describes, by IRI."""
    return _proposals(Described(quads))


def _actors(facts: Described) -> dict[str, Actor]:
    return {
        name: Actor(
            name,
            facts.need(name, "skos:prefLabel"),
            cast(Kind, kind),
            tuple(facts.all(name, "skos:altLabel")),
            tuple(facts.all(name, "owl:sameAs")),
            facts.one(name, "skos:notation"),
            facts.one(name, "cg:memberOf"),
        )
        for kind in KINDS
        for name in facts.members(f"cg:{kind}")
    }


def _proposals(facts: Described) -> dict[str, Proposal]:
    return {
        name: Proposal(
            name,
            facts.need(name, "skos:prefLabel"),
            tuple(facts.all(name, "skos:altLabel")),
            facts.one(name, "skos:definition"),
            tuple(facts.all(name, "cg:topic")),
            facts.one(name, "cg:candidate") == "true",
            facts.spans(name, "cg:evidence"),
        )
        for name in facts.members("cg:Proposal")
    }


def _article(facts: Described, name: str, minter: Minter) -> Article:
    byline = facts.one(name, "cg:byline")
    regions = (
        Region(cast(RegionKind, facts.need(r, "cg:regionKind")), facts.number(r, "oa:start"), facts.number(r, "oa:end"))
        for r in facts.all(name, "cg:region")
    )
    return Article(
        id=facts.need(name, "dcterms:identifier"),
        slug=name.removeprefix(minter.article("")),
        text=facts.need(name, "schema:articleBody"),
        sha256=facts.need(name, "cg:sha256"),
        location=facts.need(name, "cg:location"),
        title=facts.one(name, "schema:headline"),
        publisher=facts.one(name, "schema:publisher"),
        authors=tuple(facts.all(name, "schema:author") if byline is None else byline.split("\n")),
        published=facts.day(name, "schema:datePublished"),
        language=facts.need(name, "schema:inLanguage"),
        url=facts.one(name, "schema:url"),
        based_on=_original(facts, facts.one(name, "schema:isBasedOn")),
        regions=tuple(regions),
        unproved=facts.one(name, "cg:unproved") == "true",
    )


def _original(facts: Described, name: str | None) -> Source | None:
    if name is None:
        return None
    headline, publisher = facts.one(name, "schema:headline"), facts.one(name, "schema:publisher")
    return Source(headline, publisher, facts.day(name, "schema:datePublished"))


def _extraction(facts: Described) -> Extraction:
    name = next(facts.members("cg:Extraction"), "")
    return Extraction(
        facts.need(name, "cg:extractor"),
        facts.need(name, "schema:softwareVersion"),
        facts.need(name, "cg:model"),
        facts.need(name, "cg:fingerprint"),
        datetime.fromisoformat(facts.one(name, "prov:endedAtTime") or "0001-01-01"),
        _coding(facts, facts.one(name, "prov:wasInformedBy")),
    )


def _coding(facts: Described, name: str | None) -> Coding | None:
    if name is None:
        return None
    file = facts.need(name, "prov:generated")
    agents = facts.all(name, "prov:wasAssociatedWith")
    coders, tools = (
        sorted(facts.need(agent, "skos:prefLabel") for agent in agents if iri(kind) in facts.all(agent, "rdf:type"))
        for kind in ("prov:Person", "prov:SoftwareAgent")
    )
    return Coding(facts.need(file, "cg:location"), facts.need(file, "cg:sha256"), "".join(tools[:1]), tuple(coders))


def _appearance(facts: Described, name: str) -> Appearance:
    return Appearance(
        facts.need(name, "cg:location"),
        facts.need(name, "cg:sha256"),
        facts.one(name, "schema:publisher"),
        facts.day(name, "schema:datePublished"),
    )


def _mention(facts: Described, name: str) -> Mention:
    span = Span(facts.number(name, "oa:start"), facts.number(name, "oa:end"), facts.need(name, "oa:exact"))
    actor, reason = facts.need(name, "cg:names"), facts.need(name, "cg:reason")
    return Mention(span, actor, facts.score(name, "cg:confidence"), reason)


def _membership(facts: Described, name: str) -> Membership:
    member, organization = facts.need(name, "org:member"), facts.need(name, "org:organization")
    return Membership(member, organization, facts.one(name, "org:role"), facts.spans(name, "cg:evidence"))


def _claim(facts: Described, name: str, article: str) -> Claim:
    reported_by = facts.one(name, "cg:reportedBy")
    return Claim(
        id=name,
        speakers=tuple(facts.all(name, "cg:speaker")),
        source=facts.spans(name, "cg:source"),
        cue=facts.spans(name, "cg:cue"),
        content=facts.spans(name, "cg:content"),
        quotation=cast(Quotation, facts.need(name, "cg:quotation")),
        confidence=facts.score(name, "cg:confidence"),
        reason=facts.need(name, "cg:reason"),
        reported_by=None if reported_by == article else reported_by,
        mentions=tuple(facts.all(name, "cg:mentions")),
        negated=facts.one(name, "cg:negated") == "true",
        modality=facts.one(name, "cg:modality"),
    )


def _position(facts: Described, name: str) -> Position:
    return Position(
        id=name,
        holder=facts.need(name, "cg:holder"),
        proposal=facts.need(name, "cg:target"),
        stance=cast(Stance, facts.need(name, "cg:stance").removeprefix(STANCE)),
        claims=tuple(facts.all(name, "cg:expressedIn")),
        evidence=facts.spans(name, "cg:evidence"),
        confidence=facts.score(name, "cg:confidence"),
        reason=facts.need(name, "cg:reason"),
        held_on=facts.day(name, "cg:heldOn"),
    )


def _event(facts: Described, name: str) -> Event:
    return Event(
        id=name,
        label=facts.need(name, "skos:prefLabel"),
        code=facts.one(name, "skos:notation"),
        actors=tuple(facts.all(name, "sem:hasActor")),
        place=facts.one(name, "sem:hasPlace"),
        time=facts.one(name, "sem:hasTime"),
        evidence=facts.spans(name, "cg:evidence"),
        confidence=facts.score(name, "cg:confidence"),
        reason=facts.need(name, "cg:reason"),
    )


def _quantity(facts: Described, name: str) -> Quantity:
    return Quantity(
        id=name,
        value=facts.need(name, "schema:value"),
        unit=facts.one(name, "schema:unitText"),
        currency=facts.one(name, "schema:currency"),
        as_written=facts.need(name, "cg:asWritten"),
        of=facts.one(name, "cg:of"),
        evidence=facts.spans(name, "cg:evidence"),
    )

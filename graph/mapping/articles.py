"""An article as quads: what is known of it, its text, its regions, where it appeared, who read it, whom it names."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from graph.mapping.page import Page
from graph.mapping.terms import day, label, literal, moment, node, number, score, term, truth, web_address
from graph.model import Appearance, Coding, Extraction, Mention, Reading, Source


def article_quads(page: Page, reading: Reading) -> Iterator[Quad]:
    """The article's own description, with the actors that it names and the proposals that it is about."""
    article, language = page.article, page.article.language
    proposals = {p.proposal for p in reading.positions} | {c.id for c in reading.candidates}
    byline = "\n".join(article.authors) if len(article.authors) > 1 else None
    yield from page.say(
        page.node,
        *(("rdf:type", term(name)) for name in ("cg:Article", "schema:Article", "prov:Entity")),
        ("dcterms:identifier", literal(article.id)),
        ("schema:headline", None if article.title is None else label(article.title, language)),
        ("schema:publisher", None if article.publisher is None else literal(article.publisher)),
        *(("schema:author", literal(author)) for author in sorted(set(article.authors))),
        ("cg:byline", None if byline is None else literal(byline)),
        ("schema:datePublished", day(article.published)),
        ("schema:inLanguage", literal(language)),
        ("schema:url", web_address(article.url)),
        ("schema:articleBody", literal(article.text)),
        ("cg:sha256", literal(article.sha256)),
        ("cg:location", literal(article.location)),
        ("cg:unproved", truth(True) if article.unproved else None),
        *(("cg:signature", literal(band)) for band in sorted(set(reading.signature))),
        *(("schema:mentions", node(actor)) for actor in sorted({a.id for a in reading.actors})),
        *(("schema:about", node(proposal)) for proposal in sorted(proposals)),
    )
    if article.based_on:
        yield from _original(page, article.based_on)
    yield from _regions(page)
    yield from _appearances(page, reading.appearances)


def extraction_quads(page: Page, extraction: Extraction) -> Iterator[Quad]:
    """The run that read the article, and the extractor of one version that did it."""
    agent = node(f"{page.minter.base}extractor/{extraction.extractor}-{extraction.version}")
    coding = page.part("coding", extraction.coding.location, extraction.coding.sha256) if extraction.coding else None
    yield from page.say(
        page.extraction,
        ("rdf:type", term("cg:Extraction")),
        ("rdf:type", term("prov:Activity")),
        ("prov:used", page.node),
        ("prov:wasAssociatedWith", agent),
        ("prov:endedAtTime", moment(extraction.ended)),
        ("cg:extractor", literal(extraction.extractor)),
        ("schema:softwareVersion", literal(extraction.version)),
        ("cg:model", literal(extraction.model)),
        ("cg:fingerprint", literal(extraction.fingerprint)),
        ("prov:wasInformedBy", coding),
    )
    yield from page.say(
        agent,
        ("rdf:type", term("prov:SoftwareAgent")),
        ("skos:prefLabel", label(f"{extraction.extractor} {extraction.version}", "en")),
    )
    if extraction.coding and coding:
        yield from _coding(page, extraction.coding, coding)


def _coding(page: Page, coding: Coding, name: NamedNode) -> Iterator[Quad]:
    """The coding by hand that an import took up: an activity of coders with a tool, which made a file."""
    file = node(f"{name.value}#file")
    agents = {node(page.minter.digest("coder", (who,))): (who, "prov:Person") for who in coding.coders} | {
        node(page.minter.digest("tool", (coding.tool,))): (coding.tool, "prov:SoftwareAgent")
    }
    yield from page.say(
        name,
        ("rdf:type", term("prov:Activity")),
        *(("prov:wasAssociatedWith", agent) for agent in agents),
        ("prov:generated", file),
    )
    yield from page.say(
        file,
        ("rdf:type", term("prov:Entity")),
        ("cg:location", literal(coding.location)),
        ("cg:sha256", literal(coding.sha256)),
    )
    for agent, (who, kind) in agents.items():
        yield from page.say(agent, ("rdf:type", term(kind)), ("skos:prefLabel", literal(who)))


def mention_quads(page: Page, mentions: Iterable[Mention]) -> Iterator[Quad]:
    """Where the text names whom, and why we think so; a mention is its own selector, to stay small."""
    for mention in mentions:
        span = mention.span
        yield from page.say(
            page.part("mention", str(span.start), str(span.end), mention.actor),
            ("rdf:type", term("cg:Mention")),
            ("cg:names", node(mention.actor)),
            ("dcterms:isPartOf", page.node),
            ("oa:exact", literal(span.text)),
            ("oa:start", number(span.start)),
            ("oa:end", number(span.end)),
            ("cg:confidence", score(mention.score)),
            ("cg:reason", literal(mention.reason)),
        )


def _original(page: Page, source: Source) -> Iterator[Quad]:
    original = node(f"{page.node.value}#original")
    yield from page.say(page.node, ("schema:isBasedOn", original))
    yield from page.say(
        original,
        ("rdf:type", term("schema:CreativeWork")),
        ("schema:headline", None if source.title is None else label(source.title, page.article.language)),
        ("schema:publisher", None if source.publisher is None else literal(source.publisher)),
        ("schema:datePublished", day(source.published)),
    )


def _regions(page: Page) -> Iterator[Quad]:
    """Regions are named by their offsets, as RFC 5147 names a piece of plain text."""
    for region in page.article.regions:
        here = node(f"{page.node.value}#char={region.start},{region.end}")
        yield from page.say(page.node, ("cg:region", here))
        yield from page.say(
            here,
            ("rdf:type", term("oa:TextPositionSelector")),
            ("cg:regionKind", literal(region.kind)),
            ("oa:start", number(region.start)),
            ("oa:end", number(region.end)),
        )


def _appearances(page: Page, appearances: Iterable[Appearance]) -> Iterator[Quad]:
    for one in appearances:
        here = page.part("appearance", one.location, one.sha256, repr(one.publisher), str(one.published))
        yield from page.say(page.node, ("cg:appearance", here))
        yield from page.say(
            here,
            ("rdf:type", term("cg:Appearance")),
            ("cg:location", literal(one.location)),
            ("cg:sha256", literal(one.sha256)),
            ("schema:publisher", None if one.publisher is None else literal(one.publisher)),
            ("schema:datePublished", day(one.published)),
        )

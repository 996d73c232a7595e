"""What all quads of one article share: its graph, its node, and the evidence that has been pointed at so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from graph.mapping.terms import Value, facts, literal, node, number, score, term, truth
from graph.model import Article, Span
from graph.vocabulary import Minter

CONTEXT = 32
"""How many characters before and after a quotation are kept to find it again (Web Annotation, 4.2.4)."""

Pairs = Iterable[tuple[str, Value | None]]


@dataclass(frozen=True, slots=True)
class Page:
    """An article while its quads are written; `spans` gathers what the quads so far point at."""

    article: Article
    minter: Minter
    graph: NamedNode
    node: NamedNode
    extraction: NamedNode
    spans: set[Span] = field(default_factory=set)

    def part(self, kind: str, *key: str) -> NamedNode:
        """A node of this article alone, named by a hash: memberships, events, mentions."""
        return node(self.minter.digest(kind, (self.article.slug, *key)))

    def cite(self, predicate: str, spans: Iterable[Span]) -> Iterator[tuple[str, Value]]:
        """The pairs that point from a subject at its evidence."""
        for span in sorted(set(spans)):
            self.spans.add(span)
            yield predicate, node(self.minter.evidence(self.article.slug, span.start, span.end))

    def say(self, subject: NamedNode, *pairs: tuple[str, Value | None]) -> Iterator[Quad]:
        """The quads of a subject in this article's graph."""
        return facts(self.graph, subject, *pairs)

    def found(self, confidence: float, reason: str) -> Pairs:
        """Where a statement comes from, how sure it is, and why."""
        return (
            ("dcterms:isPartOf", self.node),
            ("prov:wasGeneratedBy", self.extraction),
            ("cg:confidence", score(confidence)),
            ("cg:reason", literal(reason)),
        )


def page_of(article: Article, minter: Minter) -> Page:
    """The page on which an article's quads are written."""
    return Page(
        article,
        minter,
        node(minter.graph(article.slug)),
        node(minter.article(article.slug)),
        node(f"{minter.base}extraction/{article.slug}"),
    )


def evidence_quads(page: Page) -> Iterator[Quad]:
    """Each piece of text that was pointed at, with its quotation and its offsets."""
    for span in sorted(page.spans):
        name = page.minter.evidence(page.article.slug, span.start, span.end)
        quote, position = node(f"{name}#quote"), node(f"{name}#position")
        yield from page.say(
            node(name),
            ("rdf:type", term("cg:Evidence")),
            ("rdf:type", term("oa:SpecificResource")),
            ("oa:hasSource", page.node),
            ("cg:unproved", truth(True) if page.article.unproved else None),
            ("oa:hasSelector", quote),
            ("oa:hasSelector", position),
        )
        yield from page.say(
            quote,
            ("rdf:type", term("oa:TextQuoteSelector")),
            ("oa:exact", literal(span.text)),
            ("oa:prefix", literal(page.article.text[max(0, span.start - CONTEXT) : span.start])),
            ("oa:suffix", literal(page.article.text[span.end : span.end + CONTEXT])),
        )
        yield from page.say(
            position,
            ("rdf:type", term("oa:TextPositionSelector")),
            ("oa:start", number(span.start)),
            ("oa:end", number(span.end)),
        )

"""What a page says as JSON-LD, with as much of the ontology's context as it uses: nothing has to be fetched.

Specification: JSON-LD 1.1, section 7 (embedding in HTML). Labels carry no language, since a debate knows none.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from graph.exports.jsonld import load_context
from graph.mapping.terms import score, web_address
from graph.model import Claim, Span
from graph.networks.debate import Report, Statement
from graph.site.gathering import Gathered
from graph.vocabulary import SHORTCUTS

Node = dict[str, Any]
_WORDS = ("stance",)  # terms whose values are terms too


class LinkedData:
    """The JSON-LD of each page; `same_as` are other IRIs of actors."""

    def __init__(self, gathered: Gathered, same_as: Mapping[str, tuple[str, ...]]) -> None:
        self._pages = gathered
        self._debate = gathered.debate
        self._same_as = same_as

    def actor(self, iri: str) -> Node:
        """An actor, what it belongs to, and its positions with their proofs."""
        known = self._debate.actors.get(iri)
        statements = self._pages.by_actor.get(iri, [])
        node: Node = {"@id": iri}
        if known:  # else the graph does not describe it, and neither does its page
            node |= {"@type": [known.kind, "Actor"]}
            node |= {"prefLabel": _text(known.label), "altLabel": _texts(known.aliases, known.label)}
        node["sameAs"] = [same for same in self._same_as.get(iri, ()) if web_address(same)]
        node["affiliatedWith"] = _once(m.organization for m in self._pages.roles.get(iri, ()))
        for stance, shortcut in SHORTCUTS.items():
            node[shortcut] = _once(s.position.proposal for s in statements if s.position.stance == stance)
        return _document([node, *self._positions(statements)])

    def proposal(self, iri: str) -> Node:
        """A proposal and the positions on it with their proofs."""
        known = self._debate.proposals.get(iri)
        node: Node = {"@id": iri}
        if known:
            node |= {"@type": ["Proposal"]}
            node |= {"prefLabel": _text(known.label), "altLabel": _texts(known.aliases, known.label)}
            node |= {"definition": _text(known.definition), "topic": list(known.topics), "candidate": known.candidate}
        return _document([node, *self._positions(self._pages.by_proposal.get(iri, []))])

    def article(self, iri: str, authors: tuple[str, ...], text: str | None) -> Node:
        """An article, its claims and the positions in it; its text only where that is given."""
        card = self._debate.articles[iri]
        address = web_address(card.url)
        node: Node = {
            "@id": iri,
            "@type": ["Article"],
            "headline": _text(card.title),
            "publisher": card.publisher,
            "author": list(authors),
            "datePublished": card.published and card.published.isoformat(),
            "url": address and address.value,
            "articleBody": text,
        }
        statements = self._pages.by_article.get(iri, [])
        claims = [self._claim(report) for report in self._pages.claims.get(iri, ())]
        return _document([node, *claims, *self._positions(statements)])

    def _positions(self, statements: Iterable[Statement]) -> Iterator[Node]:
        for statement in statements:
            position = statement.position
            yield {
                "@id": position.id,
                "@type": ["Position"],
                "holder": position.holder,
                "target": position.proposal,
                "stance": position.stance,
                "expressedIn": list(position.claims),
                "evidence": [_evidence(statement.article, span) for span in position.evidence],
                "heldOn": position.held_on and position.held_on.isoformat(),
                "confidence": score(position.confidence).value,
                "reason": position.reason or None,
                "isPartOf": statement.article or None,
            }

    def _claim(self, report: Report) -> Node:
        claim: Claim = report.claim
        return {
            "@id": claim.id,
            "@type": ["Claim"],
            "speaker": list(claim.speakers),
            "source": [_evidence(report.article, span) for span in claim.source],
            "cue": [_evidence(report.article, span) for span in claim.cue],
            "content": [_evidence(report.article, span) for span in claim.content],
            "quotation": claim.quotation,
            "reportedBy": claim.reported_by or report.article,
            "negated": claim.negated,
            "confidence": score(claim.confidence).value,
            "reason": claim.reason or None,
            "isPartOf": report.article or None,
        }


def _document(nodes: list[Node]) -> Node:
    """The nodes without what they leave empty, under the part of the context that they use."""
    graph = [{key: value for key, value in node.items() if value not in (None, [], "")} for node in nodes]
    used: set[str] = set()
    for node in graph:
        used |= _terms(node)
    whole = load_whole()
    terms = {name: rule for name, rule in whole.items() if name in used}
    prefixes = {_prefix(rule) for rule in terms.values()} | {"xsd"}
    context = {name: rule for name, rule in whole.items() if name in terms or name in prefixes}
    return {"@context": {"@version": 1.1, **context}, "@graph": graph}


def _terms(value: Node) -> set[str]:
    """Every name in a tree that the context may explain."""
    found: set[str] = set()
    for key, inner in value.items():
        found.add(key)
        if key in ("@type", *_WORDS):
            found.update([inner] if isinstance(inner, str) else inner)
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, dict):
                found |= _terms(one)
    return found


def _prefix(rule: str | dict[str, str]) -> str:
    return (rule["@id"] if isinstance(rule, dict) else rule).partition(":")[0]


@cache
def load_whole() -> dict[str, Any]:
    """The whole context, read once."""
    return load_context()


def _evidence(article: str, span: Span) -> Node:
    """A piece of text as the graph points at it (see `mapping.page`), with its IRI where that is known."""
    base, made, slug = article.rpartition("article/")
    name = f"{base}evidence/{slug}/{span.start}-{span.end}" if made else None
    quote: Node = {"@type": ["TextQuoteSelector"], "exact": span.text}
    place: Node = {"@type": ["TextPositionSelector"], "start": span.start, "end": span.end}
    node: Node = {"@type": ["Evidence", "SpecificResource"], "hasSource": article, "hasSelector": [quote, place]}
    if name:
        node["@id"], quote["@id"], place["@id"] = name, f"{name}#quote", f"{name}#position"
    return node


def _text(text: str | None) -> Node | None:
    return {"@value": text} if text else None


def _texts(texts: Iterable[str], label: str) -> list[Node]:
    return [{"@value": text} for text in texts if text and text != label]


def _once(iris: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(iris))

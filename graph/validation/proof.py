"""The proof of an article's graph: every quotation, offset and shortcut agrees with the text and the positions."""

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from graph.mapping import CONTEXT
from graph.mapping.described import Described
from graph.validation.problem import Problem, excerpt, short
from graph.vocabulary import SHORTCUTS, STANCE

Finding = tuple[str, str]


def prove(graph: str, quads: Iterable[Quad]) -> Iterator[Problem]:
    """What in one article's graph does not agree with the article's text, or with itself."""
    facts = Described(quads)
    articles = {name: facts.need(name, "schema:articleBody") for name in facts.members("cg:Article")}
    checks = (
        (finding for name, body in articles.items() for finding in _article(facts, name, body)),
        (finding for name in facts.members("cg:Evidence") for finding in _evidence(facts, name, articles)),
        (finding for name in facts.members("cg:Mention") for finding in _mention(facts, name, articles)),
        _positions(facts),
        _memberships(facts),
    )
    for check in checks:
        for focus, message in check:
            yield Problem(graph, focus, message, "proof")


def _article(facts: Described, name: str, body: str) -> Iterator[Finding]:
    if facts.one(name, "cg:sha256") != hashlib.sha256(body.encode()).hexdigest():
        yield name, "The SHA-256 (cg:sha256) is not that of the text (schema:articleBody)."
    regions = sorted((facts.number(r, "oa:start"), facts.number(r, "oa:end"), r) for r in facts.all(name, "cg:region"))
    last = 0
    for start, end, region in regions:
        if not 0 <= start <= end <= len(body):
            yield region, f"The region {start}-{end} does not lie in the text, which has {len(body)} characters."
        elif start < last:
            yield region, f"The region {start}-{end} overlaps the one that ends at {last}."
        last = max(last, end)


def _evidence(facts: Described, name: str, articles: dict[str, str]) -> Iterator[Finding]:
    source = facts.need(name, "oa:hasSource")
    if source not in articles:
        yield name, f"The source of this evidence (oa:hasSource) is not the article of its graph: {short(source)}."
        return
    if facts.one(name, "cg:unproved") != facts.one(source, "cg:unproved"):
        yield name, "That nothing proves it (cg:unproved) is said of this evidence or of its article, not of both."
    selectors = facts.all(name, "oa:hasSelector")
    body = articles[source]
    start, end = (_offset(facts, selectors, curie) for curie in ("oa:start", "oa:end"))
    yield from ((name, message) for message in _stands(body, start, end, _text(facts, selectors, "oa:exact")))
    around = {
        "prefix": body[max(0, start - CONTEXT) : max(0, start)],
        "suffix": body[max(0, end) : max(0, end) + CONTEXT],
    }
    for side, stands in around.items():
        said = _text(facts, selectors, f"oa:{side}")
        if said != stands:
            yield name, f"The {side} (oa:{side}) is {excerpt(said)}, but the article has {excerpt(stands)} there."


def _mention(facts: Described, name: str, articles: dict[str, str]) -> Iterator[Finding]:
    source = facts.need(name, "dcterms:isPartOf")
    if source not in articles:
        yield name, f"The article of this mention (dcterms:isPartOf) is not that of its graph: {short(source)}."
        return
    start, end = (_offset(facts, [name], curie) for curie in ("oa:start", "oa:end"))
    yield from ((name, message) for message in _stands(articles[source], start, end, facts.need(name, "oa:exact")))


def _stands(body: str, start: int, end: int, exact: str) -> Iterator[str]:
    """What is wrong with a quotation at these offsets of a text."""
    if not 0 <= start < end <= len(body):
        yield f"The offsets {start}-{end} are no piece of the text, which has {len(body)} characters."
    elif body[start:end] != exact:
        yield f"It quotes {excerpt(exact)} (oa:exact), but at {start}-{end} the article has {excerpt(body[start:end])}."


def _positions(facts: Described) -> Iterator[Finding]:
    """Shortcuts and positions that do not belong together."""
    expected = set()
    for name in facts.members("cg:Position"):
        holder, target = facts.need(name, "cg:holder"), facts.need(name, "cg:target")
        shortcut = SHORTCUTS.get(facts.need(name, "cg:stance").removeprefix(STANCE))
        if shortcut:
            expected.add((holder, f"cg:{shortcut}", target))
    found = {(s, f"cg:{name}", o) for name in SHORTCUTS.values() for s, o in facts.pairs(f"cg:{name}")}
    yield from _compared(expected, found, "position")


def _memberships(facts: Described) -> Iterator[Finding]:
    """Shortcuts and memberships that do not belong together."""
    expected = {
        (facts.need(name, "org:member"), "cg:affiliatedWith", facts.need(name, "org:organization"))
        for name in facts.members("org:Membership")
    }
    found = {(s, "cg:affiliatedWith", o) for s, o in facts.pairs("cg:affiliatedWith")}
    yield from _compared(expected, found, "membership")


def _compared(expected: set[tuple[str, str, str]], found: set[tuple[str, str, str]], kind: str) -> Iterator[Finding]:
    for subject, predicate, value in sorted(expected - found):
        yield subject, f"The shortcut {predicate} {short(value)} of a {kind} is missing."
    for subject, predicate, value in sorted(found - expected):
        yield subject, f"The shortcut {predicate} {short(value)} has no {kind} in this graph."


def _text(facts: Described, nodes: list[str], curie: str) -> str:
    return next((text for node in nodes for text in facts.all(node, curie)), "")


def _offset(facts: Described, nodes: list[str], curie: str) -> int:
    """An offset, or -1 where there is none."""
    text = _text(facts, nodes, curie)
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() else -1

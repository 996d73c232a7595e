"""Nanopublications: one a position, with what it asserts, what proves it, and who published it when.

They are unsigned and have no trusty IRI: whoever publishes them signs them (`np sign`).
Guidelines: Nanopublication Guidelines, Concept Web Alliance 2013, https://nanopub.net/guidelines/
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.exports.ordered import EXPORT_PREFIXES, ordered_graphs, prefix_lines, without_prefix_lines
from graph.store import Store
from graph.vocabulary import iri

NP = "http://www.nanopub.org/nschema#"
_TYPE, _PREFIX = NamedNode(iri("rdf:type")), f"@prefix np: <{NP}> .\n".encode()
_ASSERTED = tuple(map(iri, ("rdf:type", "cg:holder", "cg:target", "cg:stance", "cg:heldOn")))
_PROVING = tuple(map(iri, ("cg:evidence", "cg:expressedIn", "cg:confidence", "cg:reason", "prov:wasGeneratedBy",
                           "dcterms:isPartOf")))  # fmt: skip
_WORDS = tuple(map(iri, ("oa:hasSource", "oa:hasSelector", "oa:exact", "oa:start", "oa:end")))
Said = dict[str, list[Triple]]


def write_nanopub(store: Store, out: BinaryIO) -> None:
    """Write the four graphs of each position (TriG), article by article."""
    out.write(_PREFIX + prefix_lines())
    for _, triples in ordered_graphs(store):
        said: Said = defaultdict(list)
        for triple in triples:
            said[_value(triple.subject)].append(triple)
        for position in (s for s, some in said.items() if any(_is_position(triple) for triple in some)):
            text = serialize(_quads(position, said), format=RdfFormat.TRIG, prefixes=EXPORT_PREFIXES) or b""
            out.write(without_prefix_lines(text))


def _is_position(triple: Triple) -> bool:
    return triple.predicate == _TYPE and _value(triple.object) == iri("cg:Position")


def _quads(position: str, said: Said) -> Iterator[Quad]:
    base, _, name = position.rpartition("position/")
    whole = NamedNode(f"{base}nanopub/{name}")
    head, assertion, provenance, info = (
        NamedNode(f"{whole.value}#{part}") for part in ("Head", "assertion", "provenance", "pubinfo")
    )
    parts = {"hasAssertion": assertion, "hasProvenance": provenance, "hasPublicationInfo": info}
    yield Quad(whole, _TYPE, NamedNode(f"{NP}Nanopublication"), head)
    yield from (Quad(whole, NamedNode(NP + part), graph, head) for part, graph in parts.items())
    own = said[position]
    for triple in own:
        if triple.predicate.value in _ASSERTED:
            yield Quad(triple.subject, triple.predicate, triple.object, assertion)
        elif triple.predicate.value in _PROVING:
            yield Quad(triple.subject, triple.predicate, triple.object, provenance)
    yield from _proof(own, said, assertion, provenance)
    yield from _published(own, said, whole, info)


def _proof(own: Iterable[Triple], said: Said, assertion: NamedNode, provenance: NamedNode) -> Iterator[Quad]:
    """The evidence with its words and places, and that the assertion comes of the article."""
    for triple in own:
        if triple.predicate.value == iri("dcterms:isPartOf"):
            yield Quad(assertion, NamedNode(iri("prov:wasDerivedFrom")), triple.object, provenance)
        elif triple.predicate.value == iri("cg:evidence"):
            yield from _words(_value(triple.object), said, provenance)


def _words(node: str, said: Said, graph: NamedNode) -> Iterator[Quad]:
    for triple in said.get(node, ()):
        if triple.predicate.value in _WORDS:
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
        if triple.predicate.value == iri("oa:hasSelector"):
            yield from _words(_value(triple.object), said, graph)


def _published(own: Iterable[Triple], said: Said, whole: NamedNode, info: NamedNode) -> Iterator[Quad]:
    """When and by which program; by hand where no extraction is told."""
    runs = [_value(triple.object) for triple in own if triple.predicate.value == iri("prov:wasGeneratedBy")]
    names = {iri("prov:endedAtTime"): "dcterms:created", iri("prov:wasAssociatedWith"): "dcterms:creator"}
    told = [triple for run in runs for triple in said.get(run, ()) if triple.predicate.value in names]
    for triple in told:
        yield Quad(whole, NamedNode(iri(names[triple.predicate.value])), triple.object, info)
    for triple in own:
        if triple.predicate.value == iri("cg:target"):
            yield Quad(whole, NamedNode(iri("dcterms:subject")), triple.object, info)


def _value(term: Any) -> str:  # noqa: ANN401 - any term
    return str(term.value)

"""SHACL over one named graph: the shapes of `ontology/shapes.ttl`, with what the graph refers to beside it."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.resources import resource
from graph.validation.problem import Problem, excerpt
from graph.vocabulary import iri

if TYPE_CHECKING:
    from rdflib import Graph

_SHACL = "http://www.w3.org/ns/shacl#"
_TYPE, _LABEL = iri("rdf:type"), iri("skos:prefLabel")
_REFERRED = frozenset(iri(f"cg:{name}") for name in ("Actor", "Proposal", "Topic"))


class References:
    """What article graphs refer to without describing it: that it is an actor, a proposal or a topic, and its label."""

    def __init__(self) -> None:
        self._triples: dict[str, list[ox.Triple]] = {}

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Take note of the actors, proposals and topics that a shared graph describes."""
        for quad in quads:
            kind = quad.predicate.value == _TYPE and getattr(quad.object, "value", "") in _REFERRED
            if isinstance(quad.subject, ox.NamedNode) and (kind or quad.predicate.value == _LABEL):
                self._triples.setdefault(quad.subject.value, []).append(quad.triple)

    def of(self, quads: Collection[ox.Quad]) -> Iterator[ox.Triple]:
        """The triples that say what those objects of a graph are that it does not name itself."""
        named = {quad.subject for quad in quads if quad.predicate.value == _LABEL}
        objects = {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)}
        for name in sorted(node.value for node in objects - named):
            yield from self._triples.get(name, ())


class Shapes:
    """The shapes, loaded once for a run."""

    def __init__(self) -> None:
        from rdflib import Graph

        self._shapes = Graph().parse(resource("ontology", "shapes.ttl"), format="turtle")

    def check(self, graph: str, triples: Iterable[ox.Triple]) -> list[Problem]:
        """What one graph's nodes lack."""
        import pyshacl

        from graph.store.rdflib_graph import as_graph

        data = as_graph(triples)
        conforms, report, _ = pyshacl.validate(
            data, shacl_graph=self._shapes, inplace=True, inference="none", advanced=False, meta_shacl=False
        )
        return [] if conforms else sorted(set(_problems(graph, report)))


def _problems(graph: str, report: "Graph") -> Iterator[Problem]:
    from rdflib import URIRef

    focus, message, value = (URIRef(_SHACL + name) for name in ("focusNode", "resultMessage", "value"))
    for result in report.subjects(focus, None):
        said = " ".join(sorted(str(text) for text in report.objects(result, message)))
        found = next((f" Found: {excerpt(str(v))}." for v in report.objects(result, value)), "")
        yield Problem(graph, str(report.value(result, focus)), said + found, "shape")

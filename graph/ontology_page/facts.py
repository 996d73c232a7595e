"""The facts of a Turtle file of the ontology, as text and in a fixed order."""

from typing import TYPE_CHECKING

from graph.resources import resource
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

_PREFIXES = {**PREFIXES, "sh": "http://www.w3.org/ns/shacl#"}


class Facts:
    """Questions to a graph; properties are named with their prefix, nodes by their IRI."""

    def __init__(self, graph: "Graph") -> None:
        self._graph = graph

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values of a property, sorted."""
        return sorted(str(value) for value in self._graph.objects(_node(subject), _term(predicate)))

    def need(self, subject: str, predicate: str) -> str:
        """The one value of a property.

        :raises ValueError: where there is none, or more than one.
        """
        (value,) = self.all(subject, predicate)
        return value

    def holders(self, predicate: str, value: str) -> list[str]:
        """The nodes that have this node as a value of a property, sorted."""
        return sorted(str(subject) for subject in self._graph.subjects(_term(predicate), _node(value)))

    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        """Each node that has a property with each of its values, sorted."""
        return sorted((str(s), str(o)) for s, o in self._graph.subject_objects(_term(predicate)))

    def beyond(self, subject: str, first: str, second: str) -> list[str]:
        """The values of the second property of the values of the first, blank nodes included, sorted."""
        steps = self._graph.objects(_node(subject), _term(first))
        return sorted(str(value) for step in steps for value in self._graph.objects(step, _term(second)))


def read_facts(name: str) -> Facts:
    """The facts of a file of the ontology folder."""
    from rdflib import Graph

    return Facts(Graph().parse(resource("ontology", name), format="turtle"))


def _node(iri: str) -> "URIRef":
    from rdflib import URIRef

    return URIRef(iri)


def _term(curie: str) -> "URIRef":
    prefix, _, local = curie.partition(":")
    return _node(_PREFIXES[prefix] + local)

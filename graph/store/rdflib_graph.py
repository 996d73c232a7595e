"""What is in a store as rdflib has it, without a detour over text: for SHACL, and for scripts that speak rdflib."""

from collections.abc import Callable, Iterable
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from graph.errors import StoreError
from graph.store.rdf11 import beyond
from graph.vocabulary import PREFIXES

_STRING = PREFIXES["xsd"] + "string"


def as_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """A graph of these triples; literals stay as they are written."""
    graph, term = rdflib.Graph(bind_namespaces="none"), _converter()
    for triple in triples:
        graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return graph


def as_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """A dataset of these quads with our prefixes, whose default graph is the union of all; it asks nobody else."""
    from graph.store.rdflib_closed import ClosedDataset  # only where it is asked: SHACL needs no SPARQL of rdflib's

    dataset, term = ClosedDataset(default_union=True), _converter()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    for quad in quads:
        dataset.add((term(quad.subject), term(quad.predicate), term(quad.object), term(quad.graph_name)))
    return dataset


def _converter() -> Callable[[object], Any]:
    """What makes a term of rdflib of one of the engine's, each but once."""
    made: dict[object, Any] = {}

    def convert(term: object) -> Any:  # noqa: ANN401 - any term
        if term not in made:
            made[term] = _term(term)
        return made[term]

    return convert


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal) or beyond(term):
        raise StoreError(f"rdflib cannot hold {beyond(term) or term}, which is of RDF 1.2: leave it out.")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    kind = term.datatype.value
    if kind == _STRING:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(kind), normalize=False)

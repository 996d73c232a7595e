"""What DESCRIBE gives: the thing itself, and what proves it, since a claim without its quotation says little."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graph.store import Store, Triples
from graph.vocabulary import iri

# from a claim or a position to its evidence, and from evidence to the words and their place
_PROOF = frozenset(map(iri, ("cg:evidence", "cg:source", "cg:cue", "cg:content", "oa:hasSelector")))


def with_proof(store: Store, triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples, and those of the evidence that they lead to, each once."""
    seen, waiting = set[Triple](), list[NamedNode]()
    for triple in triples:
        yield from _new(triple, seen, waiting)
    described = set[NamedNode]()
    while waiting:
        node = waiting.pop()
        if node in described:
            continue
        described.add(node)
        found = store.query(f"CONSTRUCT {{ {node} ?p ?o }} WHERE {{ {node} ?p ?o }}")
        assert isinstance(found, Triples)
        for triple in found:
            yield from _new(triple, seen, waiting)


def _new(triple: Triple, seen: set[Triple], waiting: list[NamedNode]) -> Iterator[Triple]:
    if triple not in seen:
        seen.add(triple)
        yield triple
        if triple.predicate.value in _PROOF and isinstance(triple.object, NamedNode):
            waiting.append(triple.object)

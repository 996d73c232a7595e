"""What has to be put in and taken out for a graph to hold what it shall hold, and the one update that does both.

The default graph of our stores holds the merge of all named graphs, each triple once: Oxigraph's own union counts a
triple once for each graph that holds it (its issue 1919), and is many times slower on joins. So a triple enters the
merge with the first named graph that holds it, and leaves it with the last.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice
from typing import Any
from urllib.parse import quote

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, serialize


def named(quads: Iterable[Quad], graph: NamedNode | None = None) -> Iterator[Quad]:
    """The quads, in this graph if one is given, blank nodes named after their graph.

    A node with a name can be taken away again; RDF 1.1 Concepts, section 3.5, calls this skolemization.
    """
    for quad in quads:
        home = graph or quad.graph_name
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            yield Quad(_sure(quad.subject, home), quad.predicate, _sure(quad.object, home), home)
        elif quad.graph_name == home:  # making a quad anew costs more than looking at it
            yield quad
        else:
            yield Quad(quad.subject, quad.predicate, quad.object, home)


def with_merge(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads, and the triple of each for the merge."""
    for quad in quads:
        yield quad
        yield _merged(quad)


def update_of(store: Store, gone: Collection[Quad], new: Iterable[Quad], emptied: Iterable[NamedNode] = ()) -> str:
    """The SPARQL update, one atomic step, that takes quads out and puts others in; emptied graphs go altogether."""
    going = Counter(quad.triple for quad in gone)
    last = [Quad(*triple) for triple, times in going.items() if _is_last(store, triple, times)]
    update = f"DELETE DATA {{ {_text([*gone, *last])} }} ;\nINSERT DATA {{ {_text(with_merge(new))} }}"
    return " ;\n".join([update, *(f"DROP SILENT GRAPH {graph}" for graph in emptied)])


def emptied_by(store: Store, gone: Collection[Quad], new: Iterable[Quad]) -> set[NamedNode]:
    """The graphs that hold nothing when these quads are taken out and those put in."""
    graphs = {q.graph_name for q in gone if isinstance(q.graph_name, NamedNode)} - {q.graph_name for q in new}
    held = {graph: store.quads_for_pattern(None, None, None, graph) for graph in graphs}
    return {graph for graph, quads in held.items() if all(quad in gone for quad in quads)}


def _is_last(store: Store, triple: Triple, times: int) -> bool:
    """Whether a triple that goes from so many graphs is in these and in the merge, and nowhere else."""
    return sum(1 for _ in islice(store.quads_for_pattern(*triple), times + 2)) < times + 2


def text_of(quads: Iterable[Quad]) -> str:
    """The triples as N-Triples, which SPARQL takes as data; no IRI or literal can hold what would end it."""
    return (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()


def _text(quads: Iterable[Quad]) -> str:
    """N-Triples within GRAPH."""
    blocks = []
    for graph, group in groupby(sorted(quads, key=_graph_of), key=_graph_of):
        body = text_of(group)
        blocks.append(f"GRAPH {graph} {{ {body} }}" if graph else body)
    return " ".join(blocks)


def _graph_of(quad: Quad) -> str:
    return str(quad.graph_name) if isinstance(quad.graph_name, NamedNode) else ""


def _merged(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)


def _sure(term: Any, home: NamedNode | BlankNode | DefaultGraph) -> Any:  # noqa: ANN401 - any term, as it was
    if not isinstance(term, BlankNode):
        return term
    base = home.value if isinstance(home, NamedNode) else "urn:claimgraph"
    return NamedNode(f"{base}/.well-known/genid/{quote(term.value)}")

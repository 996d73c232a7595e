"""Three ways in which a server comes to show the merge of the named graphs, each triple once, and their updates.

in the default graph   the server's default graph is a graph of its own (Oxigraph, Fuseki): our updates keep the merge
                       there, as the embedded store does; any client sees it
in a named graph       the server's default graph is all graphs together, a triple once for each graph that holds it
                       (Virtuoso, Oxigraph with --union-default-graph): our updates keep the merge in MERGE and the
                       names of our graphs in REGISTRY, and queries name MERGE as their default graph
by the server          its default graph is the merge as it is (Fuseki with unionDefaultGraph): nothing to keep

What is here is text of SPARQL; graphs are NamedNodes, whose text no IRI can leave, and data is N-Triples.
"""

from collections.abc import Iterable
from typing import Protocol

from pyoxigraph import NamedNode

MERGE = NamedNode("urn:claimgraph:merge")
REGISTRY = NamedNode("urn:claimgraph:graphs")
GRAPH = NamedNode("urn:claimgraph:Graph")
NOTHING = NamedNode("urn:claimgraph:nothing")
"""A graph that nobody fills."""

Data = Iterable[tuple[NamedNode, str]]
"""Graphs with the N-Triples that go into each."""

_ALL = "{ ?s ?p ?o }"


class Keeping(Protocol):
    """How the merge comes about."""

    default: NamedNode | None
    """The graph that queries name as their default one; None where the server's own will do."""
    listing: str
    """A pattern that finds the named graphs, as ?g."""

    rebuilt: str | None
    """The update that makes the merge anew from the graphs; empty where it need not be, None where it cannot."""

    def replace(self, graph: NamedNode, text: str) -> str:
        """The update by which a graph comes to hold these triples and no others."""
        ...

    def add(self, data: Data) -> str:
        """The update that adds to graphs."""
        ...

    def adopt(self, graph: NamedNode) -> str:
        """The update that takes a graph that others have filled into the merge; empty where it is in it."""
        ...


class ByServer:
    """The server makes the merge itself."""

    default: NamedNode | None = None
    listing = "{ SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } }"
    rebuilt: str | None = ""

    def replace(self, graph: NamedNode, text: str) -> str:
        return f"DROP SILENT GRAPH {graph}" + (f" ; {self.add([(graph, text)])}" if text else "")

    def add(self, data: Data) -> str:
        return f"INSERT DATA {{ {' '.join(f'GRAPH {graph} {{ {text} }}' for graph, text in data)} }}"

    def adopt(self, graph: NamedNode) -> str:
        return ""


class InDefaultGraph(ByServer):
    """The merge is what the default graph holds."""

    rebuilt: str | None = f"DROP SILENT DEFAULT ; INSERT {_ALL} WHERE {{ GRAPH ?g {_ALL} }}"

    def replace(self, graph: NamedNode, text: str) -> str:
        elsewhere = f"GRAPH ?other {_ALL} FILTER(?other != {graph})"
        return f"{_leave('?s ?p ?o', graph, elsewhere)} ; {super().replace(graph, text)}"

    def add(self, data: Data) -> str:
        return f"INSERT DATA {{ {' '.join(f'{text} GRAPH {graph} {{ {text} }}' for graph, text in data)} }}"

    def adopt(self, graph: NamedNode) -> str:
        return f"INSERT {_ALL} WHERE {{ GRAPH {graph} {_ALL} }}"


class InNamedGraph:
    """The merge is what MERGE holds; only the graphs in REGISTRY are ours."""

    default: NamedNode | None = MERGE
    rebuilt: str | None = None  # some servers that show graphs together take no update of that length
    listing = f"{{ SELECT DISTINCT ?g {{ GRAPH {REGISTRY} {{ ?g a {GRAPH} }} }} }}"

    def replace(self, graph: NamedNode, text: str) -> str:
        last = self.add([(graph, text)]) if text else f"DELETE DATA {{ GRAPH {REGISTRY} {{ {graph} a {GRAPH} }} }}"
        return f"{self.leave(graph)} ; DROP SILENT GRAPH {graph} ; {last}"

    def add(self, data: Data) -> str:
        parts = (
            f"GRAPH {graph} {{ {text} }} GRAPH {MERGE} {{ {text} }} GRAPH {REGISTRY} {{ {graph} a {GRAPH} }}"
            for graph, text in data
        )
        return f"INSERT DATA {{ {' '.join(parts)} }}"

    def adopt(self, graph: NamedNode) -> str:
        return f"INSERT {{ GRAPH {MERGE} {_ALL} }} WHERE {{ GRAPH {graph} {_ALL} }} ; {self.enter(graph)}"

    def leave(self, graph: NamedNode) -> str:
        """The update that takes what this graph alone holds out of the merge."""
        elsewhere = f"GRAPH ?other {_ALL} GRAPH {REGISTRY} {{ ?other a {GRAPH} }} FILTER(?other != {graph})"
        return _leave(f"GRAPH {MERGE} {_ALL}", graph, elsewhere)

    def enter(self, graph: NamedNode) -> str:
        """The update that makes a graph one of ours."""
        return f"INSERT DATA {{ GRAPH {REGISTRY} {{ {graph} a {GRAPH} }} }}"


class InVirtuoso(InNamedGraph):
    """The same where a long update fails, and one that fails halfway is not taken back: graphs are put whole."""


def _leave(merge: str, graph: NamedNode, elsewhere: str) -> str:
    """Take out of the merge what is in this graph and nowhere else."""
    return f"DELETE {{ {merge} }} WHERE {{ GRAPH {graph} {_ALL} FILTER NOT EXISTS {{ {elsewhere} }} }}"

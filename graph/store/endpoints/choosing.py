"""Which way a server shows the merge of its graphs: looked up by a reader, tried out by a writer."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode, QuerySolution

from graph.store.endpoints.keeping import (
    MERGE,
    REGISTRY,
    ByServer,
    InDefaultGraph,
    InNamedGraph,
    InVirtuoso,
    Keeping,
)
from graph.vocabulary import CG

Ask = Callable[[str], Iterable[QuerySolution]]
List = Callable[[str], Iterable[str]]  # the graphs that a pattern finds as ?g
Tell = Callable[[str], None]

_TRIED = NamedNode("urn:claimgraph:tried")
_MARK = f"{MERGE} a {REGISTRY}"
# what of this there is: our registry, something in the default graph, something in a named graph
_SEEN = f"""SELECT ?what {{
  {{ SELECT ("registry" AS ?what) {{ GRAPH {REGISTRY} {{ {_MARK} }} }} LIMIT 1 }}
  UNION {{ SELECT ("default" AS ?what) {{ ?s ?p ?o }} LIMIT 1 }}
  UNION {{ SELECT ("named" AS ?what) {{ GRAPH ?g {{ ?s ?p ?o }} }} LIMIT 1 }} }}"""
_OURS = f"""{{ SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s a ?class }} FILTER(STRSTARTS(STR(?class), "{CG}")) }} }}"""


class Unmerged(ByServer):
    """There are named graphs, and an empty default graph: a query without GRAPH would see nothing of them."""


def found(ask: Ask) -> Keeping:
    """What a reader sees."""
    seen = _seen(ask)
    if "registry" in seen:
        return InNamedGraph()
    if "named" in seen and "default" not in seen:
        return Unmerged()
    return ByServer()


def tried(ask: Ask, listed: List, tell: Tell, *, virtuoso: Callable[[], bool]) -> Keeping:
    """What a writer finds out by writing one triple into two graphs, and looking how often the default graph has it.

    What others put there before (a bulk load) is taken into the merge.
    """
    seen = _seen(ask)
    in_named = InVirtuoso() if virtuoso() else InNamedGraph()
    if "registry" in seen:
        return in_named
    graphs = [NamedNode(f"{_TRIED.value}/{number}") for number in (1, 2)]
    triple = f"{_TRIED} {_TRIED} {_TRIED}"
    tell(f"INSERT DATA {{ {' '.join(f'GRAPH {graph} {{ {triple} }}' for graph in graphs)} }}")
    try:
        times = sum(1 for _ in islice(ask(f"SELECT ?o {{ {_TRIED} {_TRIED} ?o }}"), len(graphs) + 1))
    finally:
        tell(" ; ".join(f"DROP SILENT GRAPH {graph}" for graph in graphs))
    ways: tuple[Keeping, ...] = (InDefaultGraph(), ByServer(), in_named)
    keeping = ways[min(times, 2)]
    for step in _taken_over(keeping, listed, seen):
        tell(step)
    return keeping


def _seen(ask: Ask) -> set[str]:
    """Which of the three that `_SEEN` looks for are there; what more a server may say is not read."""
    return {row["what"].value for row in islice(ask(_SEEN), 4)}


def _taken_over(keeping: Keeping, listed: List, seen: set[str]) -> Iterator[str]:
    """The updates that make the merge what it shall be before the first change; the mark comes last."""
    if isinstance(keeping, InNamedGraph):
        yield from [keeping.adopt(NamedNode(name)) for name in listed(_OURS)]
        yield f"INSERT DATA {{ GRAPH {REGISTRY} {{ {_MARK} }} }}"
    elif isinstance(keeping, InDefaultGraph) and "named" in seen and "default" not in seen:
        yield from [keeping.adopt(NamedNode(name)) for name in listed(keeping.listing)]

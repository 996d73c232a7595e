"""The graphs that articles share: the ontology, the known actors, the codebook; kept up to date."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.claims import Tools
from graph.mapping import actor_quads, codebook_quads, ontology_quads
from graph.store import Store


def share(store: Store, tools: Tools) -> bool:
    """Bring the shared graphs up to date; tells whether something outdated was left, since articles still refer to it.

    An article of an earlier run, with another codebook or other actors, keeps what it speaks of.
    """
    minter = tools.minter
    graphs: dict[str, Iterable[Quad]] = {
        "ontology": ontology_quads(minter),
        "actors": actor_quads(tools.authority.actors.values(), minter),
    }
    if tools.codebook.proposals:
        graphs["codebook"] = codebook_quads(tools.codebook.proposals, tools.codebook.topics or {}, minter)
    left = [_update(store, minter.graph(name), set(wanted)) for name, wanted in graphs.items()]
    return any(left)


def _update(store: Store, graph: str, wanted: set[Quad]) -> bool:
    held = set(store.quads(graph))
    outdated = _referred_to(store, graph, held, {quad.subject for quad in wanted})
    if held != wanted | outdated:
        store.replace_graph(graph, wanted | outdated)
    return bool(outdated)


def _referred_to(store: Store, graph: str, held: set[Quad], wanted: set[object]) -> set[Quad]:
    """What a graph says of things that are no longer wanted in it, but that other graphs name."""
    gone = {q.subject for q in held if q.subject not in wanted and isinstance(q.subject, NamedNode)}
    kept = {thing for thing in gone if _is_named_elsewhere(store, graph, str(thing))}
    kept |= gone & {q.object for q in held if q.subject in kept}  # the topics of such proposals
    return {q for q in held if q.subject in kept}


def _is_named_elsewhere(store: Store, graph: str, thing: str) -> bool:
    return bool(store.query(f"ASK {{ GRAPH ?g {{ ?s ?p {thing} }} FILTER(?g != <{graph}>) }}"))

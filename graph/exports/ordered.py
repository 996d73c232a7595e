"""The triples of a store in one fixed order, a graph at a time: what all exporters write."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Quad, Triple

from graph.store import Store
from graph.vocabulary import CG, PREFIXES, SHORTCUTS, iri

_TYPE = iri("rdf:type")
_NUMBER = re.compile(r"([0-9]{1,18})")
# things that several articles may describe, and what they may all say of them
_SHARED = frozenset(iri(name) for name in ("cg:Actor", "cg:Proposal", "cg:Topic", "prov:SoftwareAgent"))
_SHORTCUTS = frozenset(iri(f"cg:{name}") for name in (*SHORTCUTS.values(), "affiliatedWith"))

_KINDS = ("article", "person", "organization", "country", "group", "proposal", "topic", "position", "claim", "evidence")
_PATHS = {"organization": "org"}
# none of these is the beginning of another, or the choice between them would be open
EXPORT_PREFIXES: dict[str, str] = dict(
    sorted(
        {
            **{prefix: name for prefix, name in PREFIXES.items() if prefix != "id"},
            **{kind: f"{PREFIXES['id']}{_PATHS.get(kind, kind)}/" for kind in _KINDS},
            "graph": f"{PREFIXES['id']}graph/",
        }.items()
    )
)


def ordered_graphs(store: Store) -> Iterator[tuple[str, list[Triple]]]:
    """Each named graph with its triples, by subject, the type first; one graph is in memory at a time."""
    for graph in sorted(store.graphs()):
        yield graph, ordered(store.quads(graph))


def merged(store: Store) -> Iterator[list[Triple]]:
    """The triples of each graph that no graph before it had; only those that several may say are remembered."""
    seen: set[Triple] = set()
    for _, triples in ordered_graphs(store):
        shared = {t.subject for t in triples if _is_shared(t)}
        said = {t for t in triples if t.subject in shared}
        yield [t for t in triples if t not in said or t not in seen]
        seen |= said


def ordered(quads: Iterable[Quad]) -> list[Triple]:
    """Triples by subject, type, property and value."""
    return sorted((quad.triple for quad in quads), key=_place)


def prefix_lines() -> bytes:
    """The prefixes as Turtle and TriG declare them, in the order of their names."""
    lines = (f"@prefix {prefix}: <{name}> .\n" for prefix, name in EXPORT_PREFIXES.items())
    return "".join(lines).encode() + b"\n"


def without_prefix_lines(text: bytes) -> bytes:
    """A serialisation without its own prefixes, which Oxigraph writes in another order each time."""
    while text.startswith(b"@prefix "):
        text = text.partition(b"\n")[2]
    return text


def _place(triple: Triple) -> tuple[tuple[str | int, ...], str, bool, str]:
    """Numbers in a subject's name by their value, our own classes before those of others."""
    predicate, value = triple.predicate.value, str(triple.object)
    foreign = predicate == _TYPE and not value.startswith(f"<{CG}")
    return _natural(str(triple.subject)), "" if predicate == _TYPE else predicate, foreign, value


@lru_cache(maxsize=4096)
def _natural(text: str) -> tuple[str | int, ...]:
    return tuple(int(part) if number % 2 else part for number, part in enumerate(_NUMBER.split(text)))


def _is_shared(triple: Triple) -> bool:
    predicate = triple.predicate.value
    return predicate in _SHORTCUTS or (predicate == _TYPE and getattr(triple.object, "value", "") in _SHARED)

"""The names that things have in a store: their own and their aliases, as one query for each kind finds them."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from pyoxigraph import Literal

from graph.store import Solutions, Store

# what is named -> the patterns by which it has a ?label of its own, and those by which it has an alias
_NAMED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actor": (("?thing skos:prefLabel ?label",), ("?thing skos:altLabel ?label",)),
    "proposal": (("?thing skos:prefLabel ?label",), ("?thing skos:altLabel ?label",)),
    "article": (
        (
            "?thing schema:headline ?label",
            "?thing dcterms:identifier ?label",
            "?thing a cg:Article BIND(REPLACE(STR(?thing), '^.*/', '') AS ?label)",
        ),
        (),
    ),
}
_COMPARED = 20_000  # so many labels are compared to find the closest
KINDS = tuple(_NAMED)


class Thing(NamedTuple):
    """Something with a name: its kind, its IRI, and the label by which it was found."""

    kind: str
    iri: str
    label: str
    best: bool


def names(store: Store, kinds: Sequence[str], within: str = "", most: int = _COMPARED) -> list[Thing]:
    """The names of the things of these kinds, their own and aliases, that hold a text in whatever case; some of many.

    Own names come before aliases, and short ones first.
    """
    words = " ".join(within.split())
    condition = f"FILTER(CONTAINS(LCASE(STR(?label)), LCASE({Literal(words)})))" if words else ""
    return things_named(store, kinds, condition, most)


def things_named(
    store: Store, kinds: Sequence[str], condition: str, limit: int = 1000, *, aliases: bool = True
) -> list[Thing]:
    """Those whose name meets a condition on ?label, own names before aliases, and short ones first."""
    found: list[Thing] = []
    for kind in kinds:
        own, others = _NAMED[kind]
        ways = [_way(kind, pattern, condition, 1) for pattern in own]
        ways += [_way(kind, pattern, condition, 0) for pattern in others if aliases]
        rows = store.query(f"SELECT DISTINCT ?thing ?label ?best WHERE {{ {' UNION '.join(ways)} }} LIMIT {limit}")
        assert isinstance(rows, Solutions)
        few = islice(rows, limit)  # a server may give more than it was asked for
        found += [Thing(kind, r["thing"].value, r["label"].value, r["best"].value == "1") for r in few]
    return sorted(found, key=lambda thing: (not thing.best, len(thing.label), thing.label))


def _way(kind: str, pattern: str, condition: str, best: int) -> str:
    """A group that finds things by one of the ways in which they have names.

    The name and what is wanted of it stand in a group of their own, which is evaluated first: names lie side by side
    in the store, but to go from each thing to its names and look at these last takes seconds where there are many.
    """
    return f"{{ {{ {pattern} {condition} }} ?thing a cg:{kind.capitalize()} BIND({best} AS ?best) }}"


def one_each(things: Iterable[Thing]) -> list[Thing]:
    """Each thing once, by the first of its names."""
    found: dict[str, Thing] = {}
    for thing in things:
        found.setdefault(thing.iri, thing)
    return list(found.values())

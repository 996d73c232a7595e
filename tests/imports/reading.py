"""What an imported store holds, in the terms of coders; and whether it is as it should be."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.networks.reading import read_debate
from graph.store import Store
from graph.validation.proof import prove
from graph.validation.shapes import References, Shapes
from graph.vocabulary import RESERVED_GRAPHS


class Held(NamedTuple):
    """A position: holder, proposal, stance, day, words, document."""

    holder: str
    proposal: str
    stance: str
    day: str
    words: tuple[str, ...]
    document: str


def held(store: Store) -> set[Held]:
    """All positions of a store."""
    debate = read_debate(store)
    return {
        Held(
            debate.label(s.position.holder), debate.label(s.position.proposal), s.position.stance, str(s.day),
            tuple(span.text for span in s.position.evidence), debate.label(s.article),
        )
        for s in debate.statements
    }  # fmt: skip


def dump(store: Store) -> set[str]:
    """Every quad of a store."""
    return {str(quad) for graph in store.graphs() for quad in store.quads(graph)}


def asked(store: Store, pattern: str) -> list[tuple[str, ...]]:
    """The rows of a query, as text."""
    return sorted(tuple(term.value if term else "" for term in row) for row in store.query(f"SELECT * {{ {pattern} }}"))


def fine(store: Store) -> bool:
    """Whether the graphs of a store's articles pass their validation; the shared graphs have tests of their own."""
    references, articles = References(), []
    for graph in store.graphs():
        if graph.rpartition("/")[2] in RESERVED_GRAPHS:
            references.add(store.quads(graph))
        else:
            articles.append((graph, list(store.quads(graph))))
    for graph, quads in articles:
        triples = [*(quad.triple for quad in quads), *references.of(quads)]
        problems = [str(problem) for problem in (*prove(graph, quads), *_shapes().check(graph, triples))]
        assert problems == []
    return True


@cache
def _shapes() -> Shapes:
    return Shapes()


def write_rows(path: Path, head: str, rows: Iterable[Iterable[str]], delimiter: str = ",") -> Path:
    """A table with a head of names with commas between them."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerow(head.split(","))
        writer.writerows(rows)
    return path

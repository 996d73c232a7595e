"""A corpus as quads, and as a file of N-Quads."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, serialize

from graph.mapping import actor_quads, codebook_quads, ontology_quads, quads
from tests.benchmarks.corpus.articles import readings
from tests.benchmarks.corpus.world import MINT, World


def quads_of(world: World) -> Iterator[Quad]:
    """All quads of a corpus: the ontology, the authority file, the codebook, and an article after the other."""
    yield from ontology_quads(MINT)
    yield from actor_quads(world.known, MINT)
    yield from codebook_quads(world.proposals, world.topics, MINT)
    known = frozenset(actor.id for actor in world.known)
    for reading in readings(world):
        yield from quads(reading, MINT, known)


def write(world: World, path: Path) -> None:
    """Write a corpus as N-Quads, compressed where the name ends in .gz."""
    with gzip.open(path, "wb", 1) if path.suffix == ".gz" else path.open("wb") as file:
        serialize(quads_of(world), cast(IO[bytes], file), RdfFormat.N_QUADS)

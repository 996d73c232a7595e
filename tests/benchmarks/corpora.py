"""Corpora on disk for the benchmarks, made when they are asked for the first time and kept in the temporary folder."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store

from tests.benchmarks.corpus import World, world_of, write
from tests.benchmarks.loading import load


class Corpus(NamedTuple):
    """A corpus: what it is about, its N-Quads, and a store of ours with them."""

    world: World
    file: Path
    store: Path


def corpus(claims: int) -> Corpus:
    """The corpus with so many claims."""
    home = Path(tempfile.gettempdir()) / "claimgraph-corpora" / str(claims)
    found = Corpus(world_of(claims), home / "corpus.nq", home / "store")
    if not (home / "whole").exists():
        home.mkdir(parents=True, exist_ok=True)
        write(found.world, found.file)
        load(found.file, found.store)
        (home / "whole").touch()
    return found


def merged(of: Corpus) -> Path:
    """The merge of its graphs as N-Triples, for those who know no named graphs."""
    path = of.file.with_suffix(".nt")
    if not path.exists():
        everything = Store()
        everything.bulk_load(path=str(of.file))
        triples = {quad.triple for quad in everything}
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            from pyoxigraph import serialize

            serialize(triples, file, RdfFormat.N_TRIPLES)
        part.rename(path)
    return path


def newest(store: Path) -> Path:
    """The database itself within a store of ours, which other programs may read and not write."""
    snapshots = store / "snapshots"
    return snapshots / (snapshots / "current").read_text(encoding="utf-8").strip() / "db"

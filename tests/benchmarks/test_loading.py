"""What loading a corpus costs beside the engine's own `bulk_load`, and beside rdflib."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, Store

from tests.benchmarks.corpora import corpus, merged
from tests.benchmarks.loading import load
from tests.benchmarks.timing import in_turn, process, told

SMALL, LARGE = 1_000, 10_000  # claims; rdflib gets the small corpus
BY_RDFLIB = "import sys, rdflib; rdflib.Dataset().parse(sys.argv[1], format='nquads')"


def afresh(work: Callable[[Path], object]) -> Callable[[], None]:
    """The work, in a folder of its own that is gone afterwards."""

    def done() -> None:
        home = Path(tempfile.mkdtemp())
        try:
            work(home / "store")
        finally:
            shutil.rmtree(home)

    return done


def test_loading_beside_the_engine() -> None:
    """Prints the multiple of `bulk_load` of the file, and of that and of its merge, which our store keeps as well."""
    of = corpus(LARGE)
    merge = merged(of)

    def file_alone(place: Path) -> None:
        Store(str(place)).bulk_load(path=str(of.file))

    def both(place: Path) -> Store:
        store = Store(str(place))
        store.bulk_load(path=str(of.file))
        store.bulk_load(path=str(merge), format=RdfFormat.N_TRIPLES, to_graph=DefaultGraph())
        return store

    works = {
        "bulk_load of the file": afresh(file_alone),
        "bulk_load of the file and of its merge": afresh(both),
        "the same, and optimize": afresh(lambda place: both(place).optimize()),
        "ours": afresh(lambda place: load(of.file, place)),
    }
    times = in_turn(works, 3)
    for peer in works:
        if peer != "ours":
            print(f"\n{LARGE:,} claims\n{told(times, peer)}")


def test_loading_beside_rdflib() -> None:
    """Prints the multiple of our time."""
    of = corpus(SMALL)
    works = {
        "ours": afresh(lambda place: load(of.file, place)),
        "rdflib, into memory": process(sys.executable, "-c", BY_RDFLIB, str(of.file)),
    }
    print(f"\n{SMALL:,} claims\n{told(in_turn(works, 2), 'ours')}")

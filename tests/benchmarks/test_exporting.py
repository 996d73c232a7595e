"""What exports cost beside the engine's own `dump`, how much memory they take, and how quick each format is."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Database

from graph.exports import EXPORTERS
from graph.exports.writing import export
from graph.store import open_store
from tests.benchmarks.corpora import Corpus, corpus, newest
from tests.benchmarks.exporting import export as export_apart
from tests.benchmarks.exporting import rows
from tests.benchmarks.spending import cost
from tests.benchmarks.timing import in_turn, told

SMALL, LARGE = 1_000, 13_000  # claims: the large one is a million quads
MIDDLE = 10_000
DUMP = (
    "import sys; from pyoxigraph import *; "
    "Store.read_only(sys.argv[1]).dump(sys.argv[2], RdfFormat.N_QUADS)"
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is written."""
    return tmp_path_factory.mktemp("exports")


def raw(of: Corpus, place: Path) -> Database:
    """The same quads in a database of the engine's own, without the merge that our store keeps beside them."""
    database = Database(str(place / "raw"))
    database.bulk_load(path=str(of.file))
    database.optimize()
    return database


def written(store: Path, name: str, place: Path) -> Callable[[], None]:
    """The work of writing a store in a format."""

    def work() -> None:
        with open_store(store) as opened:
            export(opened, name, place / name)

    return work


def test_lines_beside_the_engine(place: Path) -> None:
    """Prints the multiple of `dump` of as many quads to N-Quads: the aim is 1.3; then with all of it in one graph."""
    of, home = corpus(LARGE), NamedNode("urn:graph:one")
    database = raw(of, place)
    with open_store(place / "one", write=True) as store:
        store.load(Quad(q.subject, q.predicate, q.object, home) for q in database)
    one = Database.read_only(str(newest(place / "one")))
    works = {
        "dump to N-Quads": lambda: database.dump(str(place / "d.nq"), RdfFormat.N_QUADS),
        "export nquads": written(of.store, "nquads", place),
        "export ntriples": written(of.store, "ntriples", place),
        "dump of one graph to N-Triples": lambda: one.dump(
            str(place / "d.nt"), RdfFormat.N_TRIPLES, from_graph=home
        ),
        "export nquads of one graph": written(place / "one", "nquads", place),
    }  # fmt: skip
    print(f"\n{len(database):,} quads\n{told(in_turn(works, 3), 'dump to N-Quads')}")


def test_memory_of_lines(place: Path) -> None:
    """Prints megabytes at two sizes, of a process that dumps and of those that export."""
    for size in (SMALL, LARGE):
        of = corpus(size)
        took = {
            "dump": cost(sys.executable, "-c", DUMP, str(newest(of.store)), str(place / "peak.nq")),
            **{name: export_apart(of, name) for name in ("nquads", "ntriples", "trig", "jsonld")},
        }
        print(f"\n{size:>7,} claims: " + ", ".join(f"{name} {spent.megabytes:.0f} MB" for name, spent in took.items()))


def test_every_format() -> None:
    """Prints a table; `python -m tests.benchmarks.exporting 10000 100000` makes that of exports.md."""
    print()
    for line in rows([MIDDLE], EXPORTERS):
        print(line)

"""How the export formats grow with the corpus: seconds, statements a second and memory of each, written to exports.md.

    python -m tests.benchmarks.exporting 10000 100000 [--write]

Each format is written by a process of its own, from its start to its end. A statement is a quad where the whole store
is written, else a position.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph.exports import EXPORTERS
from graph.store import open_store
from tests.benchmarks.corpora import Corpus, corpus
from tests.benchmarks.spending import Cost, cost

RESULTS = Path(__file__).parent / "exports.md"
PATIENCE = 600  # seconds that a format gets


def statements(of: Corpus) -> dict[str, int]:
    """How many there are of each kind that an exporter may be `of`."""
    with open_store(of.store) as store:
        rows = store.query("SELECT (COUNT(*) AS ?n) { ?p a cg:Position }")
        positions = int(next(iter(rows))["n"].value)  # type: ignore[arg-type,index]
        return {"store": store.size(), "network": positions, "debate": positions}


def export(of: Corpus, name: str, *more: str) -> Cost | None:
    """The command, into a place that is gone afterwards."""
    place = Path(tempfile.mkdtemp())
    try:
        return cost(sys.executable, "-m", "cli", "export", name, *more, "--store", str(of.store),
                    "--out", str(place / "x"), patience=PATIENCE)  # fmt: skip
    finally:
        shutil.rmtree(place)


def rows(sizes: Sequence[int], names: Iterable[str] = EXPORTERS) -> Iterator[str]:
    """The table, line by line, as it is found."""
    corpora = [corpus(size) for size in sizes]
    counted = [statements(of) for of in corpora]
    heads = "".join(f" {size:,} claims: seconds | statements/s | MB |" for size in sizes)
    yield f"| format | of |{heads}"
    yield "|---|---|" + "---:|" * 3 * len(sizes)
    for name in names:
        kind = EXPORTERS[name].of
        cells = "".join(
            f" {took.seconds:.1f} | {many[kind] / took.seconds:,.0f} | {took.megabytes:,.0f} |"
            if (took := export(of, name))
            else f" more than {PATIENCE} | | |"
            for of, many in zip(corpora, counted, strict=True)
        )
        yield f"| {name} | {'quads' if kind == 'store' else 'positions'} |{cells}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int, help="corpora of so many claims")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    lines = []
    for line in rows(given.sizes):
        print(line, flush=True)
        lines.append(line)
    if given.write:
        head = (
            "# What each export format costs\n\nMade by `python -m tests.benchmarks.exporting "
            f"{' '.join(map(str, given.sizes))} --write` on {time.strftime('%Y-%m-%d')}, a process for each format, "
            "its start and the reading of the store within; seconds are those of one processor. Positions are what "
            "networks and statements are made of; there are fewer of them than quads by two hundred times.\n\n"
        )
        RESULTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

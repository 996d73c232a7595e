"""How the saved queries grow with the corpus: milliseconds of each, written to queries.md.

    python -m tests.benchmarks.growth 10000 100000 [--write]

A parameter is the most frequent actor or proposal, and where an actor is asked for once more the one in the middle.
Each query runs in a process of its own, three times; the least processor time counts, since others use the machine.
"""

import argparse
import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from graph.querying import ask, saved_queries
from graph.store import Solutions, Store, open_store
from tests.benchmarks.corpora import Corpus, corpus

RESULTS = Path(__file__).parent / "queries.md"
REASONS = Path(__file__).parent / "queries.tsv"
ROUNDS = 3
PATIENCE = 25  # seconds of the processor that a query gets for its rounds
MOST_AFFILIATED = (
    "SELECT ?whole (COUNT(?who) AS ?n) { ?who cg:affiliatedWith ?whole } GROUP BY ?whole ORDER BY DESC(?n) LIMIT 1"
)


class Asked(NamedTuple):
    """A saved query with its parameters, as a line of the table."""

    query: str
    said: str
    values: Mapping[str, str]


def asked(of: Corpus, store: Store) -> Iterator[Asked]:
    """Every saved query, with parameters by the skew of the corpus."""
    frequent, middle = of.world.actors[0].label, of.world.actors[len(of.world.actors) // 2].label
    proposal = of.world.proposals[0].label
    whole = next(iter(store.query(MOST_AFFILIATED)))["whole"].value  # type: ignore[arg-type,index]
    known = {"who": frequent, "other": middle, "proposal": proposal, "article": "article-000100", "institution": whole,
             "words": "€47 million"}  # fmt: skip
    for query in saved_queries():
        needed = {param.name: known[param.name] for param in query.params if param.default is None}
        yield Asked(query.name or "", ", ".join(needed), needed)
        for param in query.params:
            if param.name == "who":
                yield Asked(query.name or "", "who (frequent)", {**needed, "who": frequent})
                yield Asked(query.name or "", "who (middle)", {**needed, "who": middle})
            elif param.name == "proposal" and param.default is not None:
                yield Asked(query.name or "", "proposal", {**needed, "proposal": proposal})


def measure(of: Corpus, one: Asked) -> tuple[float, int] | None:
    """Milliseconds and rows, in this process."""
    with open_store(of.store) as store:
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            found = ask(store, one.query, one.values)
            assert isinstance(found, Solutions)
            rows = sum(1 for _ in found)
            times.append(1000 * (time.process_time() - start))
            if times[-1] > 3_000:  # once is enough
                break
    return min(times), rows


def measured_apart(claims: int, one: Asked) -> tuple[float, int] | None:
    """The same in a process that can be stopped; None where it takes longer than we wait."""
    command = [sys.executable, "-m", "tests.benchmarks.growth", "--one", str(claims), json.dumps(one)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode == -signal.SIGXCPU:
        return None
    done.check_returncode()
    milliseconds, rows = json.loads(done.stdout)
    return milliseconds, rows


def table(sizes: Sequence[int], found: Mapping[tuple[str, str], Sequence[str]]) -> Iterator[str]:
    """The lines of queries.md."""
    yield "# Saved queries"
    yield ""
    yield "How long they take as a corpus grows: milliseconds of processor time, and the number of rows in brackets."
    yield "Written by `python -m tests.benchmarks.growth SIZE... --write`; `growth.py` says what is measured."
    yield ""
    yield f"Measured on {date.today()}."
    yield ""
    yield f"| query | parameters | {' | '.join(f'{size:,} claims' for size in sizes)} |"
    yield f"| --- | --- | {' | '.join('--:' for _ in sizes)} |"
    for (query, said), cells in found.items():
        yield f"| {query} | {said} | {' | '.join(cells)} |"
    yield ""
    yield "## Why some take longer than a second at 100,000 claims"
    yield ""
    for line in REASONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            query, _, why = line.partition("\t")
            yield f"- {query}: {why}"


def run(sizes: Iterable[int]) -> dict[tuple[str, str], list[str]]:
    """Measure all, printing as it goes."""
    found: dict[tuple[str, str], list[str]] = {}
    for size in sizes:
        of = corpus(size)
        with open_store(of.store) as store:
            everything = list(asked(of, store))
        for one in everything:
            result = measured_apart(size, one)
            cell = f"{result[0]:,.0f} ({result[1]:,})" if result else f"over {PATIENCE * 1000:,}"
            found.setdefault((one.query, one.said), []).append(cell)
            print(f"{size:>9,} {one.query:26} {one.said:16} {cell}", flush=True)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", type=int, nargs="*")
    options.add_argument("--write", action="store_true", help=f"into {RESULTS.name}")
    options.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = options.parse_args(arguments)
    if given.one:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 1))
        print(json.dumps(measure(corpus(int(given.one[0])), Asked(*json.loads(given.one[1])))))
        return
    found = run(given.sizes)
    if given.write:
        RESULTS.write_text("\n".join(table(given.sizes, found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

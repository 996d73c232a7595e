"""What asking costs beside the engine alone and beside other programs: cold, warm, and by the hundred thousand rows."""

import io
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat

from graph.querying import ask
from graph.querying.formats import Look, write_answer
from graph.store import open_store
from graph.vocabulary import PREFIXES
from tests.benchmarks.corpora import Corpus, corpus, merged, newest
from tests.benchmarks.jena import arq
from tests.benchmarks.timing import in_turn, process, told

ROOT = Path(__file__).parents[2]
SMALL, LARGE = 1_000, 10_000  # claims; rdflib and Jena read the small one anew each time
HUNDRED_THOUSAND = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 100000"
PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
BY_RDFLIB = "import sys, rdflib; g = rdflib.Graph().parse(sys.argv[1]); print(len(list(g.query(sys.argv[2]))))"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Compiled once, as an installed program is."""
    cache = tmp_path_factory.mktemp("compiled")
    kept = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache)}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def positions(of: Corpus) -> str:
    """All positions of an actor in the middle of the field, found by name."""
    name = of.world.actors[len(of.world.actors) // 4].label
    return f'{PREFIX}SELECT ?what ?stance {{ ?who skos:prefLabel "{name}"@en . ?p cg:holder ?who ; cg:target/skos:prefLabel ?what ; cg:stance ?stance }}'  # noqa: E501


def ours(of: Corpus, query: str, *options: str) -> tuple[str, ...]:
    """Our command."""
    return (sys.executable, "-m", "cli", "query", query, "--format", "json", "--store", str(of.store), *options)


def beside(name: str) -> str | None:
    """A program of the virtual environment, or of the system."""
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def test_one_question_from_start_to_end(environment: dict[str, str]) -> None:
    """Prints milliseconds and the multiple of `oxigraph query` on the same database."""
    of = corpus(LARGE)
    query = positions(of)
    oxigraph = beside("oxigraph")
    assert oxigraph, "pip install oxigraph"
    works = {
        "oxigraph query": process(
            oxigraph, "query", "-l", str(newest(of.store)), "-q", query, "--results-format", "json"
        ),
        "claimgraph query": process(*ours(of, query), environment=environment),
        "python -c pass": process(sys.executable, "-c", "pass", environment=environment),
    }
    print(f"\n{LARGE:,} claims, cold\n{told(in_turn(works, 11), 'oxigraph query')}")


def test_one_question_to_those_who_read_a_file(environment: dict[str, str]) -> None:
    """Prints the same for programs without a store on disk, which parse the data each time."""
    of = corpus(SMALL)
    query, data = positions(of), str(merged(of))
    works = {
        "claimgraph query": process(*ours(of, query), environment=environment),
        "rdflib in a script": process(sys.executable, "-c", BY_RDFLIB, data, query, environment=environment),
    }
    if tool := beside("sparqlquery"):
        works["rdflib's sparqlquery"] = process(tool, data, "-q", query, environment=environment)
    if java := arq():
        works["Jena's arq"] = process(*java, "--data", data, "--results", "json", query)
    print(f"\n{SMALL:,} claims, cold\n{told(in_turn(works, 3), 'claimgraph query')}")


def test_a_store_that_is_open() -> None:
    """Prints what `store.query` and `ask` add to the engine's own query; the aim is at most 1.1."""
    of = corpus(LARGE)
    short, long = positions(of), f"{PREFIX}SELECT ?p ?s {{ ?p cg:stance ?s }}"
    with open_store(of.store) as store:
        raw = store.db  # type: ignore[attr-defined]
        for name, query, repeats in (("some rows", short, 50), ("thousands of rows", long, 5)):
            works = {
                "raw": lambda q=query, n=repeats: [list(raw.query(q)) for _ in range(n)],
                "store.query": lambda q=query, n=repeats: [list(store.query(q)) for _ in range(n)],  # type: ignore[arg-type]
                "querying.ask": lambda q=query, n=repeats: [list(ask(store, q)) for _ in range(n)],  # type: ignore[arg-type]
            }
            times = {work: [t / repeats for t in some] for work, some in in_turn(works, 11).items()}
            print(f"\nwarm, {name} ({len(list(raw.query(query)))})\n{told(times, 'raw')}")


@pytest.mark.parametrize("form", ["tsv", "json"])
def test_a_hundred_thousand_rows(form: str, environment: dict[str, str]) -> None:
    """Prints what our writer and our command take beside the engine's own serialization; the aim is at most 1.3."""
    of = corpus(LARGE)
    kind = QueryResultsFormat.TSV if form == "tsv" else QueryResultsFormat.JSON
    here = newest(of.store)
    script = (
        "import sys, pyoxigraph as o; s = o.Store.read_only(sys.argv[1]); "
        "s.query(sys.argv[2]).serialize(sys.stdout.buffer, getattr(o.QueryResultsFormat, sys.argv[3]))"
    )
    with open_store(of.store) as store:
        raw = store.db  # type: ignore[attr-defined]
        works = {
            "raw": lambda: raw.query(HUNDRED_THOUSAND).serialize(io.BytesIO(), kind),
            "store.query and our writer": lambda: write_answer(
                store.query(HUNDRED_THOUSAND), io.BytesIO(), form, Look()
            ),
        }
        print(f"\n100,000 rows as {form}, warm\n{told(in_turn(works, 7), 'raw')}")
    command = tuple(form if part == "json" else part for part in ours(of, HUNDRED_THOUSAND, "--timeout", "0"))
    works = {
        "raw, in a process": process(sys.executable, "-c", script, str(here), HUNDRED_THOUSAND, form.upper()),
        "claimgraph query --timeout 0": process(*command, environment=environment),
    }
    print(f"100,000 rows as {form}, cold\n{told(in_turn(works, 7), 'raw, in a process')}")


def test_memory_of_many_rows(environment: dict[str, str]) -> None:
    """Prints the most memory that the processes of a query took together, for ten thousand and for a million rows."""
    of = corpus(LARGE)
    for options in (("--timeout", "0"), ()):
        figures = []
        for rows in (10_000, 1_000_000):
            query = f"SELECT ?s ?p ?o {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }} LIMIT {rows}"
            command = tuple("tsv" if part == "json" else part for part in ours(of, query, *options))
            figures.append(most_memory(command, environment))
        print(f"\n{' '.join(options) or 'with the usual time limit'}: {figures[0]:.0f} MB for 10,000 rows, ", end="")
        print(f"{figures[1]:.0f} MB for 1,000,000")


def most_memory(command: tuple[str, ...], environment: dict[str, str]) -> float:
    """The most megabytes that a process and its children took at once, looked at every twentieth of a second."""
    import psutil

    running = psutil.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    most = 0
    while running.poll() is None:
        most = max(
            most, sum(map(_anonymous, (running.pid, *(child.pid for child in running.children(recursive=True)))))
        )
        time.sleep(0.05)
    assert running.returncode == 0
    return most / 1e6


def _anonymous(process: int) -> int:
    """The memory of a process that no file holds."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon"))

"""Whether other clients and engines give the answers that we give: every saved query, asked of an export.

    npm install --prefix FOLDER @comunica/query-sparql-file@4
    python -m tests.benchmarks.peers STORE --comunica FOLDER/node_modules/.bin/comunica-sparql-file

Comunica reads a file of the merge; rdflib's SPARQLStore asks the server of the package `oxigraph`, loaded with all
graphs. A row is compared by the text of its cells, numbers by their value; rows in any order.
"""

import argparse
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, serialize

from graph.querying import saved_queries
from graph.querying.binding import bind
from graph.querying.params import terms
from graph.querying.saved import without_header
from graph.store import Solutions, Store, open_store
from graph.vocabulary import PREFIXES

Rows = Counter[frozenset[tuple[str, str]]]
# parameter -> a question whose first row has a value for it
_EXAMPLES = {
    "who": "SELECT ?x (COUNT(*) AS ?n) { ?p cg:holder ?x } GROUP BY ?x ORDER BY DESC(?n) ?x",
    "other": "SELECT ?x (COUNT(*) AS ?n) { ?p cg:holder ?x } GROUP BY ?x ORDER BY DESC(?n) ?x OFFSET 1",
    "proposal": "SELECT ?x (COUNT(*) AS ?n) { ?p cg:target ?x } GROUP BY ?x ORDER BY DESC(?n) ?x",
    "article": "SELECT ?x { ?x a cg:Article } ORDER BY ?x",
    "institution": "SELECT ?x (COUNT(*) AS ?n) { ?p cg:affiliatedWith ?x } GROUP BY ?x ORDER BY DESC(?n) ?x",
    "words": 'SELECT ("the" AS ?x) { }',
}


def questions(store: Store) -> Iterator[tuple[str, str]]:
    """Each saved query with values for what it needs, its prefixes written out, and short enough for an address."""
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    for query in saved_queries():
        needed = [param.name for param in query.params if param.default is None]
        values = {name: next(iter(store.query(_EXAMPLES[name])))["x"].value for name in needed}  # type: ignore[arg-type,index]
        yield query.name or "", prologue + bind(without_header(query.text), terms(store, query, values))


def rows_of(bindings: Iterable[dict[str, str]]) -> Rows:
    """How often each row is there."""
    return Counter(frozenset((name, _number(text)) for name, text in row.items()) for row in bindings)


def _number(text: str) -> str:
    try:
        return repr(float(text))
    except ValueError:
        return text


def by_us(store: Store, query: str) -> Rows:
    """Our answer."""
    found = store.query(query)
    assert isinstance(found, Solutions)
    names = found.variables
    return rows_of({n: t.value for n, t in zip(names, row, strict=True) if t is not None} for row in found)


def by_comunica(program: str, data: Path) -> Callable[[str], Rows]:
    """Comunica on a file."""

    def asked(query: str) -> Rows:
        command = [program, str(data), "-q", query, "-t", "application/sparql-results+json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        bindings = json.loads(done.stdout)["results"]["bindings"]
        return rows_of({name: term["value"] for name, term in row.items()} for row in bindings)

    return asked


def by_rdflib(address: str) -> Callable[[str], Rows]:
    """rdflib as a client of a server."""
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    client = SPARQLStore(address, returnFormat="json")

    def asked(query: str) -> Rows:
        found = client.query(query)
        return rows_of({str(name): str(term) for name, term in row.items()} for row in found.bindings)

    return asked


@contextmanager
def server(data: Path) -> Iterator[str]:
    """The address of an Oxigraph server with these quads, its default graph as it is in the file."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    with tempfile.TemporaryDirectory() as place, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        subprocess.run([program, "load", "-l", place, "-f", str(data)], check=True, capture_output=True)
        running = subprocess.Popen([program, "serve-read-only", "-l", place, "-b", host], stderr=subprocess.DEVNULL)
        try:
            _wait(host)
            yield f"http://{host}/query"
        finally:
            running.terminate()
            running.wait(10)


def _wait(host: str) -> None:
    name, _, port = host.partition(":")
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex((name, int(port))) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The server did not start.")


def compare(store: Store, name: str, asked: Callable[[str], Rows]) -> None:
    """Print which queries have the same answer, and how the others differ."""
    same = []
    for query, text in questions(store):
        ours = by_us(store, text)
        start = time.perf_counter()
        try:
            theirs = asked(text)
        except Exception as error:  # whatever a peer may do
            print(f"{name}: {query}: {type(error).__name__} {str(error)[-300:]}")
            continue
        if ours == theirs:
            same.append(query)
        else:
            print(f"{name}: {query}: {ours.total()} rows and {theirs.total()} ({time.perf_counter() - start:.1f} s)")
            print("   ours  ", [sorted(row) for row in list(ours - theirs)[:1]])
            print("   theirs", [sorted(row) for row in list(theirs - ours)[:1]])
    print(f"{name}: the same answer to {len(same)} of {len(list(saved_queries()))} saved queries")


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("store", type=Path)
    options.add_argument("--comunica")
    given = options.parse_args(arguments)
    with open_store(given.store) as store, tempfile.TemporaryDirectory() as place:
        merge, everything = Path(place) / "merge.nt", Path(place) / "everything.nq"
        quads = list(store.db.quads_for_pattern(None, None, None, None))  # type: ignore[attr-defined]
        with merge.open("wb") as file:
            serialize((q.triple for q in quads if q.graph_name == DefaultGraph()), file, RdfFormat.N_TRIPLES)
        with everything.open("wb") as file:
            serialize(quads, file, RdfFormat.N_QUADS)
        with server(everything) as address:
            compare(store, "rdflib's SPARQLStore", by_rdflib(address))
        if given.comunica:
            compare(store, "Comunica", by_comunica(given.comunica, merge))


if __name__ == "__main__":
    main()

"""What the commands and the saved queries say of a graph on a real server: the same as of one in memory."""

import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import QueryTimeout, StoreError
from graph.exports.framed import FRAMES
from graph.exports.writing import Asked, export
from graph.querying import How, rows, run
from graph.store import Solutions, Store, Triples, open_store
from graph.store.endpoints.addresses import addresses_of
from graph.store.endpoints.login import Login
from graph.store.endpoints.patience import Patience
from graph.store.endpoints.telling import Telling
from graph.store.endpoints.transport import Transport
from graph.vocabulary import iri
from tests.querying import town
from tests.querying.test_saved_queries import EXPECTED
from tests.store.servers import SERVERS, Server, empty_server

ROOT = Path(__file__).parents[2]
# some seconds of work: a server goes on with it when the one who asked has gone, beside the tests that follow
LONG = "SELECT (COUNT(*) AS ?n) { VALUES ?time { 1 2 3 } ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?f) }"


# the saved queries to which Virtuoso 7.2.5 has another answer, and why
VIRTUOSO_DIFFERS = {
    "changes-of-mind": "CONCAT of texts beyond Latin 1 gives broken ones, and a comparison of these finds nothing",
    "disagreements": "it gives up: an internal error of its SPARQL compiler",
    "most-quoted": "SAMPLE may take any example, and takes another",
    "quantities": "a FILTER in an OPTIONAL within a grouped subquery lets pass what it should not",
    "what-an-article-says": "GROUP_CONCAT makes a question mark of a separator beyond Latin 1",
    "what-is": "MIN of texts with a language gives none, in a branch of UNION",
    "who-is": "MIN of texts with a language gives none, in a branch of UNION",
    "who-stands-where": "GROUP_CONCAT makes a question mark of a separator beyond Latin 1",
}


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Each server, empty."""
    return empty_server(request, monkeypatch)


@pytest.fixture
def filled(server: Server) -> str:
    """Where the town is."""
    with open_store(server.location, write=True) as store:
        town.fill(store)
    return server.location


@pytest.fixture(scope="module")
def memory() -> Iterator[Store]:
    """The town in memory."""
    with open_store(":memory:", write=True) as store:
        town.fill(store)
        yield store


def answers(store: Store, name: str) -> Counter[tuple[tuple[str, str], ...]]:
    """The rows of a saved query, in whatever order; what a server says instead is no answer."""
    values = EXPECTED[name][0]
    try:
        return Counter(tuple(sorted((k, t.value) for k, t in row.items())) for row in rows(store, name, values))
    except StoreError as error:
        return Counter([(("refused", str(error)),)])


def test_every_saved_query_finds_the_same(filled: str, memory: Store) -> None:
    """Row for row, as a server has it and as our own engine has it."""
    with open_store(filled) as store:
        different = {name for name in EXPECTED if answers(store, name) != answers(memory, name)}
    assert different <= (set(VIRTUOSO_DIFFERS) if "/sparql" in filled else set())


@pytest.mark.parametrize("limit", [{"publisher": "Shore Post"}, {"publisher": "None"}, {"of": "Tern Institute"}])
def test_limits_leave_the_same(filled: str, memory: Store, limit: dict[str, str]) -> None:
    """By a publisher, and by those who belong somewhere."""

    def found(store: Store) -> list[tuple[str, str]]:
        asked = rows(store, "who-stands-where", {"proposal": "Second quay", **limit})
        return sorted((row["who"].value, row["publisher"].value) for row in asked)

    with open_store(filled) as store:
        assert found(store) == found(memory)


def test_an_export_is_the_same(filled: str, memory: Store, tmp_path: Path) -> None:
    """Quad for quad; what Virtuoso makes of a number or a time is what our engine makes of it."""
    with open_store(filled) as store:
        export(store, "nquads", tmp_path / "server.nq")
    export(memory, "nquads", tmp_path / "memory.nq")
    assert (tmp_path / "server.nq").read_text() == (tmp_path / "memory.nq").read_text()


def test_trees_are_the_same(filled: str, memory: Store, tmp_path: Path) -> None:
    """What a frame asks of a server is what it asks of our own engine."""
    for frame in FRAMES:
        with open_store(filled) as store:
            export(store, "jsonld", tmp_path / "server", Asked(frame=frame))
        export(memory, "jsonld", tmp_path / "memory", Asked(frame=frame))
        assert json.loads((tmp_path / "server").read_bytes()) == json.loads((tmp_path / "memory").read_bytes())


def test_the_command_line_takes_an_address(filled: str) -> None:
    """Of which a path has left one slash."""
    for arguments in (["query", "positions-of", "-p", "who=okoye", "--format", "csv"], ["show", "Mara Okoye"]):
        command = [sys.executable, str(ROOT / "cli.py"), *arguments, "--store", filled]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        assert "Second quay" in done.stdout


def test_the_time_of_a_query_is_limited(filled: str) -> None:
    """As for a folder: nothing is written, and the error says so."""
    out = io.BytesIO()
    with pytest.raises(QueryTimeout, match=r"longer than 0\.5 seconds"):
        run(filled, LONG, how=How(timeout=0.5), out=out)
    assert not out.getvalue()


@pytest.mark.parametrize("server", ["virtuoso"], indirect=True)
def test_an_answer_that_virtuoso_cuts_is_an_error(server: Server) -> None:
    """It gives 1,100 rows or triples, as its configuration says, with status 200."""
    with open_store(server.location, write=True) as store:
        store.replace_graph("urn:g", numbered(1_210))
        for query in ("SELECT ?s { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
            found = None
            with pytest.raises(StoreError, match=r"1,?100 rows"):
                found = list(store.query(query))  # type: ignore[arg-type]
            assert found is None
        few = store.query("SELECT ?s { ?s ?p ?o } LIMIT 1050")
        assert isinstance(few, Solutions) and len(list(few)) == 1050
        triples = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1050")
        assert isinstance(triples, Triples) and len(list(triples)) == 1050


@pytest.mark.parametrize("server", ["virtuoso"], indirect=True)
def test_more_graphs_than_rows_are_listed(server: Server) -> None:
    """Page by page, where the server gives only so many rows."""
    with open_store(server.location, write=True) as store:
        store.add(
            [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("x"), NamedNode(f"urn:g{n}")) for n in range(1210)]
        )
        assert len(list(store.graphs("urn:g"))) == store.size() == 1210


def test_what_others_loaded_is_taken_into_the_union(server: Server) -> None:
    """A writer who comes after a bulk load keeps what it finds, and says each triple once."""
    article = f"<urn:a> a <{iri('cg:Article')}>"
    quads = " ".join(f"GRAPH <urn:g{number}> {{ {article} . <urn:s{number}> <urn:p> {number} }}" for number in (1, 2))
    teller(server).update(f"INSERT DATA {{ {quads} }}")
    with open_store(server.location, write=True) as store:
        store.replace_graph("urn:new", numbered(1))
        found = store.query("SELECT ?s { ?s ?p ?o } ORDER BY ?s")
        assert isinstance(found, Solutions)
        assert [row["s"].value for row in found] == ["urn:a", "urn:s0", "urn:s1", "urn:s2"]
        assert sorted(store.graphs()) == ["urn:g1", "urn:g2", "urn:new"]
        store.remove_graph("urn:g1")
        assert store.query("ASK { <urn:a> ?p ?o }") and not store.query("ASK { <urn:s1> ?p ?o }")


@pytest.mark.parametrize("server", ["oxigraph"], indirect=True)
def test_a_union_that_is_not_there_is_said(server: Server) -> None:
    """A bulk load into a server whose default graph is its own leaves that empty: no answer of nothing."""
    teller(server).update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }")
    with open_store(server.location) as store:
        with pytest.raises(StoreError, match="empty default graph"):
            store.query("SELECT * { ?s ?p ?o }")
        assert store.query("ASK { GRAPH ?g { ?s ?p ?o } }", named=True)


@pytest.mark.parametrize("server", ["virtuoso"], indirect=True)
def test_who_may_not_write_is_told_what_to_set(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without credentials, and with wrong ones, which are not repeated."""
    for user, password in (("", ""), ("dba", "hidden-word")):
        monkeypatch.setenv("CLAIMGRAPH_USER", user)
        monkeypatch.setenv("CLAIMGRAPH_PASSWORD", password)
        with open_store(server.location, write=True) as store, pytest.raises(StoreError) as said:
            store.replace_graph("urn:g", numbered(1))
        assert "CLAIMGRAPH_PASSWORD" in str(said.value) and "hidden-word" not in str(said.value)


@pytest.mark.parametrize("server", ["oxigraph", "oxigraph-union"], indirect=True)
def test_many_rows_stream_in_constant_memory(server: Server) -> None:
    """Rows are read as they come; Virtuoso gives no more than it is configured to."""
    with open_store(server.location, write=True) as store:
        store.replace_graph("urn:g", numbered(1000))
    script = (
        "import sys, resource\n"
        "from graph.store import open_store\n"
        "with open_store(sys.argv[1]) as store:\n"
        "    rows = iter(store.query('SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 300000'))\n"
        "    next(rows)\n"
        "    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "    count = 1 + sum(1 for _ in rows)\n"
        "    print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, server.location],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    count, grown = map(int, done.stdout.split())
    assert count == 300_000 and grown < 20_000  # kilobytes; the answer has about 60 MB


def numbered(number: int) -> list[Quad]:
    """So many statements."""
    return [Quad(NamedNode(f"urn:s{i}"), NamedNode("urn:p"), Literal(f"text {i}")) for i in range(number)]


def teller(server: Server) -> Telling:
    """Somebody else who writes to the server."""
    transport = Transport(server.location, Login(server.user, server.password), Patience())
    return Telling(addresses_of(server.location, {}), transport)

"""Loading files of RDF: any syntax, packed or not, all of a file or nothing of it."""

import bz2
import gzip
import lzma
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from pyoxigraph import RdfFormat, parse, serialize

from graph.build.loading import load_files
from graph.errors import InputError, StoreError
from graph.store import Solutions, open_store

ROOT = Path(__file__).parents[2]
TURTLE = '<urn:s> <urn:says> "one", "two" ; <urn:has> [ <urn:says> "inner" ] .'
PACKED = {
    "": lambda data: data, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress,
    ".zst": zstandard.compress,
}  # fmt: skip
SYNTAXES = {
    "ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG,
    "rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD,
}  # fmt: skip


def count(location: Path, where: str) -> int:
    """How many solutions a pattern has in a store."""
    with open_store(location) as store:
        rows = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}")
        assert isinstance(rows, Solutions)
        return int(next(rows)["n"].value)


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_any_syntax_packed_or_not(tmp_path: Path, syntax: str, packed: str) -> None:
    """The graph is named after the file; a node without a name gets one, and loading twice adds nothing."""
    data = serialize(parse(TURTLE, RdfFormat.TURTLE), format=SYNTAXES[syntax])
    path = tmp_path / f"My notes.{syntax}{packed}"
    path.write_bytes(PACKED[packed](data))
    load_files([path, path], tmp_path / "s")
    assert count(tmp_path / "s", "?s ?p ?o") == 4
    graph = "https://w3id.org/claimgraph/id/graph/my-notes"
    assert count(tmp_path / "s", f"GRAPH <{graph}> {{ <urn:s> <urn:has> ?n . ?n <urn:says> 'inner' }}") == 1


def test_what_was_exported_is_loaded_as_it_was(tmp_path: Path) -> None:
    """Graphs keep their names, and the union counts each triple once."""
    path = tmp_path / "all.nq"
    path.write_text('<urn:s> <urn:p> "x" <urn:g1> .\n<urn:s> <urn:p> "x" <urn:g2> .\n<urn:s> <urn:p> "y" .\n')
    load_files([path], tmp_path / "s", "urn:home")
    assert count(tmp_path / "s", "?s ?p ?o") == 2
    with open_store(tmp_path / "s") as store:
        assert sorted(store.graphs()) == ["urn:g1", "urn:g2", "urn:home"]


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    """Though both call theirs b0, and both go into one graph."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.nt").write_text(f'_:b0 <urn:p> "{name}" .\n')
    load_files([tmp_path / "one.nt", tmp_path / "two.nt"], tmp_path / "s", "urn:g")
    assert count(tmp_path / "s", "?s <urn:p> 'one', 'two'") == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("broken.ttl", b'<urn:s> <urn:p> "1" .\n<urn:s> <urn:p> ', "broken.ttl breaks the rules of its syntax"),
        ("notes.docx", b"hello", "no syntax of RDF by its name"),
        ("none", None, "There is no file"),
        ("cut.nq.gz", gzip.compress(b'<urn:s> <urn:p> "1" .\n' * 1000, mtime=0)[:-20], "check that it is whole"),
        ("false.nq.zst", b"no archive", "check that it is whole"),
    ],
)
def test_a_bad_file_is_named_and_nothing_of_it_is_loaded(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    """The files before it stay."""
    (tmp_path / "good.nt").write_text('<urn:s> <urn:p> "good" .\n')
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=words):
        load_files([tmp_path / "good.nt", tmp_path / name], tmp_path / "s", "urn:g")
    assert count(tmp_path / "s", "?s ?p ?o") == 1
    assert not (tmp_path / "s" / "scratch").exists()


def test_a_small_file_does_not_cost_what_the_store_does(tmp_path: Path) -> None:
    """Its statements are added to the tables that are there, where a large file has all written anew."""
    tables = {}
    for name, number in (("large", 60_000), ("small", 100)):
        path = tmp_path / f"{name}.nt"
        path.write_text("".join(f'<urn:{name}{i}> <urn:p> "{i} {i * i}" .\n' for i in range(number)))
        load_files([path], tmp_path / "s", "urn:g")
        tables[name] = {(table.name, table.stat().st_ino) for table in (tmp_path / "s" / "live").glob("*.sst")}
    assert tables["large"] and tables["large"] <= tables["small"]
    assert count(tmp_path / "s", "?s ?p ?o") == 60_100


def test_a_killed_load_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    """Wherever it is killed, and the next writer finds nothing in its way."""
    (tmp_path / "first.nt").write_text('<urn:s> <urn:p> "first" .\n')
    load_files([tmp_path / "first.nt"], tmp_path / "s", "urn:g")
    (tmp_path / "many.nt").write_text("".join(f'<urn:s{i}> <urn:p> "{i} {i * i}" .\n' for i in range(60_000)))
    command = [sys.executable, str(ROOT / "cli.py"), "load", str(tmp_path / "many.nt"), "--store", str(tmp_path / "s")]
    for wait in (0.4, 0.7, 1.0):
        running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        assert count(tmp_path / "s", "?s ?p ?o") in (1, 60_001)
    for _ in range(100):  # the process that did it ends a moment after the one that was killed
        with suppress(StoreError):
            load_files([tmp_path / "many.nt"], tmp_path / "s")
            break
        time.sleep(0.1)
    assert count(tmp_path / "s", "?s ?p ?o") == 60_001


def test_a_writer_that_was_killed_in_the_exchange_is_taken_back(tmp_path: Path) -> None:
    """The moment between two renamings: the database is there under its old name alone."""
    (tmp_path / "first.nt").write_text('<urn:s> <urn:p> "first" .\n')
    load_files([tmp_path / "first.nt"], tmp_path / "s", "urn:g")
    (tmp_path / "s" / "live").rename(tmp_path / "s" / "live.old")
    with open_store(tmp_path / "s", write=True) as store:
        assert store.size() == 1
    assert not (tmp_path / "s" / "live.old").exists()

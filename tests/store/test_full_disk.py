"""A disk that fills up while a store is written: one sentence, and nothing lost that was committed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import StoreError
from graph.store import open_store

ROOT = Path(__file__).parents[2]
BALLAST = 12_000_000


def article(number: int) -> Iterator[Quad]:
    """Some hundred kilobytes that no compression makes small."""
    for i in range(100):
        yield Quad(NamedNode(f"urn:{number}/{i}"), NamedNode("urn:p"), Literal(os.urandom(700).hex()))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 megabytes, twelve of them taken by a file that can be removed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "none", disk]).returncode:
        pytest.skip("may not mount a small disk here")
    try:
        (disk / "ballast").write_bytes(bytes(BALLAST))
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_is_one_sentence_and_the_store_goes_on_when_there_is_room(small_disk: Path) -> None:
    """Each article is there whole or not at all, before and after room was made."""
    committed = []
    with pytest.raises(StoreError, match=r"disk is full\. .* make room"), open_store(small_disk / "s", write=True) as s:
        for number in range(1000):
            s.replace_graph(f"urn:graph:{number}", article(number))
            committed.append(f"urn:graph:{number}")
    assert len(committed) > 3
    (small_disk / "ballast").unlink()
    with open_store(small_disk / "s", write=True) as store:
        assert set(committed) <= set(store.graphs())
        assert {sum(1 for _ in store.quads(graph)) for graph in store.graphs()} == {100}
        store.replace_graph("urn:graph:last", article(9999))
    with open_store(small_disk / "s") as store:
        assert {*committed, "urn:graph:last"} <= set(store.graphs())


def test_a_load_that_fills_the_disk_leaves_the_store_as_it_was(small_disk: Path) -> None:
    """And what it had begun is gone, so that there is as much room as before."""
    with open_store(small_disk / "s", write=True) as store:
        store.replace_graph("urn:graph:first", article(0))
        with pytest.raises(StoreError, match="disk is full"):
            store.load(Quad(*q.triple, NamedNode("urn:graph:many")) for n in range(200) for q in article(n))
        assert list(store.graphs()) == ["urn:graph:first"]
        assert sum(1 for _ in store.quads("urn:graph:first")) == 100
    assert not (small_disk / "s" / "scratch").exists()


def test_a_reader_beside_a_full_disk_still_reads(small_disk: Path) -> None:
    """What was published last is what it sees."""
    with open_store(small_disk / "s", write=True) as store:
        store.replace_graph("urn:graph:first", article(0))
    with pytest.raises(StoreError, match="disk is full"), open_store(small_disk / "s", write=True) as store:
        for number in range(1, 1000):
            store.replace_graph(f"urn:graph:{number}", article(number))
    with open_store(small_disk / "s") as store:
        assert sum(1 for _ in store.quads("urn:graph:first")) == 100


def test_a_limit_on_the_size_of_files_is_one_sentence(tmp_path: Path) -> None:
    """The same where the system refuses to let a file grow."""
    script = (
        "import resource, sys; sys.path.insert(0, sys.argv[1]); sys.path.insert(0, sys.argv[1] + '/tests/store')\n"
        "from graph.store import open_store\n"
        "from graph.errors import StoreError\n"
        "from test_full_disk import article\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))\n"
        "try:\n"
        "    with open_store(sys.argv[2], write=True) as store:\n"
        "        for number in range(1000):\n"
        "            store.replace_graph(f'urn:graph:{number}', article(number))\n"
        "            print(number, flush=True)\n"
        "except StoreError as error:\n"
        "    print(error, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script, str(ROOT), str(tmp_path / "s")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("\n") == 1 and "raise the limit" in done.stderr
    committed = {f"urn:graph:{number}" for number in done.stdout.split()}
    with open_store(tmp_path / "s") as store:
        assert committed and committed <= set(store.graphs())
        assert {sum(1 for _ in store.quads(graph)) for graph in store.graphs()} == {100}

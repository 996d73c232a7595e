"""The store on disk: what it is not, who writes, who reads beside the writer, and what a killed writer leaves."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import StoreError
from graph.store import open_store
from graph.store import writing as writing_room

ROOT = Path(__file__).parents[2]
GRAPH = "urn:graph:a"

WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from pyoxigraph import Literal, NamedNode, Quad
from graph.store import open_store

def version(number):
    for i in range(300 + number % 7):
        yield Quad(NamedNode(f"urn:s{i}"), NamedNode("urn:p"), Literal(f"{number} {i}"))

with open_store(sys.argv[2], write=True) as store:
    number = int(sys.argv[3])
    print("open", flush=True)
    while True:
        store.replace_graph("urn:graph:a", version(number))
        print(number, flush=True)
        number += 1
"""


def write(location: Path, *texts: str) -> None:
    """Make a store that holds these texts in one graph."""
    with open_store(location, write=True) as store:
        store.replace_graph(GRAPH, quads(*texts))


def quads(*texts: str) -> list[Quad]:
    """Statements with these texts."""
    return [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(text)) for text in texts]


def said(location: Path) -> set[str]:
    """The texts in the graph, as a reader sees them."""
    with open_store(location) as store:
        return {quad.object.value for quad in store.quads(GRAPH)}


def start_writer(location: Path, number: int = 0) -> subprocess.Popen[str]:
    """A process that replaces the graph again and again, each time by the next version."""
    command = [sys.executable, "-c", WRITER, str(ROOT), str(location), str(number)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    return writer


def version_of(texts: set[str]) -> int:
    """The one version that these texts are all of."""
    numbers = {int(text.split()[0]) for text in texts}
    assert len(numbers) == 1, f"texts of versions {numbers} at once"
    (number,) = numbers
    assert len(texts) == 300 + number % 7, "a part of a version"
    return number


def test_what_was_written_is_read_by_another(tmp_path: Path) -> None:
    """A store is closed and opened again."""
    write(tmp_path / "s", "x")
    assert said(tmp_path / "s") == {"x"}


def test_a_missing_store_names_the_command_that_makes_one(tmp_path: Path) -> None:
    """Reading does not make a folder."""
    with pytest.raises(StoreError, match="claimgraph build"):
        open_store(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("writing", [False, True])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, writing: bool) -> None:
    """No store is made among somebody's files."""
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="no claimgraph store"):
        open_store(tmp_path, write=writing)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    """The message says what it is."""
    (tmp_path / "f").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(tmp_path / "f")


def test_an_unknown_scheme_is_refused() -> None:
    """Endpoints come later, and a wrong address must not become a folder."""
    with pytest.raises(StoreError, match="name a folder"):
        open_store("ftp://example.org/store")


@pytest.mark.parametrize(
    ("mark", "help_given"),
    [
        ("claimgraph store 99\n", "pip install --upgrade claimgraph"),
        ("claimgraph store 0\n", "claimgraph build"),
        ("something\x1b[31m else", "not known"),
        ("", "not known"),
    ],
)
def test_another_format_is_refused_with_what_helps(tmp_path: Path, mark: str, help_given: str) -> None:
    """Newer, older and unknown formats, for readers and writers alike."""
    write(tmp_path / "s", "x")
    (tmp_path / "s" / "format").write_text(mark)
    for writing in (False, True):
        with pytest.raises(StoreError, match=help_given) as caught:
            open_store(tmp_path / "s", write=writing)
        assert "\x1b" not in str(caught.value)


def test_a_damaged_store_is_one_sentence(tmp_path: Path) -> None:
    """And no traceback of the engine."""
    write(tmp_path / "s", "x")
    for manifest in (tmp_path / "s").rglob("MANIFEST-*"):
        manifest.write_bytes(b"rubbish" * 100)
    for writing in (False, True):
        with pytest.raises(StoreError, match=r"damaged|cannot be used"):
            open_store(tmp_path / "s", write=writing)


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    """Process, command and time; and it may write as soon as the first is gone."""
    writer = start_writer(tmp_path / "s")
    try:
        with pytest.raises(StoreError, match=rf"process {writer.pid} .* since 20\d\d-.*another one with --store"):
            open_store(tmp_path / "s", write=True)
    finally:
        writer.kill()
        writer.communicate()
    open_store(tmp_path / "s", write=True).close()


def test_a_forked_worker_does_not_hold_the_lock_on(tmp_path: Path) -> None:
    """A worker that outlives a killed build must not lock the next one out."""
    script = (
        "import os, sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from graph.store.lock import WriterLock\n"
        "from pathlib import Path\n"
        "lock = WriterLock(Path(sys.argv[2]), 'here')\n"
        "if os.fork() == 0: time.sleep(20); os._exit(0)\n"
        "print('forked', flush=True); os.kill(os.getpid(), 9)\n"
    )
    path = tmp_path / "writer.lock"
    done = subprocess.Popen([sys.executable, "-c", script, str(ROOT), str(path)], stdout=subprocess.PIPE)
    assert done.stdout is not None
    assert done.stdout.readline() == b"forked\n"
    done.wait()
    from graph.store.lock import WriterLock

    deadline = time.monotonic() + 5
    while True:  # the child lets go as its first act, which may be a moment after its parent's death
        try:
            WriterLock(path, "here").release()
            break
        except StoreError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    done.stdout.close()


def test_readers_see_one_whole_state_beside_a_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty readers while a process writes: each sees some version, whole, and never an older one than before."""
    writer = start_writer(tmp_path / "s")
    last = -1
    try:
        for _ in range(20):
            texts = said(tmp_path / "s")
            number = version_of(texts) if texts else -1
            assert number >= last
            last = number
            time.sleep(0.02)
        assert last >= 0, "the first change is published at once"
    finally:
        writer.kill()
        writer.communicate()


def test_a_reader_keeps_its_snapshot_while_the_store_changes(tmp_path: Path) -> None:
    """What a reader has open is removed only when it lets go."""
    write(tmp_path / "s", "old")
    with open_store(tmp_path / "s") as reader:
        write(tmp_path / "s", "new")
        write(tmp_path / "s", "newer")
        assert {quad.object.value for quad in reader.quads(GRAPH)} == {"old"}
        assert len(list((tmp_path / "s" / "snapshots").glob("0*"))) == 2
    write(tmp_path / "s", "newest")
    assert len(list((tmp_path / "s" / "snapshots").glob("0*"))) == 1
    assert said(tmp_path / "s") == {"newest"}


def test_a_long_run_of_changes_is_published_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers need not wait for the end of a build."""
    monkeypatch.setattr(writing_room, "PUBLISH_EVERY", 0.0)
    with open_store(tmp_path / "s", write=True) as writer:
        for text in ("one", "two", "three"):
            writer.replace_graph(GRAPH, quads(text))
            assert said(tmp_path / "s") == {text}


def test_reading_does_not_write(tmp_path: Path) -> None:
    """A reader cannot change the store, nor does it leave anything in its folder."""
    write(tmp_path / "s", "x")
    before = sorted((path, path.stat().st_mtime_ns) for path in (tmp_path / "s").rglob("*"))
    with open_store(tmp_path / "s") as reader, pytest.raises(StoreError, match="write=True"):
        reader.replace_graph(GRAPH, quads("y"))
    assert sorted((path, path.stat().st_mtime_ns) for path in (tmp_path / "s").rglob("*")) == before


def test_a_killed_writer_leaves_the_last_whole_version(tmp_path: Path) -> None:
    """kill -9 at any moment of replacing a graph: all that was committed is there, and no half of what was not."""
    version = -1
    for trial in range(12):
        writer = start_writer(tmp_path / "s", version + 1)
        time.sleep(0.015 * trial)
        writer.kill()
        out, _ = writer.communicate()
        committed = int(out.split()[-1]) if out.split() else version
        texts = said(tmp_path / "s")
        found = version_of(texts) if texts else -1
        assert found in (committed, committed + 1)
        version = found


def test_a_store_that_was_killed_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    """Its folder with no more than a beginning in it is no obstacle."""
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "format.part").write_text("claimgr")
    write(tmp_path / "s", "x")
    assert said(tmp_path / "s") == {"x"}
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "format").write_text("claimgraph store 1\n")
    assert said(tmp_path / "t") == set()


def test_one_process_cannot_write_twice_at_once(tmp_path: Path) -> None:
    """Not even from two places of one program."""
    with open_store(tmp_path / "s", write=True), pytest.raises(StoreError, match=str(os.getpid())):
        open_store(tmp_path / "s", write=True)

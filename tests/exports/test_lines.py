"""N-Triples and N-Quads in the order of their bytes, however much there is, in memory that does not grow."""

import io
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.exports import lines
from graph.exports.nquads import write_nquads
from graph.exports.ntriples import write_ntriples
from graph.store import Store, open_store
from tests.exports.test_exports import all_quads, whole
from tests.sample import TEXTS, sample

SUBJECT, SAYS = ox.NamedNode("urn:s"), ox.NamedNode("urn:says")


def store_of(texts: dict[str, list[str]]) -> Store:
    """A store with a graph for each name, which says these texts."""
    store = open_store(":memory:", write=True)
    for graph, some in texts.items():
        name = ox.NamedNode(f"urn:graph:{graph}")
        store.replace_graph(name.value, [ox.Quad(SUBJECT, SAYS, ox.Literal(text), name) for text in some])
    return store


class Counting(io.RawIOBase):
    """A file that keeps only how much was written to it, and the most at once."""

    def __init__(self) -> None:
        self.size = self.most = 0

    def write(self, data: bytes) -> int:
        self.size += len(data)
        self.most = max(self.most, len(data))
        return len(data)


@pytest.fixture
def little_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where a graph is many times larger than what is sorted at once, and there are more runs than may be open."""
    monkeypatch.setattr(lines, "ROOM", 2_000)
    monkeypatch.setattr(lines, "BLOCK", 500)
    monkeypatch.setattr(lines, "MOST_RUNS", 4)
    yield


@pytest.mark.parametrize("write", [write_nquads, write_ntriples])
def test_what_goes_over_the_disk_is_what_is_sorted_at_once(
    write: Callable[[Store, io.BytesIO], None], little_room: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Runs, and runs of runs, end in the same bytes."""
    store, cut = whole(sample(), sample("second")), io.BytesIO()
    write(store, cut)
    monkeypatch.setattr(lines, "ROOM", 1 << 24)
    at_once = io.BytesIO()
    write(store, at_once)
    assert cut.getvalue() == at_once.getvalue()


@given(st.dictionaries(st.sampled_from("abc"), st.lists(TEXTS, max_size=8)), st.integers(20, 400))
def test_lines_are_sorted_and_whole_whatever_the_texts(texts: dict[str, list[str]], room: int) -> None:
    """Each triple once in N-Triples, each quad once in N-Quads, in the order of bytes; no text ends a line."""
    store, merge, quads = store_of(texts), io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "ROOM", room)
        patch.setattr(lines, "BLOCK", 10)
        patch.setattr(lines, "MOST_RUNS", 2)
        write_ntriples(store, merge)
        write_nquads(store, quads)
    found = merge.getvalue().splitlines(keepends=True)
    assert found == sorted(set(found)) and len(found) == len({q.triple for q in all_quads(store)})
    told = [line.split()[-2] for line in quads.getvalue().splitlines()]
    assert told == sorted(told)
    for graph in texts:
        some = [line for line in quads.getvalue().splitlines() if line.endswith(f"<urn:graph:{graph}> .".encode())]
        assert some == sorted(some)
    read = list(ox.parse(quads.getvalue(), format=ox.RdfFormat.N_QUADS))
    assert len(read) == len(set(read)) and set(read) == all_quads(store)


def test_memory_does_not_grow_with_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the statements in one graph: four times the bytes, the same peak, none written at once."""
    monkeypatch.setattr(lines, "ROOM", 100_000)
    monkeypatch.setattr(lines, "BLOCK", 5_000)
    peaks, outs = [], []
    for many in (5_000, 20_000):
        store, out = store_of({"a": [f"{number:060}" for number in range(many)]}), Counting()
        tracemalloc.start()
        write_nquads(store, out)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        outs.append(out)
    assert outs[1].size == 4 * outs[0].size
    assert peaks[1] < 1.5 * peaks[0] and outs[1].most < 500_000


def test_a_graph_of_usual_size_never_sees_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is made beside the one that is written."""

    def refuse() -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    write_nquads(whole(sample()), io.BytesIO())

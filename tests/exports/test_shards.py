"""N-Quads in a folder of files: every graph whole in one of them, and loading them all gives the store again."""

import gzip
from pathlib import Path

import pytest

from graph.build.loading import load_files
from graph.errors import InputError
from graph.exports.writing import Asked, export
from graph.store import open_store
from tests.sample import sample, shelf


def graphs_of(path: Path) -> set[str]:
    """The graphs that a file speaks of."""
    return {line.split()[-2] for line in gzip.decompress(path.read_bytes()).decode().splitlines()}


def test_shards_hold_whole_graphs_and_load_to_the_same_store(tmp_path: Path) -> None:
    """As many files as the size asks for, the same bytes each time."""
    store = shelf(sample("one"), sample("two"), sample("three"))
    for name in ("a", "b"):
        export(store, "nquads", tmp_path / name, Asked(shards=100))
    files = sorted((tmp_path / "a").iterdir())
    assert [path.name for path in files][:2] == ["part-00001.nq.gz", "part-00002.nq.gz"]
    assert [path.read_bytes() for path in files] == [path.read_bytes() for path in sorted((tmp_path / "b").iterdir())]
    graphs = [graph for path in files for graph in graphs_of(path)]
    assert len(graphs) == len(set(graphs)) == len(list(store.graphs()))
    load_files(files, tmp_path / "s")
    with open_store(tmp_path / "s") as loaded:
        assert loaded.size() == store.size()
        assert all(set(loaded.quads(graph)) == set(store.quads(graph)) for graph in store.graphs())


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """And --shards is for N-Quads into a folder only."""
    store = shelf(sample("one"))
    with pytest.raises(InputError, match="is there already"):
        export(store, "nquads", tmp_path, Asked(shards=100))
    for name, path in (("turtle", tmp_path / "x"), ("nquads", None)):
        with pytest.raises(InputError, match="export nquads"):
            export(store, name, path, Asked(shards=100))
    assert not list(tmp_path.iterdir())

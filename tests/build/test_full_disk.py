"""A disk that fills up in the middle of a build: one sentence, what was read is whole, the rest follows."""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.prose import article, write
from tests.build.running import SHARED, claimgraph, graphs, sentences, start

ARTICLES = 16
ROOM = "18m"
LIMIT = 11_000_000  # bytes of a file: more than what all stores begin with, less than what the longest article adds
LONG = 60  # sentences
Graphs = dict[str, set[str]]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for some of the articles."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", disk]).returncode:
        pytest.skip("may not mount a small disk here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory, codebook: Path) -> tuple[tuple[str | Path, ...], Graphs]:
    """How to build the articles, up to the name of the store, and what a build of them holds where there is room."""
    place = tmp_path_factory.mktemp("clean")
    news = write(place / "news", ARTICLES)
    (news / "the-longest.txt").write_text(article(ARTICLES, sentences=LONG), encoding="utf-8")
    build = ("build", news, "--codebook", codebook, "--extractor", "rules", "--store")
    done = claimgraph(*build, place / "store")
    assert done.returncode == 0, done.stderr
    return build, graphs(place / "store")


def assert_partly(store: Path, whole: Graphs) -> None:
    """Some articles are in the store, and each as a clean build has it."""
    held = graphs(store)
    assert set(SHARED) < set(held) < set(whole)
    assert {name: whole[name] for name in held} == held


def test_a_full_disk_keeps_what_was_read(small_disk: Path, clean: tuple[tuple[str | Path, ...], Graphs]) -> None:
    """The sentence says what to do; when that is done, the same command finishes."""
    (build, whole), store = clean, small_disk / "store"
    done = claimgraph(*build, store)
    assert done.returncode == 2
    counted, sentence = done.stderr.splitlines()
    assert "read: " in counted
    assert "the disk is full" in sentence and "make room" in sentence
    assert sentences(sentence)
    assert claimgraph("validate", "--proof-only", "--store", store).returncode == 0
    subprocess.run(["mount", "-o", "remount,size=99m", small_disk], check=True)
    assert_partly(store, whole)
    done = claimgraph(*build, store)
    assert done.returncode == 0, done.stderr
    assert graphs(store) == whole


def test_a_limit_on_files_keeps_what_was_read(tmp_path: Path, clean: tuple[tuple[str | Path, ...], Graphs]) -> None:
    """The same without a disk of our own: the system lets no file grow beyond a size."""
    build, whole = clean
    running = start(
        *build, tmp_path / "store", limits=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    )
    _, said = running.communicate(timeout=120)
    assert running.returncode == 2
    counted, sentence = said.splitlines()
    assert "read: " in counted
    assert "raise the limit" in sentence
    assert_partly(tmp_path / "store", whole)

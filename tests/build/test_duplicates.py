"""A text that is found twice is one article with two appearances, whatever changes between two builds."""

import os
from pathlib import Path

import pytest

from graph.build import Reader
from graph.store import Store, open_store
from tests.build.prose import article
from tests.build.running import ROOT, claimgraph
from tests.build.test_incremental import built, counts, held, run, still_clock

__all__ = ["still_clock"]

TEXT = article(8, 4)
OTHER = article(9, 4)
PRINTED_ELSEWHERE = (
    f"Weather\n\nSubscribe to our newsletter\n\n{TEXT}\nCopyright 2025 The Vik Courier. All rights reserved.\n"
)


@pytest.fixture
def store() -> Store:
    """An empty store in memory."""
    return open_store(":memory:", write=True)


def places(store: Store) -> dict[str, set[str]]:
    """The articles of a store, and where each was found."""
    rows = store.query("SELECT ?id ?place { ?a dcterms:identifier ?id ; cg:appearance/cg:location ?place }")
    found: dict[str, set[str]] = {}
    for row in rows:  # type: ignore[union-attr]
        found.setdefault(row["id"].value, set()).add(row["place"].value)  # type: ignore[index,union-attr]
    return found


def write(folder: Path, **texts: str) -> Path:
    """A folder of texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("second", [TEXT, PRINTED_ELSEWHERE])
def test_a_text_in_two_places_is_one_article(tmp_path: Path, store: Store, reader: Reader, second: str) -> None:
    """The same to the letter, or with other furniture around it; and so it stays when it is built again."""
    news = write(tmp_path, a=TEXT, b=second, c=OTHER)
    assert counts(run(store, reader, news)) == (2, 0, 1)
    first = held(store)
    assert places(store) == {"a": {"a.txt", "b.txt"}, "c": {"c.txt"}}
    assert counts(run(store, reader, news)) == (0, 2, 1)
    assert held(store) == first
    assert counts(run(store, reader, news, again=True)) == (2, 0, 1)
    assert held(store) == first


def test_a_place_that_gets_a_text_of_its_own_is_struck_from_the_old(
    tmp_path: Path, store: Store, reader: Reader
) -> None:
    """It is an article then, and the other has one appearance."""
    news = write(tmp_path, a=TEXT, b=TEXT)
    run(store, reader, news)
    write(tmp_path, b=OTHER)
    assert counts(run(store, reader, news)) == (1, 1, 0)
    assert places(store) == {"a": {"a.txt"}, "b": {"b.txt"}}
    assert held(store) == built(reader, [news])


def test_an_article_that_becomes_another_s_text_is_no_longer_one(tmp_path: Path, store: Store, reader: Reader) -> None:
    """Nothing of what was read before is left over."""
    news = write(tmp_path, a=TEXT, b=OTHER)
    run(store, reader, news)
    write(tmp_path, b=TEXT)
    assert counts(run(store, reader, news)) == (0, 1, 1)
    assert places(store) == {"a": {"a.txt", "b.txt"}}
    assert held(store) == built(reader, [news])


def test_an_article_that_changes_altogether_leaves_its_twin_behind(
    tmp_path: Path, store: Store, reader: Reader
) -> None:
    """The twin, read after it, is an article of its own."""
    news = write(tmp_path, a=TEXT, b=TEXT)
    run(store, reader, news)
    write(tmp_path, a=OTHER)
    assert counts(run(store, reader, news)) == (2, 0, 0)
    assert held(store) == built(reader, [news])


def test_a_corrected_word_keeps_the_appearances(tmp_path: Path, store: Store, reader: Reader) -> None:
    """It is the same text, nearly."""
    news = write(tmp_path, a=TEXT, b=TEXT)
    run(store, reader, news)
    write(tmp_path, a=TEXT.replace(" added", " adds", 1).replace(" said", " says", 1))
    assert counts(run(store, reader, news)) == (1, 0, 1)
    assert places(store) == {"a": {"a.txt", "b.txt"}}
    assert held(store) == built(reader, [news])


def test_two_processes_and_any_order_of_hashes_give_the_same_store(tmp_path: Path, codebook: Path) -> None:
    """To the byte, twins and all: N-Quads are equal where the clock stands still. None of them imports PyTorch."""
    (tmp_path / "torch.py").write_text("raise AssertionError('spaCy imported PyTorch')", encoding="utf-8")
    path = f"{ROOT}{os.pathsep}{tmp_path}"
    news = tmp_path / "news"
    news.mkdir()
    short = article(8, 2)
    write(news, a=short, b=PRINTED_ELSEWHERE.replace(TEXT, short), c=article(9, 2), d=short, e=article(20, 1))
    quads = []
    for number, options in enumerate((["--workers", "2"], [])):
        store = tmp_path / f"store{number}"
        done = claimgraph(
            "build", news, "--codebook", codebook, *options, "--store", store,
            PYTHONHASHSEED=str(number), PYTHONPATH=path,
        )  # fmt: skip
        assert done.stderr.startswith("3 articles read, 2 second appearances"), done.stderr
        quads.append(claimgraph("export", "nquads", "--store", store).stdout)
    assert quads[0] == quads[1]
    assert quads[0].count("\n") > 1000

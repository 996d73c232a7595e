"""The command `explain`, as its users run it."""

import io
from pathlib import Path

import pytest

from graph.build import Settings, build_paths
from graph.explaining.command import has_color
from tests.build.running import claimgraph_here, sentences

Capsys = pytest.CaptureFixture[str]
NEWS = "Ferry plans\n\nMayor Ada Holm opposes a toll on the old bridge. “It would empty the town,” she said.\n"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short article, and a store of it."""
    path = tmp_path_factory.mktemp("news") / "ferry.txt"
    path.write_text(NEWS, encoding="utf-8")
    assert build_paths([str(path)], path.parent / "store", Settings(extractor="rules")) == 0
    return path


def test_a_file_and_a_store_say_the_same(news: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is read at once; the slug and the title name the article of a store."""
    monkeypatch.setenv("COLUMNS", "200")
    pages = [claimgraph_here(capsys, "explain", news, "--extractor", "rules")]
    for name in ("ferry", "Ferry plans"):
        pages.append(claimgraph_here(capsys, "explain", name, "--store", news.parent / "store"))
    assert all(page.returncode == 0 for page in pages), [page.stderr for page in pages]
    assert len({page.stdout for page in pages}) == 1
    assert "(P1 oppose: toll on the old bridge)" in pages[0].stdout
    assert "why: " in pages[0].stdout


def test_the_width_is_that_of_the_terminal(news: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS, where there is none."""
    monkeypatch.setenv("COLUMNS", "40")
    page = claimgraph_here(capsys, "explain", "ferry", "--store", news.parent / "store").stdout
    assert max(map(len, page.splitlines())) <= 40


def test_what_cannot_be_explained_is_said_in_one_sentence(news: Path, tmp_path: Path, capsys: Capsys) -> None:
    """No such file and no store; no such article; no text; no such extractor."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    for wrong in (
        ["nowhere.txt", "--store", tmp_path / "nowhere"],
        ["nowhere.txt", "--store", news.parent / "store"],
        [empty],
        [news, "--extractor", "guesses"],
        [news, "--codebook", tmp_path / "nowhere.ttl"],
    ):
        done = claimgraph_here(capsys, "explain", *wrong)
        assert done.returncode == 2, wrong
        assert len(sentences(done.stderr)) == 1


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_go_to_terminals_that_want_them() -> None:
    """Not into pipes, not where NO_COLOR is set to anything, not to a dumb terminal."""
    assert has_color(Terminal(), {"TERM": "xterm"})
    assert has_color(Terminal(), {"NO_COLOR": ""})
    assert not has_color(Terminal(), {"NO_COLOR": "1"})
    assert not has_color(Terminal(), {"TERM": "dumb"})
    assert not has_color(io.StringIO(), {"TERM": "xterm"})

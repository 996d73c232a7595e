"""The folder of a site is written whole or not at all, and nothing that is not of a site is ever lost."""

from pathlib import Path

import pytest

import graph.site.write
from graph.errors import InputError
from graph.mapping import quads
from graph.site.folder import MANIFEST
from graph.site.write import Site, write_site
from graph.store import open_store
from tests.build.running import claimgraph, sentences
from tests.networks.made_up import MINT, small
from tests.site.reading import filled


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_store_gives_the_same_bytes(tmp_path: Path) -> None:
    """In whichever order its articles came."""
    write_site(filled(small()), tmp_path / "one")
    write_site(filled(reversed(small())), tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    """Pages of what is gone are gone; an empty folder is filled; nothing is left beside."""
    site = tmp_path / "site"
    site.mkdir()
    write_site(filled(small()), site)
    write_site(filled(small()[:1]), site)
    write_site(filled(small()[:1]), tmp_path / "fresh")
    assert files(site) == files(tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", "site"]
    assert site.stat().st_mode & 0o777 == (tmp_path / "fresh").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("name", ["notes.txt", "person/notes.txt", ".git/HEAD"])
def test_a_folder_with_anything_else_is_refused(name: str, tmp_path: Path) -> None:
    """Beside a site or without one; what is there stays, and is named."""
    for number, before in enumerate((False, True)):
        folder = tmp_path / str(number)
        if before:
            write_site(filled(small()), folder)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("mine", encoding="utf-8")
        there = files(folder)
        with pytest.raises(InputError, match=r"holds .*name a new folder"):
            write_site(filled(small()), folder)
        assert files(folder) == there


def test_a_link_to_another_folder_is_never_followed(tmp_path: Path) -> None:
    """Neither is what it leads to taken for the site's, nor is it lost."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.html").write_text("mine", encoding="utf-8")
    write_site(filled(small()), tmp_path / "site")
    (tmp_path / "site" / "more").symlink_to(tmp_path / "mine")
    with pytest.raises(InputError, match="more"):
        write_site(filled(small()), tmp_path / "site")
    assert (tmp_path / "mine" / "x.html").read_text(encoding="utf-8") == "mine"


def test_a_link_to_the_folder_of_a_site_goes_on_leading_there(tmp_path: Path) -> None:
    """The folder is replaced, not the link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    write_site(filled(small()), tmp_path / "site")
    write_site(filled(small()), tmp_path / "site")
    assert (tmp_path / "site").is_symlink() and (tmp_path / "real" / MANIFEST).is_file()


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError(28, "No space left on device"), RuntimeError])
def test_writing_that_stops_half_way_leaves_the_old_site(
    trouble: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing beside it."""
    site = tmp_path / "site"
    write_site(filled(small()), site)
    there = files(site)

    def stop(self: Site, iri: str) -> str:
        raise trouble

    monkeypatch.setattr(graph.site.write.Site, "_article", stop)
    with pytest.raises((KeyboardInterrupt, InputError, RuntimeError)):
        write_site(filled(small()), site)
    assert files(site) == there
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """One sentence says so, before anything is read."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="is no folder"):
        write_site(filled(small()), tmp_path / "file")
    with pytest.raises(InputError, match="cannot be made"):
        write_site(filled(small()), tmp_path / "no" / "such" / "place")


def test_the_command_says_where_the_site_begins(tmp_path: Path) -> None:
    """And one sentence what is wrong."""
    with open_store(tmp_path / "store", write=True) as store:
        for reading in small():
            store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
    done = claimgraph("site", "--store", "store", "--out", "site", "--full-text", "--title", "Trains", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "site/index.html: pages of 13 actors, 6 proposals and 3 articles" in done.stderr
    assert '<h1 dir="auto">Trains</h1>' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    done = claimgraph("site", "--store", "store", "--out", "store", cwd=tmp_path)
    (sentence,) = sentences(done.stderr)
    assert done.returncode == 2 and "holds other things than a site" in sentence

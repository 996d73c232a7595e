"""Sources, folders and names."""

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

from graph.articles.naming import RESERVED, Namer
from graph.vocabulary import BASE, Minter
from tests.articles.samples import LEAD, SECOND, TEXT, read


def test_a_folder_is_read_recursively_in_order_with_relative_places(tmp_path: Path) -> None:
    """No path of the machine is told; folders are part of the slug."""
    for name in ("b.txt", "a.md", "2025/may/Talks & Tolls.txt", "2024/x.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT}{name}", encoding="utf-8")
    articles, skipped = read(tmp_path)
    assert [a.location for a in articles] == ["a.md", "b.txt", "2024/x.TXT", "2025/may/Talks & Tolls.txt"]
    assert [a.slug for a in articles] == ["a", "b", "2024-x", "2025-may-talks-tolls"]
    assert [a.id for a in articles] == [a.slug for a in articles]
    assert not skipped


def test_two_articles_of_a_run_never_share_a_slug(tmp_path: Path) -> None:
    """The later one gets a suffix made of its place, the same in every run; names of other graphs are taken."""
    for name in ("talks.txt", "talks.md", "x/talks.txt", "x-talks.txt", "actors.txt", "Codebook.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    lines = "\n".join(json.dumps({"id": name, "text": LEAD}) for name in ("talks", "talks", "Talks!"))
    (tmp_path / "talks.jsonl").write_text(lines, encoding="utf-8")
    first, _ = read(tmp_path)
    again, _ = read(tmp_path)
    slugs = [article.slug for article in first]
    assert len(set(slugs)) == len(slugs) == 9
    assert slugs == [article.slug for article in again]
    assert not {Minter().graph(slug) for slug in slugs} & {f"{BASE}graph/{name}" for name in RESERVED}
    assert [article.id for article in first if ":" in article.location] == ["talks", "talks", "Talks!"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    """By itself and in its folder it is the same file."""
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf-8")
    articles, _ = read(tmp_path, tmp_path / "pier.txt", str(tmp_path / "." / "pier.txt"))
    assert len(articles) == 1


def test_an_article_s_hash_is_over_its_text(tmp_path: Path) -> None:
    """UTF-8, without the byte-order mark."""
    (tmp_path / "pier.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    [article], _ = read(tmp_path / "pier.txt")
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("suffix", ["", ".log", ".ttl"])
def test_a_file_that_is_named_by_itself_is_read_as_text_whatever_its_suffix(tmp_path: Path, suffix: str) -> None:
    """Only folders pass files over."""
    (tmp_path / f"pier{suffix}").write_text(TEXT, encoding="utf-8")
    [article], _ = read(tmp_path / f"pier{suffix}")
    assert article.text == TEXT


def test_standard_input_is_read_as_text_or_as_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line tells."""
    lines = "\n".join(json.dumps({"id": name, "text": LEAD}) for name in "ab")
    for data, ids in ((TEXT, ["-"]), (lines, ["a", "b"])):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        articles, skipped = read("-")
        assert [a.id if a.id in ids else "-" for a in articles] == ids
        assert not skipped


def test_a_hostile_file_name_is_told_in_printable_characters(tmp_path: Path) -> None:
    """Escape sequences and undecodable bytes do not reach a terminal or the store."""
    path = Path(str(tmp_path) + "/pier\x1b[31m\udcff.txt")
    path.write_text(TEXT, encoding="utf-8")
    [article], _ = read(tmp_path)
    assert article.location == "pier�[31m�.txt"
    assert article.location.encode("utf-8")


def test_reading_is_a_stream(tmp_path: Path) -> None:
    """The first article comes before the last line is looked at."""
    from graph.articles import read_articles

    good = json.dumps({"id": "a", "text": LEAD})
    (tmp_path / "corpus.jsonl").write_text(f"{good}\nnonsense\n{json.dumps({'text': SECOND})}", encoding="utf-8")
    told: list[str] = []
    stream = read_articles([tmp_path / "corpus.jsonl"], skipped=lambda source, error: told.append(source))
    assert next(stream).id == "a"
    assert not told
    assert next(stream).text == SECOND
    assert told == ["corpus.jsonl:2"]


def test_names_are_free_until_they_are_taken() -> None:
    """The first comer gets the bare slug."""
    namer = Namer()
    assert namer.name("Pier", "a") == "pier"
    assert namer.name("Pier", "b").startswith("pier-")
    assert namer.name("actors", "c") != "actors"

"""What a second build does: it passes over what is unchanged, replaces what has changed, and leaves nothing over."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Quad

from graph.articles import read_articles
from graph.build import Reader, Report, build
from graph.errors import ClaimgraphError
from graph.store import Store, open_store
from tests.build.prose import article, write


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds can be compared only where the clock stands still."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def store() -> Store:
    """An empty store in memory."""
    return open_store(":memory:", write=True)


def run(store: Store, reader: Reader, *sources: Path, again: bool = False) -> Report:
    """Build these sources; nothing in them may be bad."""
    report = Report()
    build(read_articles(sources, skipped=_refuse), store, reader, report=report, bad=_refuse, again=again)
    return report


def _refuse(source: str, error: ClaimgraphError) -> None:
    raise error


def counts(report: Report) -> tuple[int, int, int]:
    """Articles read, unchanged, and found elsewhere too."""
    return report.read, report.unchanged, report.repeated


def held(store: Store) -> dict[str, set[Quad]]:
    """All graphs by name."""
    return {name: set(store.quads(name)) for name in store.graphs()}


def built(reader: Reader, sources: Iterable[Path]) -> dict[str, set[Quad]]:
    """What a clean build of these sources holds."""
    with open_store(":memory:", write=True) as clean:
        run(clean, reader, *sources)
        return held(clean)


def test_unchanged_articles_are_passed_over(tmp_path: Path, store: Store, reader: Reader) -> None:
    """And the store stays as it is; `again` reads them all the same, to the same end."""
    news = write(tmp_path, 3)
    assert counts(run(store, reader, news)) == (3, 0, 0)
    first = held(store)
    assert counts(run(store, reader, news)) == (0, 3, 0)
    assert held(store) == first
    assert counts(run(store, reader, news, again=True)) == (3, 0, 0)
    assert held(store) == first


def test_a_build_that_reads_nothing_writes_nothing(tmp_path: Path, reader: Reader) -> None:
    """Not even what articles share: readers have the same snapshot as before."""
    news, snapshots = write(tmp_path / "news", 1), []
    for _ in range(2):
        with open_store(tmp_path / "store", write=True) as opened:
            run(opened, reader, news)
        snapshots.append((tmp_path / "store" / "snapshots" / "current").read_text())
    assert snapshots[0] == snapshots[1]


def test_a_changed_text_replaces_all_that_was_read_of_it(tmp_path: Path, store: Store, reader: Reader) -> None:
    """The store is as if only the new text had ever been there."""
    news = write(tmp_path, 3)
    run(store, reader, news)
    (news / "news-001.txt").write_text(article(77, 2), encoding="utf-8")
    assert counts(run(store, reader, news)) == (1, 2, 0)
    assert held(store) == built(reader, [news])


@pytest.mark.parametrize(
    ("before", "after"),
    [("title: Pier", "title: Piers"), ("language: en", "language: de"), ("", "published: 2025-03-04"),
     ("based_on: {title: Quay}", "based_on: {title: Quays}")],
)  # fmt: skip
def test_changed_metadata_are_a_change(tmp_path: Path, store: Store, reader: Reader, before: str, after: str) -> None:
    """Though the text is the same."""
    path = tmp_path / "pier.md"
    for header, expected in ((before, (1, 0, 0)), (before, (0, 1, 0)), (after, (1, 0, 0))):
        path.write_text(f"---\nauthors: [Anna Lind]\n{header}\n---\n\n{article(5, 2)}", encoding="utf-8")
        assert counts(run(store, reader, path)) == expected
    assert held(store) == built(reader, [path])


def test_a_changed_codebook_reads_again(tmp_path: Path, store: Store, reader: Reader, codebook: Path) -> None:
    """Every article, and the store then holds the new proposals alone."""
    news = write(tmp_path / "news", 3)
    run(store, reader, news)
    other = tmp_path / "other.ttl"
    other.write_text(codebook.read_text().replace("plan:market", "plan:fair").replace("A night", "A day"), "utf-8")
    changed = Reader(replace(reader.settings, codebooks=(other,)))
    assert counts(run(store, changed, news)) == (3, 0, 0)
    assert held(store) == built(changed, [news])


def test_articles_of_another_run_keep_what_they_speak_of(
    tmp_path: Path, store: Store, reader: Reader, codebook: Path
) -> None:
    """Proposals and actors of an earlier codebook and authority file stay, until no article names them."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    plan = "the night market"
    first.write_text(f"Mayor Ada Holm supports {plan}. “I support {plan},” Holm said. Ada Holm backs {plan}.\n")
    second.write_text(article(3, 2), encoding="utf-8")
    holm = "https://example.org/person/holm"
    (tmp_path / "actors.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/claimgraph/ontology#> ."
        f'<{holm}> a cg:Person ; skos:prefLabel "Ada Holm"@en .'
    )
    (tmp_path / "other.ttl").write_text(codebook.read_text().replace("plan:market", "plan:fair"))
    with_holm = Reader(replace(reader.settings, actors=(tmp_path / "actors.ttl",)))
    without = Reader(replace(reader.settings, codebooks=(tmp_path / "other.ttl",)))
    run(store, with_holm, first)
    run(store, without, second)
    label = "ASK { GRAPH ?g { <%s> a cg:%s ; skos:prefLabel ?label } }"
    market = ("https://example.org/plan/market", "Proposal")
    assert store.query(label % market) and store.query(label % (holm, "Person"))
    assert counts(run(store, without, first, second)) == (1, 1, 0)
    assert not store.query(label % market) and not store.query(label % (holm, "Person"))
    assert held(store) == built(without, [first, second])

"""Queries while a build writes: every answer is complete, and from one state of the store."""

import subprocess
import sys
import time
from pathlib import Path

from graph.store import Solutions, Store, open_store
from graph.vocabulary import BASE

ROOT = Path(__file__).parents[2]
QUERIES = 100
_GRAPHS = f"{BASE}graph/"
MERGE = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"


def start_build(location: Path) -> subprocess.Popen[bytes]:
    """The sample articles with their codings by hand, read again and again."""
    once = (
        "from graph.build import build_paths, settings_of; from graph.vocabulary import BASE; from pathlib import Path;"
        "settings = settings_of([Path('data/codebooks/trade-2025.ttl')], None, 'annotated', 'en_core_web_sm', BASE,"
        " Path('data/annotations'))\n"
        f"while True: build_paths(['data/articles'], {str(location)!r}, settings, again=True)"
    )
    return subprocess.Popen([sys.executable, "-c", once], cwd=ROOT, stderr=subprocess.DEVNULL)


def sizes(store: Store) -> dict[str, int]:
    """How many statements each graph holds, and the union, by one query."""
    rows = store.query(
        "SELECT ?g (COUNT(*) AS ?n) { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o BIND('union' AS ?g) } } GROUP BY ?g"
    )
    assert isinstance(rows, Solutions)
    return {row["g"].value.removeprefix(_GRAPHS): int(row["n"].value) for row in rows}


def test_a_hundred_queries_beside_a_build_see_whole_articles(tmp_path: Path) -> None:
    """An article is there with all that it holds or not at all, and graphs and union are of one moment."""
    location = tmp_path / "store"
    writer = start_build(location)
    seen: dict[str, set[int]] = {}
    answers, until = 0, time.monotonic() + 120
    articles = {path.stem for path in (ROOT / "data" / "articles").glob("*.md")}
    try:
        while answers < QUERIES:
            assert writer.poll() is None, "the build ended"
            assert time.monotonic() < until, "no article was read"
            if not (location / "snapshots" / "current").exists():
                time.sleep(0.05)  # the processor is the writer's
                continue
            with open_store(location) as store:
                found = sizes(store)
                whole = store.query(MERGE)
                assert isinstance(whole, Solutions)
                merged = int(next(whole)["n"].value)
            assert found.get("union", 0) == merged, "the union is the merge of the graphs of the same moment"
            for graph, number in found.items():
                seen.setdefault(graph, set()).add(number)
            answers += bool(articles & set(found))
    finally:
        writer.kill()
        writer.wait()
    assert articles <= set(seen)
    for article in articles:
        assert len(seen[article]) == 1, "half of an article was seen"

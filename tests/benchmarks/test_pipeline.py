"""What reading costs beside spaCy's own pass over the same text, and whether memory grows with the corpus."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from graph.articles import read_articles
from graph.build import Reader, Settings
from graph.language import Parser
from graph.mapping import quads
from graph.model import Article
from graph.resources import resource
from tests.build.prose import article, write

ROOT = Path(__file__).parents[2]
ROUNDS = 5
FEW, MANY = 50, 500

BUILD = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from graph.articles import read_articles
from graph.build import Reader, Report, Settings, build
from graph.store import open_store

report = Report()
with open_store(sys.argv[3], write=True) as store:
    articles = read_articles([sys.argv[2]], skipped=print)
    build(articles, store, Reader(Settings()), report=report, bad=print)
    with open("/proc/self/status") as file:
        kilobytes = next(int(line.split()[1]) for line in file if line.startswith("RssAnon"))
print(report.read, kilobytes)
"""


def seconds(work: Callable[[], object]) -> float:
    """Processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def test_reading_beside_spacy(tmp_path: Path) -> None:
    """Prints the ratio of the whole reading, quads included, to spaCy's pass; the aim is at most 2."""
    reader = Reader(Settings((resource("data", "codebooks", "trade-2025.ttl"),)))
    parser = Parser(reader.settings.model)
    for number, sentences in enumerate((4, 30, 200)):
        (tmp_path / f"made-{sentences}.txt").write_text(article(number, sentences), encoding="utf-8")
    places = [resource("data", "articles"), *sorted(tmp_path.glob("*.txt"))]
    print()
    for place in places:
        found = list(read_articles([place], skipped=lambda source, error: None))
        ratios = _ratios(found, parser, reader)
        words = sum(len(a.text.split()) for a in found)
        print(f"{place.stem:16} {len(found)} articles, {words:6} words: whole reading / spaCy {ratios[0]:.2f}", end=" ")
        print(f"(rules and linking {ratios[1]:.2f}, quads {ratios[2]:.2f})")
        assert found


def _ratios(articles: list[Article], parser: Parser, reader: Reader) -> tuple[float, float, float]:
    """The medians of alternated rounds, each as a share of spaCy's time: all, rules and linking, quads."""
    bare, read, mapped = [], [], []
    for _ in range(ROUNDS + 1):
        bare.append(seconds(lambda: [parser.parse(a) for a in articles]))
        read.append(seconds(lambda: [reader.read(a) for a in articles]))
        readings = [reader.read(a) for a in articles]
        mapped.append(seconds(lambda found=readings: [list(quads(r, reader.minter)) for r in found]))  # type: ignore[misc]
    low, whole, last = (statistics.median(values[1:]) for values in (bare, read, mapped))  # the first warms up
    return (whole + last) / low, whole / low - 1, last / low


def test_memory_beside_the_number_of_articles(tmp_path: Path) -> None:
    """Prints how much memory a build has at its end, for few and for ten times as many articles."""
    figures = {}
    for count in (FEW, MANY):
        news = write(tmp_path / f"news{count}", count, sentences=1)
        script = [sys.executable, "-c", BUILD, str(ROOT), str(news), str(tmp_path / f"store{count}")]
        done = subprocess.run(script, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": ""})
        read, kilobytes = map(int, done.stdout.split())
        assert read == count
        figures[count] = kilobytes / 1024
    print(
        f"\n{FEW} articles: {figures[FEW]:.0f} MB; {MANY}: {figures[MANY]:.0f} MB; {figures[MANY] / figures[FEW]:.2f}"
    )

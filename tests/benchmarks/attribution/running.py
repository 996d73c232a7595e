"""An extractor over a corpus in PolNeAR's form: what it finds, how quickly, with how much memory."""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.articles import read_articles
from graph.build import Reader, Settings
from graph.errors import ClaimgraphError
from graph.language import Parser
from graph.model import Article, Reading
from graph.records import line, records
from tests.benchmarks.attribution.gold import documents, marked
from tests.benchmarks.attribution.scoring import Compared, compared, made

TIMED = 3  # every third article is read again, beside spaCy's own pass


@dataclass(frozen=True, slots=True)
class Speed:
    """Processor seconds of spaCy and of the whole extraction, over so many words; peak memory in bytes."""

    words: int
    spacy: float
    whole: float
    memory: int


@dataclass(frozen=True, slots=True)
class Run:
    """What one extractor did on a corpus."""

    extractor: str
    models: str
    articles: tuple[Compared, ...]
    speed: Speed


def run(corpus: Path, extractor: str) -> Run:
    """Extract from the texts alone, then compare with the annotations, and measure time where all is loaded.

    :raises SystemExit: where a text came back changed.
    """
    gold = {document["doc_id"]: document for document in documents(corpus)}
    articles = _articles([{"id": name, "text": document["text"]} for name, document in gold.items()])
    reader = Reader(Settings(extractor=extractor))
    readings = [reader.read(article) for article in articles]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    parser = Parser()
    parser.parse(articles[0])  # loads the model
    found: list[Compared] = []
    words, spacy, whole = 0, 0.0, 0.0
    for number, (article, reading) in enumerate(zip(articles, readings, strict=True)):
        if article.text != gold[article.id]["text"]:
            raise SystemExit(f"{article.id}: the text came back changed.")
        found.append(
            compared(tuple(marked(gold[article.id]["attributions"], parser.parse(article))), made(reading.claims))
        )
        if number % TIMED == 0:
            words += len(article.text.split())
            spacy += seconds(lambda article=article: parser.parse(article))  # type: ignore[misc]
            whole += seconds(lambda article=article: _recorded(reader.read(article)))  # type: ignore[misc]
    return Run(extractor, readings[0].extraction.model, tuple(found), Speed(words, spacy, whole, memory))


def _articles(texts: Sequence[dict[str, str]]) -> list[Article]:
    """The texts as the program reads them from a file of JSON Lines."""

    def skipped(source: str, error: ClaimgraphError) -> None:
        raise error

    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
        return list(read_articles([path], skipped=skipped))


def _recorded(reading: Reading) -> list[str]:
    return [line(record) for record in records(reading)]


def seconds(work: Callable[[], object]) -> float:
    """Processor time, of all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start

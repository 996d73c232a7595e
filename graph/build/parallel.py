"""Reading many articles, in one process or several, in their order and with a bounded number in flight."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from graph.articles import signature
from graph.build.reader import Reader, Settings
from graph.model import Article, Reading

_IN_FLIGHT = 4  # a worker

_reader: Reader | None = None  # one a worker process


def read_all(
    articles: Iterable[Article],
    reader: Reader,
    is_new: Callable[[Article], bool],
    keep: Callable[[Reading], None],
    workers: int,
) -> None:
    """Read each article that `is_new` lets through and hand its reading to `keep`, in order."""
    if workers <= 1:
        for article in articles:
            if is_new(article):
                keep(reader.read(article))
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (reader.settings,)) as pool:
        waiting: deque[tuple[set[str], Future[Reading]]] = deque()
        try:
            for article in articles:
                parts = set(signature(article))
                while waiting and (
                    len(waiting) >= _IN_FLIGHT * workers or any(parts & others for others, _ in waiting)
                ):
                    keep(waiting.popleft()[1].result())
                if is_new(article):
                    waiting.append((parts, pool.submit(_read, article)))
            while waiting:
                keep(waiting.popleft()[1].result())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _start(settings: Settings) -> None:
    global _reader
    _reader = Reader(settings)


def _read(article: Article) -> Reading:
    assert _reader is not None, "the pool starts each worker with a reader"
    return _reader.read(article)

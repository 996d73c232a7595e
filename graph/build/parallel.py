"""Reading many articles, in one process or several, in their order and with a bounded number in flight."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children, get_context, parent_process, resource_tracker
from threading import Thread

from graph.articles import signature
from graph.build.reader import Bad, Reader, Settings
from graph.build.stopping import held_back
from graph.errors import ClaimgraphError
from graph.model import Article, Reading
from graph.terminal.process import call_own

_IN_FLIGHT = 4  # a worker

_KILLED = "A process that reads was ended from outside (was memory used up?): run it again with fewer --workers."

_reader: Reader | None = None  # one a worker process


def read_all(
    articles: Iterable[Article],
    reader: Reader,
    is_new: Callable[[Article], bool],
    keep: Callable[[Reading], None],
    bad: Bad,
    workers: int,
) -> None:
    """Read each article that `is_new` lets through and hand its reading to `keep`, in order.

    :raises ClaimgraphError: where a process that reads was ended from outside.
    """
    if workers > 1:
        with _processes(workers, reader.settings) as pool:
            _read_beside(articles, pool, is_new, partial(_settle, keep, bad), _IN_FLIGHT * workers)
        return
    for article in articles:
        if is_new(article):
            _settle(keep, bad, article, partial(reader.read, article))


def _settle(keep: Callable[[Reading], None], bad: Bad, article: Article, result: Callable[[], Reading]) -> None:
    """Keep what was read, or say why it could not be."""
    try:
        reading = result()
    except ClaimgraphError as error:
        bad(article.location, error)
    else:
        keep(reading)


def _read_beside(
    articles: Iterable[Article],
    pool: ProcessPoolExecutor,
    is_new: Callable[[Article], bool],
    settle: Callable[[Article, Callable[[], Reading]], None],
    most: int,
) -> None:
    """Read in the processes of a pool. A text like one that is being read waits for it: they may be one article."""
    waiting: deque[tuple[Article, set[str], Future[Reading]]] = deque()

    def settle_first() -> None:
        article, _, future = waiting.popleft()
        settle(article, future.result)

    for article in articles:
        parts = set(signature(article))
        while len(waiting) >= most or any(parts & others for _, others, _ in waiting):
            settle_first()
        if is_new(article):
            waiting.append((article, parts, _submitted(pool, article)))
    while waiting:
        settle_first()


@contextmanager
def _processes(workers: int, settings: Settings) -> Iterator[ProcessPoolExecutor]:
    """Processes that read, ended at once where the run is."""
    # started here, since it would let through the signals that `_submitted` holds back
    resource_tracker.ensure_running()
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (settings,)) as pool:
        try:
            yield pool
        except BaseException as error:
            for child in active_children():
                child.terminate()
            # waits: the thread of the pool must not close what the end of the interpreter is about to use
            pool.shutdown(cancel_futures=True)
            if isinstance(error, BrokenProcessPool):
                raise ClaimgraphError(_KILLED) from error
            raise


def _submitted(pool: ProcessPoolExecutor, article: Article) -> Future[Reading]:
    """Hand an article over. A process that this starts never hears Ctrl-C, which is for its parent to act on.

    The mask is for that process, which has it from here; nor may the signal leave a process behind half started.
    """
    with held_back():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return pool.submit(_read, article)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(settings: Settings) -> None:
    global _reader
    call_own()
    Thread(target=_end_with_parent, daemon=True).start()
    _reader = Reader(settings)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for articles for ever."""
    parent = parent_process()
    assert parent is not None, "this runs in the processes of a pool"
    parent.join()
    os._exit(1)


def _read(article: Article) -> Reading:
    assert _reader is not None, "the pool starts each process with a reader"
    return _reader.read(article)

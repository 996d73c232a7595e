"""A build that is stopped: Ctrl-C, kill -9, a worker that dies; what was read is kept, whole, and nothing else is."""

import os
import re
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from graph.articles import read_articles
from graph.build import Reader, Report, build
from graph.build.shared import share
from graph.build.stopping import held_back
from graph.errors import ClaimgraphError
from graph.store import open_store
from tests.build.prose import write
from tests.build.running import SHARED, claimgraph, control_c, graphs, interrupted, let_work, sentences, start, until

ARTICLES = 60
FEW = 24  # more than two processes are given at once
RULES = ("--extractor", "rules")


def committed(store: Path) -> int:
    """How many articles a reader of the store finds now, beside a writer or after one."""
    if not (store / "snapshots" / "current").exists():
        return 0
    with open_store(store) as opened:
        return sum(1 for _ in opened.graphs()) - len(SHARED)


def children(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes that read, of a build with several."""
    found = psutil.Process(process.pid).children(recursive=True)
    return [child for child in found if "spawn_main" in " ".join(child.cmdline())]


@pytest.fixture
def store(tmp_path: Path, reader: Reader) -> Path:
    """A store that has what articles share: the first change of a run is shown at once, and is then an article."""
    with open_store(tmp_path / "store", write=True) as opened:
        share(opened, reader.tools)
    return tmp_path / "store"


def test_what_is_written_as_control_c_comes_is_counted(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article, and the second appearance of one; then the run ends, before another article is looked at."""
    news = write(tmp_path, 2, sentences=4)

    def stopped(*sources: Path) -> Report:
        report = Report()
        articles = read_articles(sources, skipped=_refuse)
        with pytest.raises(KeyboardInterrupt):
            build(articles, store, reader, report=report, bad=_refuse)
        return report

    store = open_store(":memory:", write=True)
    share(store, reader.tools)
    interrupted(store, monkeypatch)
    first = stopped(news)
    (news / "news-001.txt").write_text((news / "news-000.txt").read_text())
    second = stopped(news)
    assert (first.read, second.read, second.unchanged, second.repeated) == (1, 0, 1, 1)
    assert sum(1 for _ in store.graphs()) == len(SHARED) + first.read
    found = store.query("SELECT ?where { ?article cg:appearance/cg:location ?where }")
    assert len(list(found)) == first.read + second.repeated  # type: ignore[arg-type]


def _refuse(source: str, error: ClaimgraphError) -> None:
    raise error


def test_control_c_is_held_back_where_it_would_be_an_exception() -> None:
    """It comes once the step is done, over what went wrong in it too; who ignores it, or is no main thread, is left."""
    with pytest.raises(KeyboardInterrupt) as raised, held_back():
        os.kill(os.getpid(), signal.SIGINT)
        raise ValueError("is not lost")
    assert isinstance(raised.value.__context__, ValueError)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held_back():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(_handler_in_a_step).result() is before
    assert signal.getsignal(signal.SIGINT) is before


def _handler_in_a_step() -> object:
    with held_back():
        return signal.getsignal(signal.SIGINT)


def test_stopped_and_killed_in_the_middle(tmp_path: Path, codebook: Path, store: Path) -> None:
    """After each, an article is in the store as in a clean build or not at all; the next build goes on from there."""
    news, clean = write(tmp_path / "news", ARTICLES, sentences=1), tmp_path / "clean"
    build = ("build", news, "--codebook", codebook, *RULES, "--store")
    done = claimgraph(*build, clean)
    assert done.returncode == 0, done.stderr
    assert f"{ARTICLES} articles read" in done.stderr
    whole = graphs(clean)

    running = start(*build, store)
    until(lambda: committed(store) > 0)
    let_work(running, 0.4)
    code, said = control_c(running)
    assert code == 130
    (sentence,) = sentences(said)
    kept = int(re.search(r"\((\d+) articles read", sentence)[1])  # type: ignore[index]
    assert 1 < kept < ARTICLES
    assert_whole(store, whole, kept)

    running = start(*build, store)
    until(lambda: committed(store) > kept)
    let_work(running, 0.4)
    running.kill()
    _, said = running.communicate(timeout=60)
    assert running.returncode == -signal.SIGKILL
    after = len(graphs(store)) - len(SHARED)
    assert kept + 1 < after < ARTICLES
    assert_whole(store, whole, after)

    done = claimgraph(*build, store)
    assert done.returncode == 0, done.stderr
    assert f"{ARTICLES - after} articles read, {after} unchanged" in done.stderr
    assert graphs(store) == whole


def assert_whole(store: Path, whole: dict[str, set[str]], articles: int) -> None:
    """So many articles are in the store, each with all that a clean build has of it, and every quotation is proved."""
    held = graphs(store)
    assert len(held) - len(SHARED) == articles
    assert {name: whole[name] for name in held} == held
    done = claimgraph("validate", "--proof-only", "--store", store)
    assert (done.returncode, f"{articles} articles: every quotation" in done.stdout + done.stderr) == (0, True)


@pytest.fixture
def two_workers(tmp_path: Path, codebook: Path, store: Path) -> subprocess.Popen[str]:
    """A build by two processes that has begun to read."""
    news = write(tmp_path / "news", FEW, sentences=1)
    running = start("build", news, "--codebook", codebook, *RULES, "--store", store, "--workers", "2")
    until(lambda: len(children(running)) == 2)
    return running


def test_control_c_reaches_workers_as_they_start(two_workers: subprocess.Popen[str]) -> None:
    """One sentence for all processes together, though each of them is sent the signal, and none is left."""
    readers = children(two_workers)
    code, said = control_c(two_workers)
    assert code == 130
    assert len(sentences(said)) == 1
    until(lambda: not any(reader.is_running() for reader in readers), 10)


def test_workers_end_with_a_build_that_was_killed(
    two_workers: subprocess.Popen[str], tmp_path: Path, codebook: Path, store: Path
) -> None:
    """No process is left that waits for articles for ever, and the store is free for the next build."""
    readers = children(two_workers)
    until(lambda: committed(store) > 0)
    two_workers.kill()
    two_workers.communicate(timeout=60)
    until(lambda: not any(reader.is_running() for reader in readers), 20)
    done = claimgraph("build", tmp_path / "news", "--codebook", codebook, *RULES, "--store", store)
    assert done.returncode == 0, done.stderr
    assert committed(store) == FEW


def test_a_worker_that_is_killed_is_one_sentence(two_workers: subprocess.Popen[str]) -> None:
    """As the system does where memory runs out."""
    os.kill(children(two_workers)[0].pid, signal.SIGKILL)
    _, said = two_workers.communicate(timeout=60)
    assert two_workers.returncode == 2
    assert "fewer --workers" in said.splitlines()[-1]
    assert "Traceback" not in said

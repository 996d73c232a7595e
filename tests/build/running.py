"""The program as its users run it: a child process, what it said, and what its store then holds."""

import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil
import pytest
from pyoxigraph import Quad

from graph.store import Store

ROOT = Path(__file__).parents[2]
EPOCH = "1700000000"
SHARED = ("actors", "codebook", "ontology")
Said = subprocess.CompletedProcess[str]


def environment(**more: str) -> dict[str, str]:
    """The environment of a run whose clock stands still, so that two runs can be compared."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMGRAPH_")}
    return {**kept, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH, **more}


def command(*arguments: str | Path) -> list[str]:
    """How the program is started from the checkout."""
    return [sys.executable, "-m", "cli", *map(str, arguments)]


def claimgraph(*arguments: str | Path, cwd: Path | None = None, **more: str) -> Said:
    """Run a command to its end."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, timeout=300, cwd=cwd, env=environment(**more)
    )


def claimgraph_here(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Said:
    """The same in this process: for what a command says, not how its process starts and ends."""
    from cli import app

    with pytest.raises(SystemExit) as ended:
        app([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return Said(arguments, ended.value.code, said.out, said.err)  # type: ignore[arg-type]


def start(*arguments: str | Path, limits: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start a command in a process group of its own, as a shell does, so that Ctrl-C can be sent to all of it."""
    return subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(),
        process_group=0, preexec_fn=limits,
    )  # fmt: skip


def control_c(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl-C; gives the exit code and what was said on standard error."""
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    return running.returncode, said


def interrupted(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store in the midst of whose writing Ctrl-C comes: what is written is there, and the writer not told yet."""
    written = store.replace_graph

    def replace_graph(graph: str, quads: Iterable[Quad]) -> None:
        written(graph, quads)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(store, "replace_graph", replace_graph)
    return store


def until(true: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def let_work(running: subprocess.Popen[str], seconds: float) -> None:
    """Leave a process alone until it has had so much of the processor, however busy the machine is."""

    def used() -> float:
        times = psutil.Process(running.pid).cpu_times()
        return times.user + times.system

    end = used() + seconds
    until(lambda: used() >= end)


def graphs(store: Path) -> dict[str, set[str]]:
    """What each graph of a store holds, as N-Quads, by the last part of the graph's name."""
    done = claimgraph("export", "nquads", "--store", store)
    assert done.returncode == 0, done.stderr
    found = defaultdict(set)
    for line in done.stdout.splitlines():
        found[line.rpartition("/")[2].rstrip("> .")].add(line)
    return dict(found)


def sentences(said: str) -> list[str]:
    """What a run complained of, one sentence a line; anything that is no sentence of ours fails here."""
    lines = said.splitlines()
    for line in lines:
        assert line.startswith("claimgraph: "), said
        assert line.endswith("."), said
    return lines

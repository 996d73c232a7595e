"""The command load: a file that makes the engine die or take all memory is named, and the store stays as it was."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from graph.build.loading import load_apart
from graph.errors import QueryTimeout
from tests.querying.test_command import command, run
from tests.store.misbehaving import misbehaving

DEEP = {
    "triples.nt": "<urn:a> <urn:p> " + "<<( <urn:a> <urn:p> " * 100_000 + "<urn:b>" + " )>>" * 100_000 + " .\n",
    "objects.jsonld": '{"@id":"urn:a","urn:p":' * 30_000 + "1" + "}" * 30_000,
    "text.nt": f'<urn:a> <urn:p> "{"x" * 20_000_000}" .\n',
}
WORDS = {
    "triples.nt": "makes its parser fail",
    "objects.jsonld": "needs more memory to be loaded than it may use",
    "text.nt": "holds a text that is longer than is taken",
}


def parts(store: Path) -> set[str]:
    """What lies in a store's folder."""
    return {path.name for path in store.iterdir()}


@pytest.mark.parametrize("name", DEEP)
def test_a_file_that_the_engine_dies_of_is_named(tmp_path: Path, name: str) -> None:
    """The file before it is loaded, nothing of it is, and nothing is left lying about."""
    (tmp_path / "good.nt").write_text('<urn:s> <urn:p> "good" .\n')
    (tmp_path / name).write_text(DEEP[name])
    store = tmp_path / "store"
    done = run(store, "load", str(tmp_path / "good.nt"), str(tmp_path / name), "--memory", "0.7")
    assert done.returncode == 2, done.stderr
    assert "good.nt: 1 statement in" in done.stderr and f"{name} {WORDS[name]}" in done.stderr
    assert "Traceback" not in done.stderr and "memory allocation" not in done.stderr
    assert parts(store) == {"format", "live", "snapshots", "writer.lock"}
    assert run(store, "query", "ASK { ?s ?p 'good' FILTER NOT EXISTS { <urn:a> ?q ?o } }", "--ask").returncode == 0


def many(path: Path, lines: int = 60_000) -> Path:
    """A file that takes a second or two to load."""
    path.write_text("".join(f'<urn:s{i}> <urn:p> "{i} {i * i}" .\n' for i in range(lines)))
    return path


def wait_for(condition: Callable[[], bool]) -> None:
    """Until something is so, for at most half a minute."""
    for _ in range(3000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("It did not come to be so.")


def test_ctrl_c_ends_a_load_at_once(tmp_path: Path) -> None:
    """And leaves neither a process nor half a copy."""
    store = tmp_path / "store"
    running = subprocess.Popen(
        command(store, "load", str(many(tmp_path / "many.nt"))), stderr=subprocess.PIPE, text=True
    )
    wait_for(lambda: (store / "scratch").exists())
    children = psutil.Process(running.pid).children()
    began = time.monotonic()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130 and "Stopped" in said
    assert time.monotonic() - began < 5
    assert children and not any(child.is_running() for child in children)
    assert parts(store) == {"format", "live", "snapshots", "writer.lock"}


def test_a_load_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    """It names the file, and leaves nothing of it."""
    store = tmp_path / "store"
    done = run(store, "load", str(many(tmp_path / "many.nt", 300_000)), "--timeout", "0.5")
    assert done.returncode == 124 and "many.nt was not loaded when 0.5 seconds were over" in done.stderr
    assert parts(store) == {"format", "live", "snapshots", "writer.lock"}


def test_a_load_into_a_server_that_is_silent_is_stopped(tmp_path: Path) -> None:
    """However long one answer may take."""
    (tmp_path / "good.nt").write_text('<urn:s> <urn:p> "good" .\n')
    began = time.monotonic()
    with (
        misbehaving(lambda connection: time.sleep(2)) as server,
        pytest.raises(QueryTimeout, match=r"good\.nt was not"),
    ):
        load_apart([tmp_path / "good.nt"], server.location, None, 8.0, timeout=1)
    assert time.monotonic() - began < 10


def test_a_second_load_is_told_who_writes(tmp_path: Path) -> None:
    """The first goes on."""
    store = tmp_path / "store"
    (tmp_path / "more.nt").write_text('<urn:s> <urn:p> "more" .\n')
    first = subprocess.Popen(command(store, "load", str(many(tmp_path / "many.nt"))), stderr=subprocess.DEVNULL)
    wait_for(lambda: (store / "scratch").exists())
    second = run(store, "load", str(tmp_path / "more.nt"))
    assert second.returncode == 2 and "is being written by process" in second.stderr
    assert first.wait(timeout=60) == 0
    assert run(store, "load", str(tmp_path / "more.nt")).returncode == 0

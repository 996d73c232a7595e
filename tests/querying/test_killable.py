"""Work in a child process: its output, its errors, its end."""

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from graph.errors import ClaimgraphError, Crashed, QueryError, QueryTimeout
from graph.querying import killable
from graph.querying.killable import output_of

ROOT = Path(__file__).parents[2]


def test_output_comes_whole_and_in_order() -> None:
    """Small and large, with a timeout and without."""
    for size in (0, 10, 20_000_000):
        data = bytes(range(256)) * (size // 256)
        for timeout in (None, 30.0):
            assert b"".join(output_of(lambda file, data=data: file.write(data), timeout)) == data  # type: ignore[misc]


def test_an_answer_without_end_does_not_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept up to a size, and none of it is given."""
    monkeypatch.setattr(killable, "KEPT_IN_FILE", 20_000_000)

    def flood(file: IO[bytes]) -> None:
        while True:
            file.write(bytes(1 << 16))

    with pytest.raises(ClaimgraphError, match="--timeout 0"):
        list(output_of(flood, 60.0))


def test_an_error_of_the_work_is_raised_here() -> None:
    """Of its own kind and with its message."""

    def refuse(file: IO[bytes]) -> None:
        file.write(b"half an answer")
        raise QueryError("no\nsuch thing – ever")

    given = []
    with pytest.raises(QueryError, match="no\nsuch thing – ever"):
        given += list(output_of(refuse, 10.0))
    assert not given, "no half answer"


def test_a_fault_of_the_work_is_one_sentence() -> None:
    """Whatever it was."""
    with pytest.raises(ClaimgraphError, match="ZeroDivisionError"):
        list(output_of(lambda file: print(1 / 0), 10.0))


@pytest.mark.parametrize("letter", ["x", "€", "\udcff", "\ud800"])
def test_a_long_error_is_cut(letter: str) -> None:
    """What is more than a pipe holds would keep the child from ending; and it need be no text that can be encoded."""

    def refuse(file: IO[bytes]) -> None:
        raise QueryError(f"no {letter * 1_000_000}")

    with pytest.raises(QueryError) as caught:
        list(output_of(refuse, 10.0))
    assert str(caught.value) == f"no {letter * 2997}"


def test_a_process_that_dies_is_said_to_have_died() -> None:
    """As one that the system ends for want of memory."""
    with pytest.raises(ClaimgraphError, match="ended the query's process"):
        list(output_of(lambda file: os.kill(os.getpid(), signal.SIGKILL), 10.0))


def test_a_stack_that_ran_over_is_said_to_be_too_deep() -> None:
    """The system ends the process then, and this one lives on."""

    def run_over(file: IO[bytes]) -> None:
        faulthandler.disable()  # pytest's, which would tell of it at length
        os.kill(os.getpid(), signal.SIGSEGV)

    with pytest.raises(Crashed, match="too deep for the engine"):
        list(output_of(run_over, 10.0))


def test_time_is_up_without_any_answer() -> None:
    """Even where half of it was written."""

    def dawdle(file: IO[bytes]) -> None:
        file.write(b"half")
        file.flush()
        time.sleep(30)

    start = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"longer than 0\.2 seconds"):
        list(output_of(dawdle, 0.2))
    assert time.monotonic() - start < 5


def test_who_stops_listening_stops_the_work() -> None:
    """No child is left behind."""

    def endless(file: IO[bytes]) -> None:
        file.write(str(os.getpid()).encode().ljust(20))
        file.flush()
        while True:
            file.write(b"x" * 1000)

    pieces = output_of(endless, None)
    child = int(next(pieces)[:20])
    pieces.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_the_work_ends_when_its_parent_is_killed() -> None:
    """A query that runs for ever does not outlive a terminal that was closed."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import os, time\n"
        "from graph.querying.killable import output_of\n"
        "def work(file):\n"
        "    file.write(str(os.getpid()).encode()); file.flush(); time.sleep(60)\n"
        "for piece in output_of(work, None): print(piece.decode(), flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script, str(ROOT)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and "Z" not in Path(f"/proc/{child}/stat").read_text().split()[2]:
        assert time.monotonic() < deadline, "the child lives on"
        time.sleep(0.02)

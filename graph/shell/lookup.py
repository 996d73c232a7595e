"""Names of the store, looked up beside the shell by a process of its own.

The shell itself may hold no database, since it forks to run a query; and nobody waits for a name while typing. So a
helper answers, a line for a line: `[number, text, kinds]` in, `[number, [[kind, iri, label], ...]]` out. It opens the
newest state of the store for each question, and ends itself where one takes too long; the next starts another.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph.errors import ClaimgraphError
from graph.querying.names import Thing
from graph.querying.offering import named_like
from graph.store import open_store

LONGEST = 1.5  # seconds
# a fresh interpreter, not a fork: of this process nothing must be held in the helper, whatever it has open
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from graph.shell.lookup import serve; serve()"


class Lookup:
    """Finds what may be meant by a part of a name."""

    def __init__(self, location: str | Path, longest: float = LONGEST) -> None:
        self._told = [json.dumps([str(Path(path).resolve()) for path in sys.path]), str(location), str(longest)]
        self._number = 0
        self._read = b""
        self._helper = self._started()

    async def things(self, text: str, kinds: Sequence[str]) -> list[Thing]:
        """Things of these kinds with this in their name; nothing where that takes too long or cannot be told."""
        if self._helper.returncode is not None:
            self._helper = self._started()
        self._number += 1
        try:
            assert self._helper.stdin is not None
            os.write(self._helper.stdin.fileno(), json.dumps([self._number, text, list(kinds)]).encode() + b"\n")
            found = await self._answer(self._number)
        except (OSError, EOFError):
            self.close()
            return []
        return [Thing(kind, iri, label, True) for kind, iri, label in found]

    def close(self) -> None:
        """End the helper."""
        self._helper.kill()
        with self._helper:  # which waits for it and closes its pipes
            self._read = b""

    def _started(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - this same program
            [sys.executable, "-P", "-c", _START, *self._told],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            process_group=0,  # Ctrl-C means the query
        )

    async def _answer(self, number: int) -> list[Any]:
        """The answer of this number; those to questions that nobody waits for any more are passed over."""
        assert self._helper.stdout is not None
        ready, loop, answers = asyncio.Event(), asyncio.get_running_loop(), self._helper.stdout.fileno()
        loop.add_reader(answers, ready.set)
        try:
            while True:
                await ready.wait()
                ready.clear()
                piece = os.read(answers, 1 << 16)
                if not piece:
                    raise EOFError
                *lines, self._read = (self._read + piece).split(b"\n")
                for line in lines:
                    got, found = json.loads(line)
                    if got == number:
                        return list(found)
        finally:
            loop.remove_reader(answers)


def serve() -> None:
    """The helper's life: it ends with its input, which ends with the shell."""
    location, longest = sys.argv[2], float(sys.argv[3])
    for line in sys.stdin:
        number, text, kinds = json.loads(line)
        signal.setitimer(signal.ITIMER_REAL, longest)  # what is not caught ends the process
        found = _found(location, text, kinds)
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(json.dumps([number, found]), flush=True)


def _found(location: str, text: str, kinds: Sequence[str]) -> list[tuple[str, str, str]]:
    try:
        with open_store(location) as store:
            return [(thing.kind, thing.iri, thing.label) for thing in named_like(store, text, kinds)]
    except ClaimgraphError:
        return []

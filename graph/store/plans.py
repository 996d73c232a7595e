"""How the engine evaluates a query: its plan, with the rows and the time of each step.

The engine's Python interface tells no plan; its command, which the package `oxigraph` brings, does.
"""

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import ClaimgraphError, QueryTimeout
from graph.store.values import shortened


class Step(NamedTuple):
    """One step of a plan: what it does, the rows that it gave, the seconds to its last row with all steps below it."""

    depth: int
    what: str
    rows: int
    seconds: float


class Plan(NamedTuple):
    """The seconds that planning took, and the steps from the last to the first, each above those that it draws on."""

    planning: float
    steps: tuple[Step, ...]


def plan_of(database: Path, sparql: str, timeout: float | None) -> Plan:
    """The plan of a query, which is run to its end on a database that nobody writes to.

    :raises QueryTimeout: where it runs longer than so many seconds.
    :raises ClaimgraphError: where the engine's command is not there, or fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "plan.json"
        query = Path(folder) / "query.rq"
        query.write_text(sparql, encoding="utf-8")
        command = [_engine(), "query", "--location", str(database.absolute()), "--query-file", str(query),
                   "--results-format", _format(sparql), "--stats", "--explain-file", str(told)]  # fmt: skip
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and no word of it is a user's
                command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=timeout, check=False,
                preexec_fn=_end_with_parent,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise QueryTimeout.after(timeout) from None
        if done.returncode or not told.exists():
            if done.returncode < 0:
                raise ClaimgraphError(
                    "The engine gave up while it ran the query, as it does where memory runs out: narrow the query, or "
                    "give it more with --memory (in gigabytes; 0 for as much as there is)."
                )
            said = " ".join(done.stderr.split())[:300]
            raise ClaimgraphError(f"The engine's command gave no plan ({said}): leave out --explain.")
        found = json.loads(told.read_text(encoding="utf-8"))
    return Plan(found["planning duration in seconds"], tuple(_steps(found["plan"], 0)))


def _engine() -> str:
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if found is None:
        raise ClaimgraphError("--explain needs the engine's command, which is not there: run `pip install oxigraph`.")
    return found


def _end_with_parent() -> None:
    """Have the system end the engine when the process that waits for it is killed (prctl(2), PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _format(sparql: str) -> str:
    from graph.sparql.forms import form_of
    from graph.sparql.tokens import tokens

    return "nt" if form_of(list(tokens(sparql))) in ("CONSTRUCT", "DESCRIBE") else "json"


def _steps(node: dict[str, Any], depth: int) -> Iterator[Step]:
    what = re.sub(r"<([^<>\s]*)>", lambda m: shortened(m[1]), node["name"])
    yield Step(depth, what, node.get("number of results", 0), node.get("duration in seconds", 0.0))
    for child in node.get("children", ()):
        yield from _steps(child, depth + 1)

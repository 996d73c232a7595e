"""What asking one question costs in a fresh process, beside merely starting Python with typer and pyoxigraph."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from graph.store import open_store
from tests.sample import MINTER, quads, sample

ROOT = Path(__file__).parents[2]
ROUNDS = 21


def seconds(environment: dict[str, str], *arguments: str) -> float:
    """How long a process takes from its start to its end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def test_a_question_in_a_fresh_process(tmp_path: Path) -> None:
    """Prints the medians of alternated runs, and their ratio; the aim is less than 1.6."""
    with open_store(tmp_path / "s", write=True) as store:
        for name in ("one", "two", "three"):
            reading = sample(name)
            store.replace_graph(MINTER.graph(name), quads(reading, MINTER))
    question = ["-m", "cli", "query", "positions-of", "-p", "who=Mara Lind", "--store", str(tmp_path / "s")]
    nothing = ["-c", "import typer, pyoxigraph"]
    # compiled once, as an installed program is, even where the environment forbids to keep what was compiled
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    bare, asked = [], []
    for _ in range(1 + ROUNDS):
        bare.append(seconds(environment, *nothing))
        asked.append(seconds(environment, *question))
    del bare[0], asked[0]
    low, high = statistics.median(bare), statistics.median(asked)
    print(f"\nbare {1000 * low:.0f} ms, a question {1000 * high:.0f} ms, ratio {high / low:.2f}")

"""What a process takes of processors and memory.

    python -m tests.benchmarks.spending PATIENCE PROGRAM [ARGUMENT ...]

Linux counts for a new process the memory that its parent had, so that `cost` lets this small one start it.
"""

import json
import os
import subprocess
import sys
import threading
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of the processors, and the most megabytes that were in memory."""

    seconds: float
    megabytes: float


def cost(*arguments: str, patience: float = 600) -> Cost | None:
    """Run a process to its end; nothing where it takes longer than so many seconds."""
    starter = [sys.executable, "-m", "tests.benchmarks.spending", str(patience), *arguments]
    found = json.loads(subprocess.run(starter, check=True, stdout=subprocess.PIPE).stdout)
    return Cost(*found) if found else None


def main(patience: str, *arguments: str) -> int:
    """Print the cost as JSON; gives the exit code."""
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    stop = threading.Timer(float(patience), child.kill)
    stop.start()
    _, status, used = os.wait4(child.pid, 0)
    stop.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps(None if child.returncode < 0 else [used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
    return max(child.returncode, 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

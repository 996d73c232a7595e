"""Times of a thing and of its peers, in turn, so that a busy machine slows them alike."""

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each work in each round; a first round warms up and does not count."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if number:
                times[name].append(time.perf_counter() - start)
    return times


def told(times: Mapping[str, Sequence[float]], peer: str) -> str:
    """A line for each: median and least in milliseconds, and the median as a multiple of the peer's."""
    low = statistics.median(times[peer])
    return "\n".join(
        f"{name:44} {1000 * (middle := statistics.median(some)):9.1f} ms  (least {1000 * min(some):9.1f})"
        f"  {middle / low:6.2f}"
        for name, some in times.items()
    )


def process(*arguments: str, environment: Mapping[str, str] | None = None) -> Callable[[], object]:
    """The work of running a process to its end."""
    return lambda: subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=environment, timeout=600)

"""What was run, how long each step took, and the engine's plan where it tells one."""

from collections.abc import Iterator, Mapping

from graph.querying.rows import rows_of
from graph.querying.saved import without_header
from graph.sparql.prologue import with_prefixes
from graph.store import Store
from graph.store.plans import Plan

_NUMBERS = 22  # columns for rows and milliseconds


def explained(store: Store, text: str, times: Mapping[str, float], *, width: int, timeout: float | None) -> bytes:
    """The steps of a query with their rows and milliseconds, after those that were needed to come there."""
    plan = store.plan(with_prefixes(text), timeout)
    lines = [f"# {name}: {1000 * seconds:.1f} ms" for name, seconds in times.items()]
    lines += _without_plan(store, text) if plan is None else _with_plan(plan, width)
    return "\n".join([*lines, "", without_header(text).strip(), ""]).encode()


def _without_plan(store: Store, text: str) -> Iterator[str]:
    """For stores that tell none."""
    import time

    began = time.perf_counter()
    count = sum(1 for _ in rows_of(store.query(text)).cells)
    yield f"# all rows: {1000 * (time.perf_counter() - began):.1f} ms"
    yield f"# rows: {count}"
    yield "# this store tells no plan"


def _with_plan(plan: Plan, width: int) -> Iterator[str]:
    yield f"# plan: {1000 * plan.planning:.1f} ms"
    yield f"# all rows: {1000 * plan.steps[0].seconds:.1f} ms"
    yield f"# rows: {plan.steps[0].rows}"
    yield ""
    room = max(30, width - _NUMBERS)
    yield f"{'step':{room}} {'rows':>10} {'ms':>10}"
    for step in plan.steps:
        what = "  " * step.depth + step.what
        cut = what if len(what) <= room else what[: room - 1] + "…"
        yield f"{cut:{room}} {step.rows:>10,} {1000 * step.seconds:>10.1f}"

"""How Python's search for dead objects is put off while very many are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, the collector does not go through what is there again and again; afterwards it is as it was.

    It starts whenever a quarter more has been made, and of a page nothing is ever found dead: see
    https://docs.python.org/3/library/gc.html#gc.set_threshold.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()

"""How long a server is waited for, and how often it is asked again."""

from collections.abc import Mapping
from typing import NamedTuple

from graph.errors import StoreError


class Patience(NamedTuple):
    """Times are in seconds."""

    connect: float = 10.0
    silence: float = 300.0
    """The longest time without a byte, once the request is sent."""
    total: float = 3600.0
    """The longest time for one answer, from its first asking to its last byte."""
    tries: int = 5
    """How often a request is sent at most, where it is safe to repeat."""
    backoff: float = 0.5
    """The first wait; each next one is twice as long, and each by chance up to a half longer."""
    longest_wait: float = 30.0
    """Between two tries, whatever the server asks for."""


def patience_of(environ: Mapping[str, str]) -> Patience:
    """CLAIMGRAPH_TIMEOUT is how many seconds one answer may take, 0 for as long as it takes.

    :raises StoreError: where it is no number of seconds.
    """
    text = environ.get("CLAIMGRAPH_TIMEOUT", "")
    if not text:
        return Patience()
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise StoreError(f"CLAIMGRAPH_TIMEOUT is {text[:40]!r}: give a number of seconds, 0 for as long as it takes.")
    seconds = seconds or 1e9
    return Patience(connect=min(10.0, seconds), silence=seconds, total=seconds)

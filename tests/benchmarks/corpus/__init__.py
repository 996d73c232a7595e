"""A corpus of any size that nobody wrote: made-up words, but the skew of real news; the same every time.

    python -m tests.benchmarks.corpus 100000 corpus.nq

The records are those of `graph.model`, and `graph.mapping` turns them into quads, so that the vocabulary cannot drift.
"""

from tests.benchmarks.corpus.articles import readings
from tests.benchmarks.corpus.world import World, world_of
from tests.benchmarks.corpus.written import quads_of, write

__all__ = ["World", "quads_of", "readings", "world_of", "write"]

"""Write a corpus: the number of its claims, and the file."""

import sys
from pathlib import Path

from tests.benchmarks.corpus import world_of, write

if __name__ == "__main__":
    claims, path = sys.argv[1:]
    write(world_of(int(claims)), Path(path))

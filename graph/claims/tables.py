"""The tables beside this file: words one a line, or rows of columns; read once, on first use."""

from collections.abc import Iterator
from functools import cache

from graph.resources import table_lines


@cache
def words(name: str) -> frozenset[str]:
    """The words of `tables/<name>.txt`, one a line.

    >>> "proposal" in words("stand_ins")
    True
    """
    return frozenset(table_lines("claims", "tables", f"{name}.txt"))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `tables/<name>.tsv`, each its columns.

    >>> next(rows("weights"))[0]
    'bias'
    """
    return (line.split("\t") for line in table_lines("claims", "tables", f"{name}.tsv"))

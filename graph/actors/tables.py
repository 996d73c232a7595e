"""The word tables beside this file: read once, on first use."""

from collections.abc import Mapping
from functools import cache

from graph.resources import table_lines


@cache
def words(name: str) -> frozenset[str]:
    """The words of `tables/<name>.txt`, one a line.

    >>> "Ministry" in words("organizations")
    True
    """
    return frozenset(table_lines("actors", "tables", f"{name}.txt"))


@cache
def pairs(name: str) -> Mapping[str, str]:
    """What the second column of `tables/<name>.tsv` says of the first.

    >>> pairs("titles")["Mrs."]
    'f'
    """
    return dict(line.split("\t") for line in table_lines("actors", "tables", f"{name}.tsv"))

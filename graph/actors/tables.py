"""The word tables beside this file: read once, on first use."""

from collections.abc import Mapping
from functools import cache

from graph.resources import resource


@cache
def words(name: str) -> frozenset[str]:
    """The words of `tables/<name>.txt`, one a line.

    >>> "Ministry" in words("organizations")
    True
    """
    return frozenset(_lines(f"{name}.txt"))


@cache
def pairs(name: str) -> Mapping[str, str]:
    """What the second column of `tables/<name>.tsv` says of the first.

    >>> pairs("titles")["Mrs."]
    'f'
    """
    return dict(line.split("\t") for line in _lines(f"{name}.tsv"))


def _lines(name: str) -> list[str]:
    text = resource("actors", "tables", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

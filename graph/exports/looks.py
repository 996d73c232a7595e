"""How nodes and lines look in the tools that take colours: as on the page."""

import json
from functools import cache
from math import sqrt
from typing import Any

from graph.exports.rows import Row
from graph.resources import resource


@cache
def _styles() -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(
        resource("page", "assets", "styles.json").read_text(encoding="utf-8")
    )
    return found


def node_look(kind: str) -> dict[str, Any]:
    """The colour (`light`, as #rrggbb) and `shape` of a kind of node."""
    kinds = _styles()["kinds"]
    return kinds.get(kind, kinds["Other"])


def edge_look(relation: str) -> dict[str, Any]:
    """The colour, `dash` and `sign` of a relation."""
    relations = _styles()["relations"]
    return relations.get(relation, relations["link"])


def all_looks() -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """The looks of all kinds and of all relations."""
    return _styles()["kinds"], _styles()["relations"]


def diameter(weight: float) -> float:
    """The size of a node on which so many statements bear.

    >>> diameter(1), diameter(16)
    (14.0, 26.0)
    """
    return round(10 + 4 * sqrt(weight), 2)


def size_of(row: Row) -> float:
    """The size of a node by its row."""
    return diameter(float(row["weight"]))  # type: ignore[arg-type] # a number in every row of a node


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255.

    >>> channels("#ff8000")
    (255, 128, 0)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

"""The networks and measures as rows that can be printed: plain dictionaries with the same keys in each row."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from graph.errors import InputError
from graph.networks.debate import Debate
from graph.networks.discourse import KINDS, NORMALISATIONS, Mode, affiliation, one_mode
from graph.networks.measures import divisions, places, summary

Table = list[dict[str, Any]]


def edges(graph: Any) -> Table:  # noqa: ANN401 - a networkx.Graph
    """One row an edge of a discourse network, the heaviest first."""
    label = graph.nodes(data="label")
    found = [
        {"source": label[one], "target": label[other], **_rounded(data), "source_id": one, "target_id": other}
        for one, other, data in graph.edges(data=True)
    ]
    return sorted(found, key=lambda row: (-abs(row["weight"]), row["source"], row["target"], row["source_id"]))


def one_mode_table(mode: Mode) -> Callable[..., Table]:
    """A function from a debate, a kind and a normalisation to pairs with their weight."""

    def build(debate: Debate, kind: str = "congruence", normalise: str = "none") -> Table:
        chosen(dict.fromkeys(KINDS), kind, "kind")
        chosen(NORMALISATIONS, normalise, "normalisation")
        return edges(one_mode(debate, mode, kind, normalise))

    return build


TABLES: dict[str, Callable[..., Table]] = {
    "affiliation": lambda debate: edges(affiliation(debate)),
    "actors": one_mode_table("actors"),
    "proposals": one_mode_table("proposals"),
    "places": lambda debate: [asdict(place) for place in places(debate)],
    "divisions": lambda debate: [asdict(division) for division in divisions(debate)],
    "summary": lambda debate: [asdict(summary(debate))],
}

T = TypeVar("T")


def chosen(registry: dict[str, T], name: str, what: str) -> T:
    """The entry of a registry.

    :raises InputError: where there is none of this name; the sentence lists those that there are.
    """
    if name not in registry:
        raise InputError(f"There is no {what} '{name}': give one of {', '.join(registry)}.")
    return registry[name]


def _rounded(data: dict[str, Any]) -> dict[str, Any]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in data.items()}

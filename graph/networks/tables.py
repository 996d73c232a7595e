"""The networks and measures as rows that can be printed: plain dictionaries with the same keys in each row."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from graph.networks.debate import Debate
from graph.networks.discourse import affiliation, one_mode
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


def affiliation_table(debate: Debate) -> Table:
    """Actors by proposals with the mean polarity and the number of statements."""
    return edges(affiliation(debate))


def one_mode_table(debate: Debate, mode: Any, kind: str, normalise: str) -> Table:  # noqa: ANN401 - a Mode
    """Pairs of actors, or of proposals, with their weight."""
    return edges(one_mode(debate, mode, kind, normalise))


MEASURES: dict[str, Callable[[Debate], Table]] = {
    "places": lambda debate: [asdict(place) for place in places(debate)],
    "divisions": lambda debate: [asdict(division) for division in divisions(debate)],
    "summary": lambda debate: [asdict(summary(debate))],
}


def _rounded(data: dict[str, Any]) -> dict[str, Any]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in data.items()}

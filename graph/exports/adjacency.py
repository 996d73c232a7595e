"""An adjacency matrix as CSV: R, UCINET and pandas read it.

Actors by proposals, with the mean polarity (-1 to 1, empty where nothing is said), where the network is one of both;
else a square matrix of weights, less where the relation is a negative one.
"""

from collections import defaultdict
from typing import BinaryIO

from graph.exports.cells import write_csv
from graph.exports.rows import Row
from graph.networks.debate import Debate
from graph.networks.graphs import Graph


def write_adjacency(graph: Graph, debate: Debate, out: BinaryIO, *, excel: bool = False) -> None:
    """Write the matrix, its rows and columns in the order of their IRIs; a label that is not alone gets its IRI."""
    names = _names(graph)
    across = [node for node, kind in sorted(graph.nodes(data="kind")) if kind == "Proposal"]
    down = [node for node, kind in sorted(graph.nodes(data="kind")) if kind != "Proposal"]
    if _two_sided(graph):
        cells = _polarities(debate)
    else:
        across = down = sorted(graph)
        cells = _weights(graph)
    columns = {"": str, **{names[node]: float for node in across}}
    write_csv((_row(names, node, across, cells) for node in down), columns, out, excel=excel)


def _row(names: dict[str, str], node: str, across: list[str], cells: dict[tuple[str, str], float]) -> Row:
    return {"": names[node], **{names[other]: cells.get((node, other)) for other in across}}


def _two_sided(graph: Graph) -> bool:
    """Whether every edge goes from an actor to a proposal."""
    kinds = graph.nodes(data="kind")
    return all(kinds[one] not in ("Proposal", "Claim") and kinds[other] == "Proposal" for one, other in graph.edges())


def _polarities(debate: Debate) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for statement in debate.statements:
        found[statement.position.holder, statement.position.proposal].append(statement.position.polarity)
    return {pair: sum(values) / len(values) for pair, values in found.items()}


def _weights(graph: Graph) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = defaultdict(float)
    mutual = {"congruence", "conflict"}
    for one, other, data in graph.edges(data=True):
        sign = -1 if data["polarity"] < 0 else 1
        for pair in {(one, other), (other, one) if data["relation"] in mutual else (one, other)}:
            found[pair] += sign * data["weight"]
    return found


def _names(graph: Graph) -> dict[str, str]:
    """Each node's label; its IRI behind it where another one is called the same."""
    often: dict[str, int] = defaultdict(int)
    for _, label in graph.nodes(data="label"):
        often[label] += 1
    return {
        node: label if often[label] == 1 and label else f"{label} <{node}>" for node, label in graph.nodes(data="label")
    }

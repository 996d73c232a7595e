"""Which candidates are one proposal: those whose names mean nearly the same, by average linkage."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from graph.actors import Authority
from graph.candidates.likeness import likeness, weights_of
from graph.candidates.meaning import Meaning, meaning_of
from graph.candidates.pairs import pairs

LEAST = 0.66
"""How alike two groups are, on average over their members, to be put together."""
_APART = 10.0  # the distance of two that cannot be the same: no average with it comes near
_LARGEST = 400  # members of a part that is clustered at once
_STEP = 0.1


def clusters(labels: Sequence[str], authority: Authority) -> list[list[str]]:
    """The labels in groups, each group and their list in the order of the alphabet; the order given does not matter."""
    by_meaning: dict[Meaning, list[str]] = defaultdict(list)
    for label in sorted(set(labels)):
        by_meaning[meaning_of(label, authority)].append(label)
    meanings = sorted(by_meaning)
    weights = weights_of(meanings)
    alike = {pair: likeness(meanings[pair[0]], meanings[pair[1]], weights) for pair in pairs(meanings)}
    groups = _parts(range(len(meanings)), {pair: value for pair, value in alike.items() if value > 0}, LEAST / 2)
    found = [
        sorted(label for place in group for label in by_meaning[meanings[place]])
        for part in groups
        for group in _linked(part, lambda one, other: likeness(meanings[one], meanings[other], weights))
    ]
    return sorted(found)


def most_central(labels: Sequence[str], counts: Mapping[str, int], authority: Authority) -> str:
    """The label that the others are most like, each as often as it is used; the most used, the shortest of equals."""
    meanings = {label: meaning_of(label, authority) for label in labels}

    def place(label: str) -> tuple[float, int, int, str]:
        near = sum(likeness(meanings[label], meanings[other], {}) * counts.get(other, 1) for other in sorted(labels))
        return -round(near, 6), -counts.get(label, 1), len(label), label

    return min(labels, key=place)


def _parts(places: Sequence[int], alike: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """What hangs together by pairs that are alike; a part that is too large is parted again, more strictly."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(places)
    graph.add_edges_from(pair for pair, value in alike.items() if value >= least)
    found: list[list[int]] = []
    for part in nx.connected_components(graph):
        if len(part) <= _LARGEST or least >= 1:
            found.append(sorted(part))
        else:
            inside = {pair: value for pair, value in alike.items() if pair[0] in part and pair[1] in part}
            found += _parts(sorted(part), inside, least + _STEP)
    return found


def _linked(part: Sequence[int], alike: Callable[[int, int], float]) -> list[list[int]]:
    """The groups of a part, by average linkage (Sokal and Michener 1958, as SciPy has it)."""
    if len(part) == 1:
        return [list(part)]
    from itertools import combinations

    from scipy.cluster.hierarchy import fcluster, linkage

    distances = [1 - value if (value := alike(*pair)) > 0 else _APART for pair in combinations(part, 2)]
    numbers = fcluster(linkage(distances, "average"), 1 - LEAST, "distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for place, number in zip(part, numbers, strict=True):
        groups[int(number)].append(place)
    return list(groups.values())

"""Where every node of a network stands: each connected part settles, its labels are parted, the parts are packed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graph.page.layout.force import Indices, settle
from graph.page.layout.overlap import part
from graph.page.layout.packing import nest, pack, shelves
from graph.page.layout.repulsion import EXACT_UP_TO, Points

SEED = 20
ASPECT = 1.1
SPACING, FEW, AIRY = 46.0, 150, 46.0
STRETCH = 1.8
EVEN = 0.4
GROWN = 70  # steps where most comes from a smaller size
SHELVES_FROM = 60
SMALL, FEW_LINES, DOTS = 8, 200, 8


def place(
    boxes: Points, edges: Sequence[tuple[int, int]], weights: Sequence[float] = (), start: Points | None = None
) -> Points:
    """Positions (n, 2) for nodes with boxes (n, 2), joined by edges: the same for the same arguments.

    :param start: positions to begin from, so that a network that grows keeps its shape; NaN where there is none.
    """
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    weight = np.array(weights or np.ones(len(ends)), dtype=np.float64)
    groups = components(len(boxes), ends)
    positions = np.zeros((len(boxes), 2))
    sizes, covered = [], []
    for group in groups:
        inside = np.isin(ends[:, 0], group) if len(groups) > 1 else np.ones(len(ends), dtype=bool)
        local = np.searchsorted(group, ends[inside])
        known = None if start is None else start[group]
        found = _connected(boxes[group], local[:, 0], local[:, 1], weight[inside], known)
        low, high = (found - boxes[group] / 2).min(axis=0), (found + boxes[group] / 2).max(axis=0)
        positions[group] = found - (low + high) / 2
        sizes.append((float(high[0] - low[0]), float(high[1] - low[1])))
        if len(boxes) <= EXACT_UP_TO:
            covered.append(_covered(positions[group], boxes[group], local))
    middles = _middles(sizes, covered)
    for group, middle in zip(groups, middles, strict=True):
        positions[group] += middle
    return positions


def _middles(sizes: list[tuple[float, float]], covered: list[Points]) -> Points:
    if not sizes:
        return np.zeros((0, 2))
    if len(sizes) >= SHELVES_FROM:
        return shelves(sizes, ASPECT)
    return nest(covered, ASPECT) if covered else pack(sizes, ASPECT)


def _covered(points: Points, boxes: Points, ends: Indices) -> Points:
    """What a part covers, as boxes (m, 4): its nodes with their labels, and its lines; all of it where it is small."""
    node = np.concatenate((points - boxes / 2, points + boxes / 2), axis=1)
    if len(node) <= SMALL:
        return np.concatenate((node[:, :2].min(axis=0), node[:, 2:].max(axis=0)))[None]
    if len(ends) > FEW_LINES:
        return node
    share = np.linspace(0, 1, DOTS)[:, None, None]
    dots = (points[ends[:, 0]] * share + points[ends[:, 1]] * (1 - share)).reshape(-1, 2)
    return np.concatenate((node, np.tile(dots, 2)))


def components(count: int, ends: Indices) -> list[Indices]:
    """The nodes of each connected part in ascending order, the largest part first."""
    parent = np.arange(count)
    while len(ends):
        low = np.minimum(parent[ends[:, 0]], parent[ends[:, 1]])
        before = parent.copy()
        for side in (0, 1):
            np.minimum.at(parent, parent[ends[:, side]], low)
            np.minimum.at(parent, ends[:, side], low)
        parent = parent[parent]
        if np.array_equal(parent, before):
            break
    order = np.argsort(parent, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(parent[order])) + 1) if count else []
    return sorted(groups, key=lambda group: (-len(group), int(group[0])))


def _connected(
    boxes: Points, one: Indices, other: Indices, weight: NDArray[np.float64], start: Points | None
) -> Points:
    count = len(boxes)
    if count == 1:
        return np.zeros((1, 2))
    steps = 300 if count <= EXACT_UP_TO else 150 if start is None or np.isnan(start).all() else GROWN
    settled = settle(_start(count, one, other, start), one, other, weight, steps)
    spacing = SPACING + AIRY * max(0.0, 1 - count / FEW)
    scaled = _upright(settled) * (spacing * np.sqrt(count) / (_spread(settled) + 1e-9))
    return part(_filled(scaled), boxes)


def _filled(points: Points) -> Points:
    """Drawn apart where many are beside or above each other and together where few are, in the same order each way."""
    if not 3 < len(points) <= EXACT_UP_TO:
        return points
    order = points.argsort(axis=0).argsort(axis=0) / (len(points) - 1)
    low, high = points.min(axis=0), points.max(axis=0)
    filled: Points = (1 - EVEN) * points + EVEN * (low + order * (high - low))
    return filled


def _start(count: int, one: Indices, other: Indices, known: Points | None) -> Points:
    """Random places, seeded; where places are known those, and for the rest the middle of their neighbours."""
    chance: Points = np.random.default_rng(SEED).normal(size=(count, 2)) * np.sqrt(count)
    if known is None or np.isnan(known).all():
        return chance
    has = ~np.isnan(known[:, 0])
    places = np.where(has[:, None], known, 0.0)
    total, near = np.zeros((count, 2)), np.zeros(count)
    for side, far in ((one, other), (other, one)):
        np.add.at(total, side, places[far])
        np.add.at(near, side, has[far])
    middle = total / np.maximum(near, 1)[:, None]
    return np.where(has[:, None], known, middle + chance * 0.5)


def _upright(points: Points) -> Points:
    """Turned so that the network is widest from left to right, with a fixed sign, and stretched towards `ASPECT`."""
    _, vectors = np.linalg.eigh(np.cov(points.T) + np.eye(2) * 1e-9)
    axes = vectors[:, ::-1]
    axes = axes * np.where(axes.sum(axis=0) < 0, -1.0, 1.0)
    turned = points @ axes
    wide, high = np.ptp(turned, axis=0) + 1e-9
    factor = np.sqrt(np.clip(ASPECT * high / wide, 1 / STRETCH**2, STRETCH**2))
    stretched: Points = turned * (factor, 1 / factor)
    return stretched


def _spread(points: Points) -> float:
    return float(np.sqrt((points**2).sum(axis=1).mean()))

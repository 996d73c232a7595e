"""How a connected network settles: the steps of ForceAtlas2 with its adaptive speed.

Source: M. Jacomy, T. Venturini, S. Heymann, M. Bastian, ForceAtlas2, PLoS ONE 9(6), 2014.
"""

import numpy as np
from numpy.typing import NDArray

from graph.page.layout.repulsion import Points, repulsion

Indices = NDArray[np.int64]
TOLERANCE = 0.1
GRAVITY = 0.7


def settle(start: Points, one: Indices, other: Indices, weight: Points, steps: int) -> Points:
    """Positions (n, 2) after some steps from a start; edges run from `one` to `other`, weights pull."""
    count = len(start)
    mass = np.bincount(one, minlength=count) + np.bincount(other, minlength=count) + 1.0
    push = repulsion(mass)
    position = np.ascontiguousarray(start.T, dtype=np.float64)  # each axis in one piece: several times quicker
    before = np.zeros_like(position)
    speed, efficiency = 1.0, 1.0
    for _ in range(steps):
        force = push(position) + _springs(position, one, other, weight) - _gravity(position, mass)
        swing, pull = _norm(force - before), _norm(force + before) / 2
        total_swing, total_pull = float((mass * swing).sum()) + 1e-9, float((mass * pull).sum()) + 1e-9
        efficiency = max(efficiency * 0.7, 0.05) if total_swing > 2 * total_pull else min(efficiency * 1.1, 1.0)
        target = max(TOLERANCE, 0.005 * np.sqrt(count)) * efficiency * total_pull / total_swing
        speed += min(target - speed, 0.5 * speed)
        step = force * (speed / (1 + np.sqrt(speed * swing)))
        limit = np.ptp(position, axis=1).max() * 0.05 + 1e-9
        position += step * np.minimum(1, limit / (_norm(step) + 1e-9))
        before = force
    settled = np.ascontiguousarray(position.T)
    settled -= settled.mean(axis=0)
    return settled


def _springs(position: Points, one: Indices, other: Indices, weight: Points) -> Points:
    apart = (position[:, other] - position[:, one]) * weight
    count = position.shape[1]
    return np.stack([np.bincount(one, pull, count) - np.bincount(other, pull, count) for pull in apart])


def _gravity(position: Points, mass: Points) -> Points:
    """A pull to the middle, the same at every distance: it rounds what would be a long chain."""
    pull: Points = GRAVITY * mass * position / (_norm(position) + 1e-9)
    return pull


def _norm(vectors: Points) -> Points:
    length: Points = np.hypot(vectors[0], vectors[1])
    return length

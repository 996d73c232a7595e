"""How nodes with their labels are moved apart until none covers another."""

import numpy as np

from graph.page.layout.repulsion import Points

UP_TO = 320
GAP = 8.0
SLACK = 0.5


def part(centre: Points, size: Points, rounds: int = 300) -> Points:
    """Centres of boxes of the given sizes (n, 2), moved a little at a time; above `UP_TO` boxes as they came.

    Two boxes part by half of what lacks, along the axis where less lacks; equal centres part in their order.
    """
    if not 1 < len(centre) <= UP_TO:
        return centre
    centre = centre.copy()
    order = np.sign(np.subtract.outer(np.arange(len(centre)), np.arange(len(centre))))
    need = [np.add.outer(size[:, axis], size[:, axis]) / 2 + GAP for axis in (0, 1)]
    for _ in range(rounds):
        apart = [np.subtract.outer(centre[:, axis], centre[:, axis]) for axis in (0, 1)]
        lack = [need[axis] - np.abs(apart[axis]) for axis in (0, 1)]
        hit: Points = (lack[0] > SLACK) & (lack[1] > SLACK) & (order != 0)
        if not hit.any():
            break
        along_x = lack[0] < lack[1]
        touching = np.sqrt(np.maximum(1, hit.sum(axis=1)))
        for axis, chosen in ((0, along_x), (1, ~along_x)):
            direction = np.where(apart[axis] == 0, order, np.sign(apart[axis]))
            centre[:, axis] += (direction * lack[axis] * 0.5 * (hit & chosen)).sum(axis=1) / touching
    return centre

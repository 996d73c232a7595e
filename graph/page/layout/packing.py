"""How the separate parts of a network are set beside each other: the largest in the middle, no two overlapping."""

import numpy as np

from graph.page.layout.repulsion import Points

MARGIN = 40.0
Box = tuple[float, float, float, float]


def pack(sizes: list[tuple[float, float]], aspect: float) -> Points:
    """The middle of each box, in the order given, so that the whole is about `aspect` times as wide as high."""
    placed: list[Box] = []
    for width, height in sizes:
        placed.append(_place(width + MARGIN, height + MARGIN, placed, aspect))
    return np.array([((left + right) / 2, (low + high) / 2) for left, low, right, high in placed])


def shelves(sizes: list[tuple[float, float]], aspect: float) -> Points:
    """Like `pack` for very many boxes: rows as on shelves, in the order given."""
    total = sum((width + MARGIN) * (height + MARGIN) for width, height in sizes)
    row_width = max(np.sqrt(total * aspect), max(width for width, _ in sizes) + MARGIN)
    middles, x, y, tallest = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x and x + width + MARGIN > row_width:
            x, y, tallest = 0.0, y + tallest, 0.0
        middles.append((x + width / 2, y + height / 2))
        x, tallest = x + width + MARGIN, max(tallest, height + MARGIN)
    return np.array(middles)


def _place(width: float, height: float, placed: list[Box], aspect: float) -> Box:
    """The free place beside the placed boxes that keeps the whole most compact."""
    if not placed:
        return (-width / 2, -height / 2, width / 2, height / 2)
    candidates = [
        (x, y, x + width, y + height)
        for left, low, right, high in placed
        for x, y in (
            (right, low), (right, high - height), (left - width, low), (left - width, high - height),
            (left, high), (right - width, high), (left, low - height), (right - width, low - height),
            (right, (low + high - height) / 2), ((left + right - width) / 2, high),
        )
    ]  # fmt: skip
    free = [box for box in candidates if not any(_overlap(box, other) for other in placed)]
    low_x, low_y, high_x, high_y = (
        f(values) for f, values in zip((min, min, max, max), zip(*placed, strict=True), strict=True)
    )

    def cost(box: Box) -> tuple[float, float]:
        wide = max(high_x, box[2]) - min(low_x, box[0])
        tall = max(high_y, box[3]) - min(low_y, box[1])
        middle = abs(box[0] + box[2]) / aspect + abs(box[1] + box[3])
        return (max(wide / aspect, tall), middle)

    return min(free, key=cost)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

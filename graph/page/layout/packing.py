"""How the separate parts of a network are set beside each other: the largest in the middle, no two overlapping."""

import numpy as np

from graph.page.layout.repulsion import Points

MARGIN = 40.0
FINE, FEW, COARSE = 30, 10, 20  # places that are tried in each direction, for so few parts and for more
BUTTONS = 0.4  # of its emptiness is lost in a corner with buttons
STEP = 0.04  # of the size of the whole: what differs by less is as large
Box = tuple[float, float, float, float]


def pack(sizes: list[tuple[float, float]], aspect: float) -> Points:
    """The middle of each box, in the order given, so that the whole is about `aspect` times as wide as high."""
    placed: list[Box] = []
    for width, height in sizes:
        placed.append(_place(width + MARGIN, height + MARGIN, placed, aspect))
    return np.array([((left + right) / 2, (low + high) / 2) for left, low, right, high in placed])


def nest(parts: list[Points], aspect: float) -> Points:
    """Like `pack` for parts of a few boxes each (m, 4), round their own middles: a part may stand in a gap of another.

    Where several places make the whole no larger, the emptiest: so that small parts fill corners, rather those at the
    lower left and the upper right, since in the others the page has buttons; and the largest stays in the middle.
    """
    taken = parts[0]
    middles = [(0.0, 0.0)]
    tried = FINE if len(parts) <= FEW else COARSE
    for boxes in parts[1:]:
        reach = np.abs(boxes).max(axis=0)[2:] + MARGIN / 2
        low, high = taken[:, :2].min(axis=0), taken[:, 2:].max(axis=0)
        places = [np.linspace(low[n] - reach[n], high[n] + reach[n], tried) for n in (0, 1)]
        middle = np.stack(np.meshgrid(*places), axis=-1).reshape(-1, 2)
        gap = _gap(middle, reach, taken)
        spread = np.maximum(high, middle + reach) - np.minimum(low, middle - reach)
        whole = np.maximum(spread[:, 0] / aspect, spread[:, 1])
        cost = np.where(gap < 0, np.inf, np.round(whole / whole.min() / STEP))
        aside = np.abs(((middle - (low + high) / 2) / (high - low)).sum(axis=1))
        best = np.lexsort((-gap * (1 - BUTTONS * aside), cost))[0]
        middles.append((float(middle[best, 0]), float(middle[best, 1])))
        taken = np.concatenate((taken, boxes + np.tile(middle[best], 2)))
    return np.array(middles)


def _gap(middle: Points, reach: Points, taken: Points) -> Points:
    """How far a box at each place is from what is taken; less than nothing where it covers some of it."""
    middle, taken = middle.astype(np.float32), taken.astype(np.float32)  # quicker, and fine enough
    centre, half = (taken[:, :2] + taken[:, 2:]) / 2, (taken[:, 2:] - taken[:, :2]) / 2 + reach.astype(np.float32)
    across, along = (np.abs(middle[:, None, n] - centre[None, :, n]) - half[None, :, n] for n in (0, 1))
    nearest: Points = np.maximum(across, along, out=across).min(axis=1)
    return nearest


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

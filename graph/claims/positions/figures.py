"""What speaks for a stand in figures: how each place of an article lies to each proposal.

Shapes: U units, P proposals, H = WIDTH of a vector.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.claims.positions.places import Places
from graph.claims.positions.units import Stretch
from graph.language import Vectors
from graph.language.stances import WIDTH

if TYPE_CHECKING:
    from numpy import ndarray

LIKENESSES = 8
LONG = 120  # pieces of one stretch of words that are looked at
SCALE = 3.0  # of likenesses, to the size of what stands beside them


def figures(places: Places, text: Vectors, wordings: Sequence[Vectors]) -> Iterator["ndarray"]:
    """For each proposal U by 12 H + LIKENESSES + HINTS figures, `wordings` being the vectors of the proposals."""
    import numpy as np

    meant = np.stack([w.mean for w in wordings])
    c, n, x, q = _means(places, text.states)
    looked_at = [np.concatenate([np.arange(a, min(b, a + LONG)) for a, b in words]) for words in places.words]
    like = np.stack(list(_likenesses(text, looked_at, wordings, c, q, x)), axis=-1) * SCALE
    for column, each in enumerate(meant):
        r = _bearing(text, looked_at, each)
        p = np.broadcast_to(each, c.shape)
        parts = [c, n, x, r, p, c * p, r * p, x * p, q * p, n * p, abs(c - p), abs(r - p)]
        yield np.concatenate([*parts, like[:, column], places.hints[:, column]], axis=-1).astype(np.float32)


def _means(places: Places, states: "ndarray") -> tuple["ndarray", ...]:
    """U by H each: the words, the holder's name, the sentence before, the sentence; zeros where there is none."""
    import numpy as np

    sums = np.concatenate([np.zeros((1, WIDTH), np.float32), states.cumsum(axis=0)])

    def mean(stretches: Sequence[Stretch | None]) -> "ndarray":
        there = [s for s in stretches if s is not None]
        total = sum((sums[b] - sums[a] for a, b in there), np.zeros(WIDTH, np.float32))
        return np.asarray(total / max(1, sum(b - a for a, b in there)))

    named, before, whole = ([mean([s]) for s in part] for part in (places.named, places.before, places.whole))
    return tuple(np.stack(part) for part in ([mean(w) for w in places.words], named, before, whole))


def _bearing(text: Vectors, looked_at: Sequence["ndarray"], meant: "ndarray") -> "ndarray":
    """U by H: what of a unit's words bears on a proposal."""
    import numpy as np

    out = np.zeros((len(looked_at), WIDTH), np.float32)
    asked = text.asks @ meant / WIDTH**0.5
    for row, pieces in enumerate(looked_at):
        shares = np.exp(asked[pieces] - asked[pieces].max())
        out[row] = shares / shares.sum() @ text.states[pieces]
    return out


def _likenesses(
    text: Vectors, looked_at: Sequence["ndarray"], wordings: Sequence[Vectors],
    words: "ndarray", whole: "ndarray", before: "ndarray",
) -> Iterator["ndarray"]:  # fmt: skip
    """U by P each: cosines of words, sentence, the one before, piece by piece; and beside other proposals."""
    import numpy as np

    meant = _directions(np.stack([w.mean for w in wordings]))
    of_words, of_whole, of_before = (_directions(part) @ meant.T for part in (words, whole, before + 1e-6))
    states, tokens = _directions(text.states), [_directions(w.states) for w in wordings]
    of_pieces = np.array([[(states[pieces] @ each.T).max(axis=0).mean() for each in tokens] for pieces in looked_at])
    yield from (of_words, of_whole, of_before, of_pieces)
    yield from (cosines - cosines.max(axis=1, keepdims=True) for cosines in (of_words, of_pieces, of_before))
    yield of_words - of_words.mean(axis=0, keepdims=True)


def _directions(rows: "ndarray") -> "ndarray":
    """Rows of length 1."""
    import numpy as np

    return np.asarray(rows / np.maximum(1e-12, np.linalg.norm(rows, axis=-1, keepdims=True)))

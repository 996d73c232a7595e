"""What belongs to a cue: how likely each word piece is of its source, and of its content (`tables/links.tsv`).

The tagger links by meaning, and takes a word far away for one near by where many are alike. How far it stands, on which
side, and how many other cues stand between is weighed here beside what the tagger says. Learnt by
`tests/benchmarks/learn_links.py`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.odds import weights_of
from graph.language import Tagged

if TYPE_CHECKING:
    from numpy import ndarray

SOURCE, CUE, CONTENT = 0, 1, 2  # columns of what is tagged
ENDS = ("source", "content")  # what is linked, in the order of its columns
_COLUMNS = (SOURCE, CONTENT)  # where each is tagged
_LEAST = 0.002  # of a share, so that its log odds are a number


def shares(tagged: Tagged, first: int, last: int) -> "ndarray":
    """For a cue from one piece up to another: n by 2, how likely a piece is of its source, of its content."""
    import numpy as np

    odds = np.zeros((len(tagged.window.ids), len(ENDS)))
    for column, (end, found) in enumerate(zip(ENDS, figures(tagged, first, last), strict=True)):
        odds[:, column] = sum(weight * found[name] for name, weight in _weights(end).items())
    return np.asarray(1 / (1 + np.exp(-odds)))


def figures(tagged: Tagged, first: int, last: int) -> Iterator[Mapping[str, "ndarray | float"]]:
    """Of the source and of the content of a cue: figures by name, each for all n pieces."""
    import numpy as np

    links = tagged.links(first, last)
    places = np.arange(len(links))
    away = np.maximum(0, np.maximum(first - places, places - last + 1))
    behind = np.where(places >= last, 1.0, -1.0) * (away > 0)
    begun = np.concatenate(([0.0], np.cumsum(tagged.begins[:, CUE])))  # before each piece, and after the last
    between = np.where(places < first, begun[first] - begun[places + 1], begun[places] - begun[last])
    for column, role in enumerate(_COLUMNS):
        yield {
            "bias": 1.0,
            "linked": _odds(links[:, column]),
            "tagged": _odds(1 - tagged.outside[:, role]),
            "away": np.log1p(away),
            "behind": behind,
            "away behind": behind * np.log1p(away),
            "cues between": np.log1p(np.maximum(0, between)),
        }


@cache
def _weights(end: str) -> dict[str, float]:
    """The weights of figures for sources or for contents."""
    of = f"{end}: "
    return {name.removeprefix(of): weight for name, weight in weights_of("links").items() if name.startswith(of)}


def _odds(found: "ndarray") -> "ndarray":
    import numpy as np

    kept = np.clip(found, _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))

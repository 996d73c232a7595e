"""Whether two articles are one that was printed twice: MinHash over the words of their running text.

Broder, "On the resemblance and containment of documents", 1997. A signature is twenty strings, one a band of five
values: articles that share a string may be near-duplicates (found by one look-up), `similarity` tells how near.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from graph.model import Article, RegionKind

NEAR = 0.8
"""From this similarity on two articles are one."""

_BANDS, _ROWS = 20, 5
_SHINGLE = 4
_DIGITS = 8


@lru_cache(maxsize=2)  # a build asks for an article's twin and then writes the same signature down
def signature(article: Article) -> tuple[str, ...]:
    """The bands of an article's running text, the same in every run; empty where it has none."""
    shingles = set(_shingles(article))
    if not shingles:
        return ()
    values = [f"{value:0{_DIGITS}x}" for value in _least(shingles)]
    return tuple(f"{band:02}:{''.join(values[band * _ROWS : (band + 1) * _ROWS])}" for band in range(_BANDS))


def similarity(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The estimated share (0 to 1) of four-word runs that two articles have in common."""
    if not a or len(a) != len(b):
        return 0.0
    pairs = [pair for left, right in zip(a, b, strict=True) for pair in zip(_values(left), _values(right), strict=True)]
    return sum(left == right for left, right in pairs) / len(pairs)


def _least(shingles: set[str]) -> list[int]:
    """The hash that comes first in each order; as datasketch's affine32 has it, so that stored signatures compare."""
    import numpy as np

    hashed = np.fromiter(map(_hash, shingles), np.uint32, len(shingles))
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):  # the finaliser of MurmurHash3
        hashed = (hashed ^ (hashed >> np.uint32(shift))) * np.uint32(factor)
    return [int((factor * hashed + summand).min()) for factor, summand in _orders()]


def _hash(shingle: str) -> int:
    return int.from_bytes(hashlib.sha1(shingle.encode(), usedforsecurity=False).digest()[:4], "little")


@cache
def _orders() -> Any:  # noqa: ANN401 - an array
    """A factor, which is odd, and a summand for each order; numpy keeps this generator as it is for ever."""
    import numpy as np

    dice, count = np.random.RandomState(1), _BANDS * _ROWS
    factors = dice.randint(0, 1 << 31, count, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return np.array([factors, dice.randint(0, 1 << 32, count, dtype=np.uint32)]).T


def _values(band: str) -> list[str]:
    digits = band.partition(":")[2]
    return [digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS)]


def _shingles(article: Article) -> Iterator[str]:
    words = re.findall(r"\w+", _running_text(article).casefold())
    for at in range(max(1, len(words) - _SHINGLE + 1) if words else 0):
        yield " ".join(words[at : at + _SHINGLE])


def _running_text(article: Article) -> str:
    """The body alone, so that another page's furniture does not matter; the whole text where no body is marked."""
    kinds: tuple[RegionKind, ...] = ("body",)
    parts = [article.text[r.start : r.end] for r in article.regions if r.kind in kinds]
    return "\n".join(parts) if parts else article.text

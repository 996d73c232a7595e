"""Whether two articles are one that was printed twice: MinHash over the words of their running text.

Broder, "On the resemblance and containment of documents", 1997. A signature is twenty strings, one a band of five
values: articles that share a string may be near-duplicates (found by one look-up), `similarity` tells how near.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.model import Article, RegionKind

NEAR = 0.8
"""From this similarity on two articles are one."""

_BANDS, _ROWS = 20, 5
_SHINGLE = 4
_DIGITS = 8


@lru_cache(maxsize=2)  # a build asks for an article's twin and then writes the same signature down
def signature(article: Article) -> tuple[str, ...]:
    """The bands of an article's running text, the same in every run; empty where it has none."""
    shingles = sorted(set(_shingles(article)))
    if not shingles:
        return ()
    from datasketch import MinHash

    # the scheme is named so that stored signatures stay comparable when the library's default moves
    minhash = MinHash(num_perm=_BANDS * _ROWS, seed=1, scheme="affine32")
    minhash.update_batch([shingle.encode() for shingle in shingles])
    values = [f"{int(value):0{_DIGITS}x}" for value in minhash.hashvalues]
    return tuple(f"{band:02}:{''.join(values[band * _ROWS : (band + 1) * _ROWS])}" for band in range(_BANDS))


def similarity(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The estimated share (0 to 1) of four-word runs that two articles have in common."""
    if not a or len(a) != len(b):
        return 0.0
    pairs = [pair for left, right in zip(a, b, strict=True) for pair in zip(_values(left), _values(right), strict=True)]
    return sum(left == right for left, right in pairs) / len(pairs)


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

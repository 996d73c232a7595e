"""How alike two candidates are: the words that they are about, the numbers and countries that may set them apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from graph.candidates.meaning import Meaning

_COMMON = 0.1  # of all candidates: a word of more of them tells less
_LEAST_COMMON = 10
_OF_COMMON = 0.5  # what such a word weighs


def weights_of(meanings: Sequence[Meaning]) -> Mapping[str, float]:
    """The weight of each word that tells less than the others."""
    counts = Counter(stem for meaning in meanings for stem in meaning.about)
    limit = max(_LEAST_COMMON, _COMMON * len(meanings))
    return {stem: _OF_COMMON for stem, count in counts.items() if count > limit}


def likeness(one: Meaning, other: Meaning, weights: Mapping[str, float]) -> float:
    """The cosine of the words of two candidates, 0 where they cannot be the same.

    They cannot where one ends what the other limits, where their numbers differ, or the countries that they name.

    >>> round(likeness(Meaning("charge", ("bridg",)), Meaning("charge", ("bridg", "harbour")), {}), 2)
    0.71
    >>> likeness(Meaning("charge", ("bridg",)), Meaning("end", ("bridg",)), {})
    0.0
    """
    if one.kind != other.kind or not (_agree(one.numbers, other.numbers) and one.countries == other.countries):
        return 0.0
    mine, theirs = set(one.about), set(other.about)
    if not mine or not theirs:
        return 1.0 if one.about == other.about else 0.0
    return _square(mine & theirs, weights) / sqrt(_square(mine, weights) * _square(theirs, weights))


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of two names says nothing that the other does not say too."""
    return set(one) <= set(other) or set(other) <= set(one)


def _square(stems: set[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(stem, 1.0) ** 2 for stem in sorted(stems))

"""Stems of words that matching treats in their own way: common in any text, or bringing less of what they govern."""

from functools import cache

from graph.claims.matching.stems import stem
from graph.claims.stances import downward_words
from graph.claims.tables import words

NONE = "no"  # stands for the small words that a wording of ending begins with, which have no stem


@cache
def common_stems() -> frozenset[str]:
    """The stems of words that are common in any text, or can stand for any proposal."""
    return frozenset(stem(word) for word in (*words("common_words"), *words("stand_ins")))


@cache
def endings() -> frozenset[str]:
    """The stems of words that bring less of what they govern."""
    return frozenset(stem(word) for word in downward_words())

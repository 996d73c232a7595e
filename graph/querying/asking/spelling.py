"""Slips of the pen in the words of a question itself: "dose Liu suport it". Names are found with slips by `naming`."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from graph.querying.asking.words import fillers, stem, table

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_WRITTEN = ("plain.txt", "fillers.txt", "openers.txt", "rephrased.tsv", "choices.tsv", "words.tsv", "gists.tsv")
_LONG, _LONGEST = 6, 9  # a word of so many letters may have any one slip, or two; a shorter one lacks or swaps letters


def respelled(question: str, patterns: Iterable[str], named: Collection[str]) -> str:
    """The question with each word that nothing knows as the one that it can only be; `named` has the stems of names.

    >>> respelled("dose Liu opose it", ["does {who} oppose it"], ())
    'does Liu oppose it'
    """
    words = _vocabulary(frozenset(patterns))
    known = {stem(word) for word in words} | fillers()

    def mend(match: re.Match[str]) -> str:
        word = match[0].lower()
        is_name = match[0] != word and match.start() > 0
        if is_name or stem(word) in known or stem(word) in named:
            return match[0]
        return _nearest(word, words) or match[0]

    return _LETTERS.sub(mend, question)


def _nearest(word: str, words: Iterable[str]) -> str | None:
    """The only one that a word may be by the fewest slips: two letters swapped, one left out, then any other."""
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= _LONGEST else 1
    found: dict[tuple[int, int], set[str]] = {}
    for other in (one + ending for one in words for ending in ("", "s", "d", "ed")):
        if other[0] == word[0] and (slips := OSA.distance(word, other, score_cutoff=most)) <= most:
            kind = 0 if sorted(word) == sorted(other) else 1 if len(other) > len(word) else 2
            if kind < 2 or len(word) >= _LONG:
                found.setdefault((slips, kind), set()).add(other)
    best = found[min(found)] if found else set[str]()
    return min(best) if len({stem(other) for other in best}) == 1 else None


@cache
def _vocabulary(patterns: frozenset[str]) -> frozenset[str]:
    """The words of the tables and of these patterns, as they are written."""
    written = [line for name in _WRITTEN for line in table(name)]
    written += [re.sub(r"\{[^}]*\}", " ", pattern) for pattern in patterns]
    return frozenset(re.findall(r"[^\W\d_]+", " ".join(written).lower()))

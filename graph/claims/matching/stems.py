"""What words mean alike: content words of a text as stems, over inflection, derivation and spelling."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from graph.claims.tables import rows

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SPELLING = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("our", "or"),
             ("ence", "ense"), ("ences", "enses"), ("ogue", "og"))  # fmt: skip


def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words of a text, in order; a number with its per cent sign counts as a word.

    >>> stems("Cutting the 20% tariff on Taiwan's exports")
    ('cut', '20%', 'tariff', 'taiwan', 'export')
    """
    words = _WORD.findall(re.sub(r"(\d)\s?per\s?cent\b|(\d)\s%", r"\1\2%", text))
    return tuple(found for word in words if (found := stem(word)))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word; empty for a word that carries no meaning of its own."""
    plain = re.sub(r"['’]s?$", "", word.lower())
    if plain in _tables()["stop"] or (len(plain) < 2 and not plain.isdigit()):
        return ""
    for british, american in _SPELLING:
        if plain.endswith(british) and len(plain) >= len(british) + 3:
            plain = plain[: -len(british)] + american
            break
    known = _tables()["same"].get(plain)
    return known or _stemmer()(plain)


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Words without meaning, and words that stand for another one, from `tables/words.tsv`."""
    tables: dict[str, dict[str, str]] = {"stop": {}, "same": {}}
    for kind, words, *stands_for in rows("words"):
        tables[kind] |= dict.fromkeys(words.split(), "".join(stands_for))
    return tables

"""What words mean alike: content words of a text as stems, over inflection, derivation and spelling."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from graph.claims.tables import rows

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMERALS = {word: str(n) for n, word in enumerate((
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
))} | {word: str(10 * n) for n, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty"), 2)}  # fmt: skip
_PERCENT = re.compile(rf"\b(\d+(?:[.,]\d+)*|{'|'.join(_NUMERALS)})\s?(?:%|per\s?cent\b)", re.I)
_OBLIGED = re.compile(r"\bdut(?:y|ies) to\b", re.I)
_SPELLING = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("our", "or"),
             ("ence", "ense"), ("ences", "enses"), ("ogue", "og"))  # fmt: skip


def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words of a text, in order; a number with its per cent sign counts as a word.

    >>> stems("Cutting the 20% tariff on Taiwan's exports")
    ('cut', '20%', 'tariff', 'taiwan', 'export')
    """
    words = _WORD.findall(_OBLIGED.sub("obligation to", _percents(text)))
    return tuple(found for word in words if (found := stem(word)))


def _percents(text: str) -> str:
    """The text with its percentages in figures: "nine percent", "9 per cent" and "9 %" are "9%"."""
    return _PERCENT.sub(lambda found: numeral(found[1]) + "%", text)


def numeral(word: str) -> str:
    """A number in figures.

    >>> numeral("Nine"), numeral("5.5")
    ('9', '5.5')
    """
    return _NUMERALS.get(word.lower(), word)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word; empty for a word that carries no meaning of its own."""
    plain = re.sub(r"['’]s?$", "", word.lower())
    if plain in _tables()["stop"] or (len(plain) < 2 and not plain.isdigit()):
        return ""
    plain = _americanised(plain)
    known = _tables()["same"].get(plain)
    return known or _alike(_stemmer()(plain))


def _americanised(word: str) -> str:
    """A word in American spelling."""
    for british, american in _SPELLING:
        if word.endswith(british) and len(word) >= len(british) + 3:
            return word[: -len(british)] + american
    return word


def _alike(stem: str) -> str:
    return _classes().get(stem, stem)


@cache
def _classes() -> dict[str, str]:
    """Stems that are counted as another one."""
    classes: dict[str, str] = {}
    for row in _tables()["alike"]:
        first, *others = (_stemmer()(_americanised(word)) for word in row.split())
        classes |= dict.fromkeys(others, first)
    return classes


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Words without meaning, and words that stand for another one, from `tables/words.tsv`."""
    tables: dict[str, dict[str, str]] = {"stop": {}, "same": {}, "alike": {}}
    for kind, words, *stands_for in rows("words"):
        known = [words] if kind == "alike" else words.split()
        tables[kind] |= dict.fromkeys(known, "".join(stands_for))
    return tables

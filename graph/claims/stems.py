"""What words mean alike: content words of a text as stems, over inflection, derivation and spelling."""

import re
from functools import cache, lru_cache

from graph.resources import resource

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
def _stemmer():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types
    import snowballstemmer

    return snowballstemmer.stemmer("english").stemWord


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Words without meaning, and words that stand for another one, from `words.tsv`."""
    tables: dict[str, dict[str, str]] = {"stop": {}, "same": {}}
    for line in resource("claims", "words.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, word, stands_for = ([*line.split("\t"), ""])[:3]
            for each in word.split():
                tables[kind][each] = stands_for
    return tables

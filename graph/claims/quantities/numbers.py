"""How a number is written, in figures or in words, and what it comes to."""

import re
from decimal import Decimal
from functools import cache

from graph.claims.tables import rows

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
_FIGURES = r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[½¼¾]?(?![\d]|[.,]\d)"
_WORDS = rf"(?:a hundred|(?:{_ONES}))(?:(?:[\s-]|\sand\s)(?:{_ONES})\b)*(?:\sand\sa\shalf)?\b"
_PARTS = {"half a": "0.5", "quarter of a": "0.25", "three quarters of a": "0.75", "a": "1"}
_PART = (
    r"(?:half\san?|(?:a\s)?quarter\sof\san?|three[\s-]quarters\sof\san?|an?(?=\s(?:dozen|[a-z]+illion|thousand)\b))\b"
)
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

NUMBER = rf"(?:{_FIGURES}|\b(?i:{_PART}|{_WORDS}))"
"""A regular expression for a number without a scale such as "million"."""


def value_of(written: str) -> Decimal | None:
    """What a number that matches `NUMBER` comes to; None for a row of digits that counts nothing ("007").

    >>> value_of("1,200.5"), value_of("three hundred and six"), value_of("half a"), value_of("two and a half")
    (Decimal('1200.5'), Decimal('306'), Decimal('0.5'), Decimal('2.5'))
    """
    plain = " ".join(written.lower().replace("−", "-").split())
    if plain.lstrip("-")[0].isdigit():
        return _of_figures(plain)
    part = _PARTS.get(re.sub(r"\ban\b", "a", plain.removeprefix("a ").replace("-", " ")))
    return Decimal(part) if part else _of_words(plain)


def scale_of(word: str) -> Decimal:
    """What a scale multiplies by: "million", or "m" for one that is written short.

    >>> scale_of("Billion"), scale_of("bn")
    (Decimal('1000000000'), Decimal('1000000000'))
    """
    known = {word: times for kind in ("word", "short") for word, times in scales(kind).items()}
    return known.get(word) or known[word.lower()]


@cache
def scales(kind: str) -> dict[str, Decimal]:
    """The scales that are words, or those that are short and need a sign beside them."""
    return {word: Decimal(times) for named, word, times in rows("scales") if named == kind}


def _of_figures(plain: str) -> Decimal | None:
    digits = plain.lstrip("-")
    if digits[0] == "0" and digits[1:2].isdigit():
        return None
    extra = _SIGNS.get(plain[-1], Decimal(0))
    return Decimal(plain.rstrip("½¼¾").replace(",", "")) + extra


def _of_words(plain: str) -> Decimal | None:
    from text_to_num import text2num

    whole = plain.removesuffix(" and a half")
    try:
        number = Decimal(text2num(whole.removeprefix("a "), "en"))
    except ValueError:  # "five six" is a row of numbers
        return None
    return number + (Decimal("0.5") if whole != plain else 0)

"""Made-up words, names and pieces of sentences."""

import random
from itertools import accumulate

_BEGIN = ["b", "br", "c", "d", "dr", "f", "g", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"]
_MIDDLE = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_END = ["", "l", "n", "r", "s", "t", "nd", "rm", "st", "ck"]


def words(chance: random.Random, number: int) -> list[str]:
    """So many different words of two or three syllables."""
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = (chance.choice(_BEGIN) + chance.choice(_MIDDLE) for _ in range(chance.choice((1, 2, 2))))
        found["".join(syllables) + chance.choice(_BEGIN) + chance.choice(_MIDDLE) + chance.choice(_END)] = None
    return list(found)


def zipf(number: int, exponent: float = 1.0) -> list[float]:
    """Cumulative weights of ranks 1 to `number`, as `random.choices` takes them."""
    return list(accumulate(1 / rank**exponent for rank in range(1, number + 1)))


class Prose:
    """Text by the piece: pieces of some words are made once, and put together ever anew."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        known = words(chance, 4000)
        weights = zipf(len(known))
        self._pieces = [
            " ".join(chance.choices(known, cum_weights=weights, k=chance.randint(3, 7))) for _ in range(6000)
        ]

    def some(self, chance: random.Random, least: int, most: int) -> str:
        """So many pieces, of five words on average."""
        return " ".join(chance.choices(self._pieces, k=chance.randint(least, most)))

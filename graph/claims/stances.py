"""The stand that a word takes on what it governs: a table of stance words by kind and argument."""

from functools import cache
from typing import NamedTuple

from graph.model import POLARITY
from graph.resources import resource


class Stand(NamedTuple):
    """What a word does to what it governs: a polarity, a turn of direction (`enacts`: by doing it), or nothing."""

    polarity: float | None
    direction: int
    light: bool = False
    enacts: bool = False


def stand(lemma: str, kind: str, argument: str) -> Stand | None:
    """The stand of a lemma as a "verb", "noun" or "adj" on an argument ("obj", "to", "that", "subj", a preposition)."""
    return _table().get((lemma, kind, argument))


def downward_words() -> frozenset[str]:
    """The lemmas that bring less of what they govern: cut, end, delay."""
    return frozenset(
        lemma for (lemma, _, _), found in _table().items() if found.polarity is None and found.direction < 0
    )


@cache
def _table() -> dict[tuple[str, str, str], Stand]:
    table: dict[tuple[str, str, str], Stand] = {}
    for line in resource("claims", "stances.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        stance, kind, argument, lemmas = line.split("\t")
        for lemma in lemmas.split():
            table.setdefault((lemma, kind, argument), _stand(stance))
    return table


def _stand(stance: str) -> Stand:
    if stance == "light":
        return Stand(None, 1, light=True)
    kind, _, way = stance.partition(":")
    if way:
        return Stand(None, -1 if way == "down" else 1, enacts=kind == "enacts")
    return Stand(POLARITY[stance], 1)  # type: ignore[index]

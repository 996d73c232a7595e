"""The stand that a word takes on what it governs: a table of stance words by kind and argument."""

from functools import cache
from typing import NamedTuple

from graph.claims.tables import rows
from graph.model import POLARITY, Stance

_POLARITY: dict[str, float] = {str(stance): polarity for stance, polarity in POLARITY.items()}


class Stand(NamedTuple):
    """What a word does to what it governs: a polarity, a turn of direction, or nothing.

    `enacts`: who brings it about stands for it; `absent`: it tells of the absence, and words no proposal.
    """

    polarity: float | None
    direction: int
    light: bool = False
    enacts: bool = False
    absent: bool = False


def stand(lemma: str, kind: str, argument: str) -> Stand | None:
    """The stand of a lemma as a "verb", "noun" or "adj" on an argument ("obj", "to", "that", "subj", a preposition)."""
    return _table().get((lemma, kind, argument))


def polarity_of(lemma: str, kind: str, *arguments: str) -> float | None:
    """The polarity of a lemma on the first of some arguments that the table has it with; None for no side."""
    found = (stand(lemma.lower(), kind, argument) for argument in arguments)
    return next((each.polarity for each in found if each is not None), None)


def feeling_of(noun: str) -> float | None:
    """The polarity of a noun that says what somebody thinks, on whatever: "anger", "support", "misgivings"."""
    return _feelings().get(noun.lower())


def nearest_stance(polarity: float) -> Stance:
    """The step of the stance scheme that is nearest to a polarity.

    >>> nearest_stance(-0.5), nearest_stance(0.9)
    ('doubt', 'support')
    """
    return min(POLARITY, key=lambda stance: abs(POLARITY[stance] - polarity))


def downward_words() -> frozenset[str]:
    """The lemmas that bring less of what they govern: cut, end, delay."""
    return frozenset(
        lemma
        for (lemma, _, _), found in _table().items()
        if found.polarity is None and found.direction < 0 and not found.absent
    )


@cache
def _table() -> dict[tuple[str, str, str], Stand]:
    return {
        (lemma, kind, argument): _stand(stance)
        for stance, kind, argument, lemmas in rows("stances")
        for lemma in lemmas.split()
    }


@cache
def _feelings() -> dict[str, float]:
    """Each noun of the table with its polarity, whatever leads from it to what it is about."""
    return {
        lemma: found.polarity
        for (lemma, kind, argument), found in _table().items()
        if kind == "noun" and argument != "subj" and found.polarity is not None
    }


def _stand(stance: str) -> Stand:
    if stance == "light":
        return Stand(None, 1, light=True)
    kind, _, way = stance.partition(":")
    if way:
        return Stand(None, 1 if way == "up" else -1, enacts=kind == "enacts", absent=way == "not")
    return Stand(_POLARITY[stance], 1)

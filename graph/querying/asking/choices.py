"""Words that choose a value: "against" is the stance oppose, "countries" a kind of actor, "three" a number."""

from functools import cache

from graph.querying.asking.words import stems, table

_Phrases = dict[tuple[str, ...], str]


def chosen(kind: str, found: tuple[str, ...]) -> str | None:
    """The value that the stems of a phrase stand for, in a type of few values or of numbers; else None.

    >>> chosen("stance", ("against",)), chosen("integer", ("three",)), chosen("stance", ("hello",))
    ('oppose', '3', None)
    """
    if kind in ("integer", "number"):
        return _number(kind, found)
    return phrases()[kind].get(found)


def is_choice(kind: str) -> bool:
    """Whether values of this type are told by words of tables and not by names."""
    return kind in ("integer", "number") or kind in phrases()


@cache
def phrases() -> dict[str, _Phrases]:
    """By type: the stems of each phrase of `tables/choices.tsv`, and its value."""
    found: dict[str, _Phrases] = {}
    for line in table("choices.tsv"):
        kind, value, said = line.split("\t")
        found.setdefault(kind, {}).update({stems(phrase): value for phrase in said.split(";")})
    return found


def _number(kind: str, found: tuple[str, ...]) -> str | None:
    if len(found) != 1:
        return None
    word = _numbers().get(found[0], found[0])
    digits = word.replace(".", "", 1) if kind == "number" else word
    return word if digits.isascii() and digits.isdigit() else None


@cache
def _numbers() -> dict[str, str]:
    return dict(line.split("\t") for line in table("numbers.tsv"))

"""The amounts that a text writes: a number with its scale, and the sign, unit or currency beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from graph.claims.quantities.numbers import NUMBER, scale_of, scales, value_of
from graph.claims.quantities.units import Unit, any_of, signs, unit_called, units
from graph.claims.tables import words

_TIME = r"(?P<time>second|minute|hour|day|week|month|quarter|year|night|head)\b"
_RATE = rf"(?:[\s-]?(?:an?|per|each|every|/)[\s-]?{_TIME})?"
_MANY = re.compile(r"\b(?:few|several|many|couple)\s$", re.I)
_JOINS = {"-": "-", "–": "-", "—": "-", "to": "to", "or": "to", "and": "and"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit between two offsets; `number_end` is where the number ends.

    `whole` is the stretch as written, which for both ends of a range is the range; `sure` the same with "about".
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    unit: str | None = None
    currency: str | None = None
    scaled: bool = False
    signed: bool = False
    whole: tuple[int, int] = (0, 0)
    sure: tuple[int, int] = (0, 0)

    @property
    def bare(self) -> bool:
        """Whether there is nothing beside the number."""
        return self.unit is None and self.currency is None


def amounts(text: str) -> list[Amount]:
    """The amounts of a text in its order; numbers with nothing beside them too, for they may count something.

    >>> [(str(a.value), a.unit, a.currency) for a in amounts("10 to 15 percent of €40m")]
    [('10', 'percent', None), ('15', 'percent', None), ('40000000', None, 'EUR')]
    """
    found = [amount for match in _pattern().finditer(text) if (amount := _amount(match))]
    return [_with_approximation(amount, text) for amount in _ranged(found, text)]


@cache
def _pattern() -> re.Pattern[str]:
    scale = rf"(?P<scale>(?i:{any_of(scales('word'))})|(?:{any_of(scales('short'))}))(?![\w])"
    small = any_of(u for u in units() if u == u.lower())
    other = any_of(u for u in units() if u != u.lower())
    unit = rf"(?P<unit>(?i:{small})|{other})(?![\w²³]|\.m)"
    sign = rf"(?:(?P<sign>{any_of(signs())})\s?(?=[\d]))?"
    return re.compile(rf"(?<![\w.,/:$£€#’'%])(?:{sign})(?P<number>{NUMBER})(?:[\s-]?{scale})?(?:[\s-]?{unit})?{_RATE}")


def _amount(match: re.Match[str]) -> Amount | None:
    """The amount that a match of the pattern writes; None where it is a name or part of a word."""
    value, unit, scale = value_of(match["number"]), _unit(match), match["scale"]
    number_end = match.end("scale") if scale else match.end("number")
    end = _end(match, number_end, unit)
    short = scale in scales("short") and not (unit and unit.currency)
    if value is None or short or match.string[end : end + 1].isalnum():  # "1990s", "$20s", "3rd"
        return None
    if _MANY.search(match.string, max(0, match.start() - 12), match.start()):  # "a few hundred"
        return None
    rate = f"per {match['time']}" if unit and match["time"] else None
    return Amount(
        match.start(),
        end,
        number_end,
        value * (scale_of(scale) if scale else 1) * Decimal(unit.part if unit else 1),
        " ".join(part for part in (unit.unit if unit else None, rate) if part) or None,
        unit.currency if unit else None,
        _is_scaled(match),
        match["sign"] is not None,
        (match.start(), end),
    )


def _unit(match: re.Match[str]) -> Unit | None:
    """The currency of the sign before a number, or the unit behind it."""
    if match["sign"]:
        return Unit(currency=signs()[match["sign"]])
    unit = unit_called(match["unit"]) if match["unit"] else None
    return None if unit and unit.needs_scale and not _is_scaled(match) else unit


def _end(match: re.Match[str], number_end: int, unit: Unit | None) -> int:
    """Where an amount ends: a unit behind "$5" is another word, unless it is dollars again."""
    if unit is None:
        return number_end
    if match["sign"] and match["unit"] and unit_called(match["unit"]) != unit:
        return number_end
    return match.end()


def _is_scaled(match: re.Match[str]) -> bool:
    return match["scale"] is not None or "," in match["number"]


def _ranged(found: list[Amount], text: str) -> Iterator[Amount]:
    """The amounts, with what the first of two that make a range leaves to the second: "10 to 15 percent"."""
    skip = False
    for first, second in zip(found, [*found[1:], None], strict=False):
        if skip:
            skip = False
            continue
        join = _JOINS.get(text[first.end : second.start].strip().lower()) if second else None
        before = "between" if text[: first.start].rstrip().lower().endswith("between") else ""
        if second is None or not _makes_range(first, second, join, before):
            yield first
            continue
        start = text.rindex("etween", 0, first.start) - 1 if before else first.start
        whole = (start, second.end)
        yield replace(_completed(first, second), whole=whole)
        yield replace(_completed(second, first), whole=whole)
        skip = True


def _makes_range(first: Amount, second: Amount, join: str | None, before: str) -> bool:
    same = first.currency == second.currency and first.unit in (second.unit, None) and not first.bare
    dearer = same and first.unit != second.unit  # "$5 to $6 an hour"
    shared = first.bare != second.bare and (not first.bare or not second.bare) and (not second.bare or first.signed)
    if join == "and":
        return before == "between" and (same or shared)
    return (join == "-" and (same or shared)) or (join == "to" and (shared or dearer))


def _completed(one: Amount, other: Amount) -> Amount:
    """One end of a range with the unit, and the scale, that only the other has."""
    value = one.value
    if other.scaled and not one.scaled and other.value >= 1000 and value < 1000:
        value *= _scale(other.value)
    if one.bare:
        return replace(one, value=value, unit=other.unit, currency=other.currency, scaled=True)
    return replace(one, value=value, unit=one.unit or other.unit)


def _scale(value: Decimal) -> Decimal:
    """The greatest of the scales that a value reaches."""
    return max((times for times in scales("word").values() if times <= value and times >= 1000), default=Decimal(1))


def _with_approximation(amount: Amount, text: str) -> Amount:
    """The amount with the words before it that say how exact it is."""
    start, end = amount.whole
    if start == 0 and end == 0:
        start, end = amount.start, amount.end
    before = text[max(0, start - 40) : start].rstrip().lower()
    said = [w for w in words("approximations") if before.endswith(w) and not before[: -len(w)][-1:].isalnum()]
    if said:
        start = len(text[:start].rstrip()) - len(max(said, key=len))
    return replace(amount, sure=(start, end))

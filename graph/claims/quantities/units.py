"""What an amount is counted in: currencies with their signs and names, units with their spellings."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.claims.tables import rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's name or a currency's ISO 4217 code; `part` is the share of the currency (a penny is a hundredth)."""

    unit: str | None = None
    currency: str | None = None
    needs_scale: bool = False
    part: str = "1"


@cache
def signs() -> Mapping[str, str]:
    """The signs and codes that stand before a number, and their currencies."""
    table = {sign: code for code, written, _ in rows("currencies") for sign in written.split() if sign != "-"}
    return table | {code: code for code, _, _ in rows("currencies")}


@cache
def units() -> Mapping[str, Unit]:
    """The units and currencies that stand behind a number, as they are written; in small letters without a capital."""
    found = {form: Unit(unit=name) for name, forms in rows("units") for form in forms.split(",")}
    found |= {name: Unit(currency=code) for name, code in _full_names()}
    for code, written, names in rows("currencies"):
        for name in (*names.split(), *written.split(), code):
            found[name.rstrip("!")] = Unit(currency=code, needs_scale=name.endswith("!"))
    pence = Unit(currency="GBP", part="0.01")
    return {**found, "pence": pence, "p": pence, "pounds sterling": Unit(currency="GBP")}


def unit_called(written: str) -> Unit | None:
    """The unit of a spelling, where a capital or a hyphen makes no difference.

    >>> unit_called("per-cent").unit, unit_called("South Korean won").currency, unit_called("Trillion")
    ('percent', 'KRW', None)
    """
    plain = re.sub(r"\s+", " ", written)
    known = units()
    return known.get(plain) or known.get(plain.lower()) or known.get(plain.lower().replace("-", " "))


def any_of(written: Iterable[str]) -> str:
    """A regular expression for any of these spellings, the longest first; blanks in one may be hyphens."""
    longest = sorted((w for w in written if w != "-"), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in longest)


def _full_names() -> Iterable[tuple[str, str]]:
    """The English names of the currencies in our table: "swiss franc", "swiss francs"."""
    from babel.numbers import get_currency_name

    for code, _, _ in rows("currencies"):
        for count in (1, 2):
            yield get_currency_name(code, count, locale="en").lower(), code

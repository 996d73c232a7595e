"""Offsets in UTF-16 code units, as programs in Java count them, and in code points, as we do."""

from bisect import bisect_left
from collections.abc import Iterable


def code_points(text: str, offsets: Iterable[int]) -> list[int | None]:
    """Offsets in UTF-16 code units as offsets in code points; None for one that is beyond the text or in a character.

    >>> code_points("a😀b", (0, 1, 2, 3, 4, 5))
    [0, 1, None, 2, 3, None]
    """
    wide = [place for place, sign in enumerate(text) if sign > "\uffff"]
    ends = [place + number + 2 for number, place in enumerate(wide)]  # in units: where each wide character ends
    return [_code_point(len(text), ends, offset) for offset in offsets]


def _code_point(length: int, ends: list[int], offset: int) -> int | None:
    passed = bisect_left(ends, offset + 1)
    point = offset - passed
    inside = passed < len(ends) and ends[passed] == offset + 1
    return point if 0 <= point <= length and not inside else None

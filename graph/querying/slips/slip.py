"""What a slip is."""

from typing import NamedTuple


class Slip(NamedTuple):
    """What is wrong with a query, in words, and at which of its characters."""

    said: str
    start: int

"""Whose articles a question is limited to: "according to the Gazette" or "in the Gazette"."""

import re
from collections.abc import Callable, Iterator, Sequence

from graph.querying.asking.times import Period

_BEFORE = r"\b(?:according\s+to|as\s+reported\s+(?:by|in)|in|by|from)\s+(?:the\s+)?"


def publications(text: str, publishers: Callable[[], Sequence[str]]) -> Iterator[Period]:
    """The phrases that name one of these publishers as where something is to stand.

    >>> [found.values for found in publications("who, according to the gazette, is for it?", lambda: ["Gazette"])]
    [{'publisher': 'Gazette'}]
    """
    known = publishers() if re.search(_BEFORE, text, re.IGNORECASE) else ()
    for name in sorted(known, key=len, reverse=True):
        words = r"\s+".join(map(re.escape, name.split()))
        if match := re.search(rf"{_BEFORE}{words}(?!\w)", text, re.IGNORECASE):
            yield Period({"publisher": name}, match.start(), match.end())
            return

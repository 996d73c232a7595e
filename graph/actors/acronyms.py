"""Acronyms that a text introduces: "Chung-Hua Institution for Economic Research (CIER)", "CIER (the Chung-Hua ...)"."""

import re
from collections.abc import Iterator

from graph.actors.spelling import SMALL_WORDS, bare, is_acronym, stands_for

_BRACKET = re.compile(r"\((?:the )?[“\"']?([A-Z][\w&.-]{1,11})[”\"']?(?:[,;][^()]*)?\)")
_LONG_BRACKET = re.compile(r"\b([A-Z][A-Za-z&.]{1,9}) \((?:the )?([A-Z][^()]{6,120})\)")
_OR = re.compile(r",? or (?:the )?([A-Z]{2,8})\b")
_WORDS = re.compile(r"[\w&'’.-]+|[^\w\s]")
_REACH = 12


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """The long form and the acronym of each introduction in a text.

    >>> list(introduced("He runs the Office of Fair Trading (OFT) now."))
    [('Office of Fair Trading', 'OFT')]
    >>> list(introduced("The EFTA (European Free Trade Association) met."))
    [('European Free Trade Association', 'EFTA')]
    """
    for match in (*_BRACKET.finditer(text), *_OR.finditer(text)):
        if is_acronym(match.group(1)):
            long = _long_form(text[max(0, match.start() - 160) : match.start()], match.group(1))
            if long:
                yield long, match.group(1)
    for match in _LONG_BRACKET.finditer(text):
        if is_acronym(match.group(1)) and stands_for(match.group(1), match.group(2)):
            yield bare(match.group(2)), match.group(1)


def _long_form(before: str, acronym: str) -> str | None:
    """The shortest run of words just before a bracket whose initials are the acronym."""
    found = list(_WORDS.finditer(before))[-_REACH:]
    for start in range(len(found) - 2, -1, -1):
        first = found[start].group()
        if not first[0].isalnum():
            return None
        if not first[0].isupper() and first.lower() not in SMALL_WORDS:
            return None
        run = before[found[start].start() :].strip()
        if first[0].isupper() and stands_for(acronym, run):
            return bare(re.sub(r"\s+", " ", run))
    return None

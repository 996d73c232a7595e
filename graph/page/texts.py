"""How text from articles is cut and cleaned before it is shown; never what a quotation says."""

import re
from collections.abc import Iterable
from functools import lru_cache

LABEL, SENTENCE, QUOTATION = 160, 600, 3000
# controls (but not tab and line ends) and the characters that turn the direction of what follows
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@lru_cache(maxsize=1 << 16)  # names come again and again
def plain(text: str | None, limit: int = LABEL) -> str:
    """A name or title in one line: unseen characters become U+FFFD, and what is too long ends in an ellipsis.

    >>> plain("a\\u202eb\\n c"), plain("abcdef", 4)
    ('a\ufffdb c', 'abc…')
    """
    line = " ".join(_UNSEEN.sub("\ufffd", text or "").split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def short_names(iris: Iterable[str]) -> dict[str, str]:
    """The last two parts of each IRI where they name it alone, else the IRI: what permalinks carry.

    >>> short_names(["https://example.org/id/person/a", "https://example.org/id/org/a"])
    {'https://example.org/id/person/a': 'person/a', 'https://example.org/id/org/a': 'org/a'}
    """
    found: dict[str, list[str]] = {}
    ordered = list(dict.fromkeys(iris))
    for iri in ordered:
        found.setdefault("/".join(iri.rsplit("/", 2)[1:]), []).append(iri)
    alone = {same[0]: short for short, same in found.items() if len(same) == 1 and short}
    return {iri: alone.get(iri, iri) for iri in ordered}

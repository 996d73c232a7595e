"""Names out of bylines: "By ANN LEE and José Ortiz, Staff Writers" are two people."""

import re

_JOINT = re.compile(r"\s*(?:[;|&•·]|,(?! ?(?:Jr|Sr|Ph\.?D|M\.?D)\b)|\band\b|\bwith\b|\bund\b|\bet\b|\by\b)\s*")
_PLACE = re.compile(r"\s+(?:in|for|from|at|of)\s+(?-i:[A-Z]).*$")
_ROLE = re.compile(
    r"(?:(?:senior|chief|staff|political|diplomatic|foreign|our|special|guest|contributing|the|business|economics?|science|health"
    r"|european?|asian?|african?|us|uk|world|national|deputy|managing|associate|assistant)\s+)*"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|staff|bureau|newsroom|journalists?|desk)",
    re.IGNORECASE,
)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a byline, each once, roles and places left out.

    >>> split_names("ANN LEE and José Ortiz, Staff Writers"), split_names("Ann Lee in Oslo")
    (('Ann Lee', 'José Ortiz'), ('Ann Lee',))
    """
    parts = (_PLACE.sub("", part.strip(" .:–—-")) for part in _JOINT.split(" ".join(text.split())))
    names = (_cased(part) for part in parts if part and not _ROLE.fullmatch(part))
    return tuple(dict.fromkeys(name for name in names if sum(map(str.isalpha, name)) > 1))


def _cased(name: str) -> str:
    """A name printed in capitals as it is written otherwise; a single word may be an acronym and stays."""
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join(re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word) for word in words)

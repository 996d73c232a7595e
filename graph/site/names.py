"""The file of each page and the anchor of each statement: names that every file system, server and address takes."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote

from graph.networks.debate import last_part

FOLDERS = {
    "Person": "person", "Organization": "org", "Country": "country", "Group": "group", "Proposal": "proposal",
    "Article": "article",
}  # fmt: skip
_UNFIT = re.compile(r"[^\w-]+")
_LONGEST = 120  # bytes of a name; file systems take 255, whole paths on Windows 260 characters
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d|conin|conout|index", re.IGNORECASE)


def file_names(kinds: Mapping[str, str]) -> dict[str, str]:
    """The path of each thing's page inside the site; `kinds` gives a key of `FOLDERS` for each IRI.

    The last part of an IRI is the name where it can be; else, and where two would be one on some file system, it is
    what is left of it and a hash of the IRI. No label ever becomes a path.

    >>> list(file_names({"https://example.org/id/person/lind": "Person", "https://example.org/..": "Article"}).values())
    ['article/x-8d1ac40d.html', 'person/lind.html']
    """
    wanted = {iri: f"{FOLDERS[kinds[iri]]}/{_stem(iri)}" for iri in sorted(kinds)}
    often = Counter(_key(name) for name in wanted.values())
    found: dict[str, str] = {}
    taken: set[str] = set()
    for iri, name in wanted.items():
        free = name if often[_key(name)] == 1 else f"{name}-{digest(iri)[:16]}"
        number = 2
        while _key(free) in taken:
            free, number = f"{name}-{digest(iri)[:16]}-{number}", number + 1
        taken.add(_key(free))
        found[iri] = f"{free}.html"
    return found


def anchor(iri: str) -> str:
    """The fragment by which a statement or a claim is found on its page."""
    return f"s{digest(iri)[:12]}"


def address(path: str, up: str = "", fragment: str = "") -> str:
    """A relative link to a file of the site, from a page that is `up` below its root."""
    return up + quote(path) + (f"#{fragment}" if fragment else "")


def digest(text: str) -> str:
    """A hash of a text, in letters of which no case is lost."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _stem(iri: str) -> str:
    last = last_part(iri)
    name = _UNFIT.sub("-", unicodedata.normalize("NFC", last)).lstrip("-_")
    name = name.encode("utf-8", "replace")[:_LONGEST].decode(errors="ignore")
    fit = name == last != "" and not _RESERVED.fullmatch(name)
    return name if fit else f"{name or 'x'}-{digest(iri)[:8]}"


def _key(name: str) -> str:
    """What is the same for two names that some file system takes for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())

"""Slugs: the readable, stable names of articles in IRIs, no two alike in one run."""

import hashlib
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from graph.vocabulary import slug

# named graphs that are not articles
RESERVED = ("actors", "codebook", "curation", "ontology")


class Namer:
    """Gives every article of a run its slug; a name that is taken gets a suffix made from the place it came from."""

    def __init__(self) -> None:
        # hashes, so that a run over many articles stays small
        self._taken = {hash(name) for name in RESERVED}

    def name(self, base: str, location: str) -> str:
        """The slug for a base name, the same in every run that meets the same inputs in the same order."""
        found, tries = slug(base), 0
        while hash(found) in self._taken:
            key = hashlib.sha256(f"{base}\x1f{location}\x1f{tries}".encode()).hexdigest()[:8]
            found, tries = f"{slug(base)}-{key}", tries + 1
        self._taken.add(hash(found))
        return found


def base_name(location: str) -> str:
    """What an article is called after: a path without its suffix, folders included, or a URL's host and path.

    >>> base_name("2025/may/Talks.txt"), base_name("news.jsonl:3"), base_name("https://example.org/news/talks.html?x=1")
    ('2025 may Talks', 'news 3', 'example.org news talks')
    """
    address = urlsplit(location)
    path = f"{address.netloc}{address.path}" if address.scheme in ("http", "https") else location
    pure, number = _without_number(path)
    whole = address.scheme in ("http", "https") and not address.path.strip("/")
    return " ".join([*(part for part in (pure if whole else pure.with_suffix("")).parts if part != "/"), *number])


def _without_number(path: str) -> tuple[PurePosixPath, list[str]]:
    """The path of a file, and the number of the record in it, as in "corpus.jsonl:3" and "news.rss#2"."""
    match = re.fullmatch(r"(.*\.\w+)[:#](\d+)", path)
    return (PurePosixPath(match[1]), [match[2]]) if match else (PurePosixPath(path), [])

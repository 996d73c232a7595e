"""From an article to its reading: one extractor made ready for a run, with its fingerprint and its version."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph import __version__
from graph.actors import load_authority
from graph.articles import signature
from graph.build.confidence import keep_sure
from graph.claims import EXTRACTORS, Tools, load_codebook
from graph.errors import ClaimgraphError, InputError
from graph.model import Appearance, Article, Extraction, Reading
from graph.resources import resource
from graph.vocabulary import BASE, Minter

Bad = Callable[[str, ClaimgraphError], None]
"""Is told where an article that cannot be read was found, and why."""

# what of an article a reading depends on; not where it was found
_SEEN = tuple(name for name in Article.__slots__ if name not in ("id", "slug", "text", "location", "unproved"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run reads with: codebooks and authority files besides those that come with the program.

    Claims and positions less sure than `min_confidence` (0 to 1) are left out.
    """

    codebooks: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    extractor: str = "learned"
    model: str = "en_core_web_sm"
    base: str = BASE
    annotations: Path | None = None
    min_confidence: float = 0.0


class Reader:
    """Reads articles one after the other; loading takes about a second.

    :raises InputError: where the extractor, a codebook, an authority file or the language model is not to be had.
    """

    def __init__(self, settings: Settings) -> None:
        if settings.extractor not in EXTRACTORS:
            known = ", ".join(sorted(EXTRACTORS))
            raise InputError(f"There is no extractor {settings.extractor}: choose one of {known}.")
        self.settings = settings
        self.minter = Minter(settings.base)
        self.authority = load_authority(list(settings.actors), settings.base)
        self.codebook = load_codebook(settings.codebooks)
        self.tools = Tools(self.authority, self.codebook, self.minter, settings.model, settings.annotations)
        self._extractor = EXTRACTORS[settings.extractor](self.tools)
        self._depends = _digest(settings, self._extractor.model)

    def fingerprint(self, article: Article) -> str:
        """What a reading depends on: the text and all that is known of it, the extractor, the codebook, the actors."""
        known = tuple(getattr(article, name) for name in _SEEN)
        return hashlib.sha256(repr((self._depends, known)).encode()).hexdigest()[:32]

    def read(self, article: Article) -> Reading:
        """All that an article yields.

        :raises ClaimgraphError: where it cannot be read; other articles can.
        """
        try:
            found = self._extractor.read(article)
        except ClaimgraphError:
            raise
        except Exception as error:  # a fault of ours or of a library, which must not take the other articles with it
            raise ClaimgraphError(
                f"{article.location} could not be read, by a fault of this program ({type(error).__name__}: "
                f"{' '.join(str(error).split())[:200]}): leave it out, and report what --debug shows."
            ) from error
        reading = Reading(
            article,
            Extraction(self.settings.extractor, __version__, self._extractor.model, self.fingerprint(article), _now()),
            found.actors,
            found.mentions,
            found.memberships,
            found.claims,
            found.positions,
            found.candidates,
            found.events,
            found.quantities,
            (appearance(article),),
            signature(article),
        )
        return keep_sure(reading, self.settings.min_confidence)


def readings(articles: Iterable[Article], settings: Settings, bad: Bad) -> Iterator[Reading]:
    """Read articles without a store, one at a time; `bad` is told of those that cannot be read."""
    reader = Reader(settings)
    for article in articles:
        try:
            yield reader.read(article)
        except ClaimgraphError as error:
            bad(article.location, error)


def appearance(article: Article) -> Appearance:
    """Where an article was found."""
    return Appearance(article.url or article.location, article.sha256, article.publisher, article.published)


def _now() -> datetime:
    """The time of the run; SOURCE_DATE_EPOCH (reproducible-builds.org) sets it for builds that must be the same."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC).replace(microsecond=0)


def _digest(settings: Settings, model: str) -> str:
    """A hash of all that a run reads with: versions, tables, codebooks, authority files."""
    parts = hashlib.sha256(
        repr((__version__, settings.extractor, model, settings.base, settings.min_confidence)).encode()
    )
    shipped = sorted(resource("data", "actors").glob("*.ttl"))
    folder = sorted(settings.annotations.rglob("*.yaml")) if settings.annotations is not None else []
    for path in (*shipped, *settings.codebooks, *settings.actors, *folder):
        parts.update(path.read_bytes())
    return parts.hexdigest()

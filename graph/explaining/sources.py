"""Where an article to explain comes from: a file or an address, read at once, or what a store holds of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.build import Reader, Settings
from graph.build.reader import Bad
from graph.errors import ClaimgraphError, InputError
from graph.mapping.reading_back import actors_from, proposals_from, read_back
from graph.model import Reading
from graph.querying.labels import find
from graph.store import Store, is_endpoint, open_store

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading, and the names of the actors and proposals in it, by IRI."""

    reading: Reading
    names: Names

    def name(self, iri: str) -> str:
        """What something is called."""
        return self.names.get(iri) or iri.rstrip("/").rpartition("/")[2]


def is_to_be_read(source: str) -> bool:
    """Whether a name is that of a file or an address, or standard input."""
    return source == "-" or source.startswith(("http://", "https://")) or Path(source).exists()


def read_now(source: str, settings: Settings, max_mb: float, bad: Bad) -> Iterator[Explained]:
    """The articles of a file, a folder or an address, read with these settings; `bad` is told of what cannot be read.

    :raises InputError: where the extractor, a codebook or the language model is not to be had.
    """
    from graph.articles import read_articles

    reader = Reader(settings)
    known = {p.id: p.label for p in reader.codebook.proposals}
    for article in read_articles([source], skipped=bad, max_bytes=int(max_mb * 1_000_000)):
        try:
            yield _named(reader.read(article), known)
        except ClaimgraphError as error:
            bad(article.location, error)


def held_in(place: Path, name: str) -> Explained:
    """The article of a store that is called so.

    :raises InputError: where there is neither a file nor a store, or the store holds no such article.
    """
    if not place.exists() and not is_endpoint(place):
        raise InputError(f"There is no file {name}, and no store {place}: give a path, an address, or --store.")
    with open_store(place) as store:
        return _held(store, find(store, name, ("article",)).iri)


def _held(store: Store, iri: str) -> Explained:
    base, _, slug = iri.rpartition("article/")
    actors = actors_from(store.quads(f"{base}graph/actors"))
    proposals = proposals_from(store.quads(f"{base}graph/codebook"))
    reading = read_back(store.quads(f"{base}graph/{slug}"), actors, base)
    if reading is None:
        raise InputError(f"The store says nothing of the article {iri}: build it again.")
    people = {actor.id: actor.label for actor in actors.values()}
    return _named(reading, people | {p.id: p.label for p in proposals.values()})


def _named(reading: Reading, known: Names) -> Explained:
    actors = {actor.id: actor.label for actor in reading.actors}
    return Explained(reading, {**known, **actors, **{p.id: p.label for p in reading.candidates}})

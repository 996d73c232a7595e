"""The same article twice: found by its signature in the store, kept as one article with two appearances."""

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property

from pyoxigraph import Literal

from graph.articles import NEAR, similarity
from graph.build.reader import appearance
from graph.errors import StoreError
from graph.mapping import actors_from, quads, read_back
from graph.model import Actor, Article, Reading
from graph.store import Solutions, Store
from graph.vocabulary import Minter, iri


class Twins:
    """The articles of a store as texts that were found in one place or in several."""

    def __init__(self, store: Store, minter: Minter, known: Collection[str]) -> None:
        self._store, self._minter, self._known = store, minter, known

    def of(self, article: Article, signature: tuple[str, ...]) -> str | None:
        """The IRI of another article with the same text, or nearly; None where there is none."""
        own = self._minter.article(article.slug)
        for name in self._store.articles_sharing(signature):
            if name != own and similarity(signature, self._signature(name)) >= NEAR:
                return name
        return None

    def note(self, original: str, article: Article) -> None:
        """Write down that a known article was found here too, and no other text any longer."""
        own = self._minter.article(article.slug)
        found = appearance(article)
        reading = self._stored(original)
        if found not in reading.appearances:
            others = tuple(a for a in reading.appearances if a.location != found.location)
            self._write(original, replace(reading, appearances=(*others, found)))
        self.forget(article, but=original)
        if self._store.fingerprint(own) is not None:
            self._store.remove_graph(self._graph(own))

    def forget(self, article: Article, but: str) -> None:
        """Strike the place of an article from all articles but one: another text stands there now."""
        place = appearance(article).location
        for name in self._found_at(place):
            if name != but:
                reading = self._stored(name)
                others = tuple(a for a in reading.appearances if a.location != place)
                self._write(name, replace(reading, appearances=others))

    def with_appearances(self, reading: Reading) -> Reading:
        """A reading with the other places where the store knows nearly this text of the article to have been."""
        name = self._minter.article(reading.article.slug)
        if self._store.fingerprint(name) is None or similarity(reading.signature, self._signature(name)) < NEAR:
            return reading
        own = {a.location for a in reading.appearances}
        others = tuple(a for a in self._stored(name).appearances if a.location not in own)
        return replace(reading, appearances=(*reading.appearances, *others))

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return actors_from(self._store.quads(self._minter.graph("actors")))

    def _stored(self, name: str) -> Reading:
        reading = read_back(self._store.quads(self._graph(name)), self._actors, self._minter.base)
        if reading is None:
            raise StoreError(f"The graph of {name} holds no article: build into a new folder, with --store.")
        return reading

    def _write(self, name: str, reading: Reading) -> None:
        self._store.replace_graph(self._graph(name), quads(reading, self._minter, self._known))

    def _found_at(self, place: str) -> list[str]:
        found = self._store.query(f"SELECT ?a {{ ?a cg:appearance/cg:location {Literal(place)} }}")
        assert isinstance(found, Solutions)
        return [row[0].value for row in found]

    def _signature(self, name: str) -> tuple[str, ...]:
        wanted = iri("cg:signature")
        found = (q for q in self._store.quads(self._graph(name)) if q.predicate.value == wanted)
        return tuple(sorted(str(getattr(q.object, "value", "")) for q in found))

    def _graph(self, name: str) -> str:
        return self._minter.graph(name.removeprefix(self._minter.article("")))

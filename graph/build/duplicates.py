"""The same article twice: found by its signature in the store, kept as one article with two appearances."""

from collections.abc import Collection
from dataclasses import replace

from graph.articles import NEAR, similarity
from graph.build.reader import appearance
from graph.errors import StoreError
from graph.mapping import actors_from, quads, read_back
from graph.model import Appearance, Article, Reading
from graph.store import Store
from graph.vocabulary import Minter, iri


def twin(store: Store, minter: Minter, article: Article, signature: tuple[str, ...]) -> str | None:
    """The IRI of another article with the same text, or nearly; None where there is none."""
    own = minter.article(article.slug)
    for name in store.articles_sharing(signature):
        if name != own and similarity(signature, _signature(store, minter, name)) >= NEAR:
            return name
    return None


def add_appearance(store: Store, minter: Minter, original: str, article: Article, known: Collection[str]) -> None:
    """Note on a known article that it was found elsewhere too."""
    reading = _stored(store, minter, original)
    found = appearance(article)
    if found not in reading.appearances:
        both = replace(reading, appearances=(*reading.appearances, found))
        store.replace_graph(_graph(minter, original), quads(both, minter, known))


def appearances(store: Store, minter: Minter, reading: Reading) -> Reading:
    """A reading with the appearances that the store knows of the article besides this one."""
    name = minter.article(reading.article.slug)
    if store.fingerprint(name) is None:
        return reading
    own = reading.appearances
    others = tuple(a for a in _stored(store, minter, name).appearances if not _replaced(a, own))
    return replace(reading, appearances=(*own, *others))


def _replaced(old: Appearance, new: Collection[Appearance]) -> bool:
    """Whether an appearance is the same place read again."""
    return any(a.location == old.location for a in new)


def _stored(store: Store, minter: Minter, name: str) -> Reading:
    shared = actors_from(store.quads(minter.graph("actors")))
    reading = read_back(store.quads(_graph(minter, name)), shared, minter.base)
    if reading is None:
        raise StoreError(f"The graph of {name} holds no article: build it again with --again.")
    return reading


def _signature(store: Store, minter: Minter, name: str) -> tuple[str, ...]:
    wanted = iri("cg:signature")
    found = (q for q in store.quads(_graph(minter, name)) if q.predicate.value == wanted)
    return tuple(sorted(str(getattr(q.object, "value", "")) for q in found))


def _graph(minter: Minter, name: str) -> str:
    return minter.graph(name.removeprefix(minter.article("")))

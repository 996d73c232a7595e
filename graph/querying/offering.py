"""Names of a store to choose from while typing: those with a text in them, the likeliest first."""

from collections.abc import Sequence

from graph.querying.labels import in_the_news
from graph.querying.names import KINDS, Thing, names, one_each
from graph.store import Store

_LOOKED_AT = 1000  # so many names of a kind are put in order


def named_like(store: Store, text: str, kinds: Sequence[str] = KINDS, most: int = 20) -> list[Thing]:
    """Things with this text in one of their names, to choose from while typing; each once, the likeliest first.

    Likely is what an article speaks of, then what begins so or has a word that does; short names come first. Where
    only the inside of a word fits, it comes last. Of very many, the first that the store comes upon are put in order,
    so that no store is too large.
    """
    words = " ".join(text.split())
    found = one_each(names(store, kinds, words, _LOOKED_AT))
    news = in_the_news(store, found)

    def order(thing: Thing) -> tuple[bool, bool, int, int]:
        place = _place(thing.label, words)
        return place == _INSIDE, thing.iri not in news, place, len(thing.label)

    return sorted(found, key=order)[:most]


_BEGINNING, _WORD, _INSIDE = range(3)


def _place(label: str, words: str) -> int:
    """Where in a label the words stand."""
    place = label.casefold().find(words.casefold())
    if place <= 0:
        return _BEGINNING if place == 0 else _INSIDE
    return _INSIDE if label[place - 1].isalnum() else _WORD

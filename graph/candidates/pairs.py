"""Which candidates are compared at all: those that share enough words, found by an index and not pair by pair."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from graph.candidates.meaning import Meaning

_LONGEST = 40  # candidates under one key that are all compared with each other
_STEMS = 8  # of a name, for its keys


def pairs(meanings: Sequence[Meaning]) -> set[tuple[int, int]]:
    """The pairs (by their places, the lower first) of one kind with two words in common, or one where one has but one.

    Where a key is shared by very many, each is compared with the shortest of them alone, so that the number of pairs
    grows with the number of candidates and not with its square.
    """
    under: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, meaning in enumerate(meanings):
        for key in _keys(meaning):
            under[meaning.kind, *key].append(place)
    found: set[tuple[int, int]] = set()
    for places in under.values():
        if len(places) <= _LONGEST:
            found.update(combinations(places, 2))
        else:
            centre = min(places, key=lambda place: (len(meanings[place].about), meanings[place]))
            found.update((min(centre, place), max(centre, place)) for place in places if place != centre)
    return found


def _keys(meaning: Meaning) -> Iterator[tuple[str, ...]]:
    """Each two of its words; each word alone where it has no more than two."""
    about = meaning.about[:_STEMS]
    yield from combinations(about, 2)
    if len(about) <= 2:
        yield from ((stem,) for stem in about)

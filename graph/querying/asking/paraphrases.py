"""Which proposal a phrase means in other words than its names: "Taiwan and Korea negotiating jointly"."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from graph.querying.asking.words import stemmer, table
from graph.querying.names import Thing

_PERCENT = re.compile(r"(?<=\d)\s*per\s?cent\b")
_DEFINED = 3  # words of a definition that tell a proposal, at the least
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+")


class Paraphrases:
    """Proposals by the words of a name, of all names together, and of these with the definition."""

    def __init__(self, proposals: Iterable[Thing], definitions: Mapping[str, str]) -> None:
        """Index the proposals, one for each name and a proposal's own name first; `definitions` are by IRI."""
        self._own: dict[str, Thing] = {}
        self._names: dict[str, list[frozenset[str]]] = {}
        for proposal in proposals:
            self._own.setdefault(proposal.iri, proposal)
            self._names.setdefault(proposal.iri, []).append(sense(proposal.label))
        self._having: dict[str, set[str]] = {}
        for iri, names in self._names.items():
            for word in sense(definitions.get(iri, "")).union(*names):
                self._having.setdefault(word, set()).add(iri)

    def find(self, text: str) -> Thing | None:
        """The only proposal that has all words of a text; none where what the text leaves out may turn it round."""
        wanted = sense(text)
        found = self._having_all(wanted)
        for few in (self._by_one_name(found, wanted), self._by_all_names(found, wanted), found):
            if few:
                return self._unturned(few, wanted) if few is not found or len(wanted) >= _DEFINED else None
        return None

    def sharing(self, text: str) -> list[Thing]:
        """All proposals that have all words of a text in one of their names."""
        wanted = sense(text)
        return [self._own[iri] for iri in sorted(self._by_one_name(self._having_all(wanted), wanted))]

    def _having_all(self, wanted: frozenset[str]) -> set[str]:
        return set.intersection(*(self._having.get(word, set()) for word in wanted)) if wanted else set()

    def _by_one_name(self, iris: set[str], wanted: frozenset[str]) -> set[str]:
        return {iri for iri in iris if any(wanted <= name for name in self._names[iri])}

    def _by_all_names(self, iris: set[str], wanted: frozenset[str]) -> set[str]:
        return {iri for iri in iris if wanted <= frozenset().union(*self._names[iri])}

    def _unturned(self, iris: set[str], wanted: frozenset[str]) -> Thing | None:
        if len(iris) != 1:
            return None
        proposal = self._own[next(iter(iris))]
        return proposal if turning().isdisjoint(sense(proposal.label) - wanted) else None


@lru_cache(maxsize=50_000)
def sense(text: str) -> frozenset[str]:
    """The stems of the words that mean something, those of one meaning as one.

    >>> sense("lowering the tariffs on Chinese goods") == sense("cut China's tariff on goods")
    True
    """
    plain = _phrases().sub(lambda match: f" {_alike()[match[0]]} ", _PERCENT.sub("%", text.lower()))
    return frozenset(_meaning(word) for word in _WORD.findall(plain) if word not in _empty())


def nation(text: str) -> str | None:
    """The country of a word for its people, as `tables/alike.tsv` has it.

    >>> nation("Koreans"), nation("pianists")
    ('korea', None)
    """
    word = text.lower()
    return _alike().get(word) or _alike().get(word.removesuffix("s"))


@cache
def turning() -> frozenset[str]:
    """The meanings of words that may turn a proposal into its contrary."""
    return frozenset(_meaning(word) for word in table("turning.txt"))


def _meaning(word: str) -> str:
    return _by_stem().get(stemmer()(word), stemmer()(word))


@cache
def _alike() -> dict[str, str]:
    """A word or phrase of `tables/alike.tsv` -> the one that stands for it."""
    lines = (line.split("\t") for line in table("alike.tsv"))
    return {other.strip(): first for first, others in lines for other in others.split(";")}


@cache
def _by_stem() -> dict[str, str]:
    return {stemmer()(other): stemmer()(first) for other, first in _alike().items() if other.isalpha()}


@cache
def _phrases() -> re.Pattern[str]:
    """What is replaced before words are told apart, the longest first."""
    phrases = sorted((phrase for phrase in _alike() if not phrase.isalpha()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("empty.txt")) | frozenset(table("framing.txt"))

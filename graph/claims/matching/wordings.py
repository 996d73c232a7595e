"""The wordings of a codebook's proposals: their stems with weights, the countries they name, how they open."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from graph.actors import Authority
from graph.claims.codebook import Codebook
from graph.claims.matching.countries import countries, without_countries
from graph.claims.matching.openings import core, direction, ended, heads
from graph.claims.matching.stems import stem, stems
from graph.claims.matching.wordlists import common_stems, endings
from graph.model import Proposal

_SHARED = 5  # proposals with a word in common, from which on the word alone calls none of them to mind
_COMMON = 0.4  # what a word that is common in any text weighs, against another one
_DEFINITION = 0.8  # a definition says more than an article would: its coverage counts for less
_CORE = 0.8  # what the words before the first preposition are worth at least
_WEIGHTY = 0.45  # of a wording: less than that before its preposition is no name for it


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a proposal: its stems with their weights (they sum to 1), and what a match of it is worth.

    `ending` are the stems that end it, `core` those before its first preposition.
    """

    proposal: Proposal
    text: str
    weights: Mapping[str, float]
    worth: float
    parties: frozenset[str]
    ending: frozenset[str]
    core: frozenset[str]

    def coverage(self, present: Collection[str]) -> float:
        """How much of it some of its stems cover; what stands before its first preposition is worth most of it."""
        covered = sum(self.weights[s] for s in present)
        weight = sum(self.weights[s] for s in self.core)
        return max(covered, _CORE if weight >= _WEIGHTY and self.core <= set(present) else 0.0)

    @property
    def is_name(self) -> bool:
        """Whether it is a name of its own ("KORUS"), which needs no other word beside it."""
        return any(word.isupper() and len(word) > 2 and stem(word) in self.weights for word in self.text.split())


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a codebook by the stems in them; of each proposal its countries, its direction, its head words.

    `generic` are the stems that too many proposals have for one of them to tell anything alone; `ended` the head words
    of what a proposal would end; `own` all stems of a proposal's labels.
    """

    by_stem: Mapping[str, tuple[Wording, ...]]
    parties: Mapping[str, frozenset[str]]
    direction: Mapping[str, int]
    generic: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    ended: Mapping[str, frozenset[str]]
    own: Mapping[str, tuple[Proposal, frozenset[str]]]


def wordings(codebook: Codebook, authority: Authority) -> Wordings:
    """Prepare a codebook for matching."""
    proposals = codebook.proposals
    common: Counter[str] = Counter()
    for p in proposals:
        common.update({s for text, _ in _texts(p) for s in _stems(text, authority)})
    rarity = {s: _rarity(s, n, len(proposals)) for s, n in common.items()}
    by_stem: dict[str, list[Wording]] = defaultdict(list)
    for made in (_wording(p, text, worth, rarity, authority) for p in proposals for text, worth in _texts(p)):
        for s in made.weights:
            by_stem[s].append(made)
    return Wordings(
        {s: tuple(found) for s, found in by_stem.items()},
        {p.id: countries(p.label, authority) for p in proposals},
        {p.id: direction(p) for p in proposals},
        frozenset(s for s, n in common.items() if 3 * n > len(proposals) and n > 2),
        {p.id: frozenset(s for s in heads(p, authority) if common[s] <= _SHARED) for p in proposals},
        {p.id: frozenset(s for s in ended(p, authority) if common[s] <= _SHARED) for p in proposals},
        {p.id: (p, frozenset(s for t in (p.label, *p.aliases) for s in _stems(t, authority))) for p in proposals},
    )


def _texts(proposal: Proposal) -> Iterator[tuple[str, float]]:
    """The label, the alternative labels and the definition of a proposal, with what a match of each is worth."""
    yield proposal.label, 1.0
    yield from ((text, 1.0) for text in proposal.aliases)
    if proposal.definition:
        yield proposal.definition, _DEFINITION


def _stems(text: str, authority: Authority) -> tuple[str, ...]:
    return stems(without_countries(text, authority))


def _wording(proposal: Proposal, text: str, worth: float, rarity: Mapping[str, float], authority: Authority) -> Wording:
    """A wording; a stem weighs the more, the fewer proposals have it."""
    raw = {s: rarity[s] for s in _stems(text, authority)}
    total = sum(raw.values())
    weights = {s: w / total for s, w in raw.items()}
    ending = frozenset(raw) & endings()
    opening = core(text, authority) & frozenset(raw)
    return Wording(proposal, text, weights, worth, countries(text, authority), ending, opening)


def _rarity(stem: str, having: int, proposals: int) -> float:
    """How much a stem tells: the more, the fewer proposals have it, and little where it is common in any text."""
    return (math.log((proposals + 2) / having) + 0.3) * (_COMMON if stem in common_stems() else 1.0)

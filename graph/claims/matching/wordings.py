"""The wordings of a codebook's proposals: their stems with weights, the countries they name, how they open."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.actors import Authority
from graph.claims.codebook import Codebook
from graph.claims.matching.contraries import contraries
from graph.claims.matching.countries import countries, without_countries
from graph.claims.matching.openings import core, direction, ended, heads, opens_with_none
from graph.claims.matching.stems import stems
from graph.claims.matching.wording import Wording
from graph.claims.matching.wordlists import NONE, common_stems, endings
from graph.model import Proposal

_SHARED = 5  # proposals with a word in common, from which on the word alone calls none of them to mind
_COMMON = 0.4  # what a word that is common in any text weighs, against another one
_DEFINITION = 0.8  # a definition says more than an article would: its coverage counts for less


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a codebook by the stems in them; of each proposal its countries, its direction, its head words.

    `generic` are the stems that too many proposals have for one of them to tell anything alone; `ended` the head words
    of what a proposal would end; `own` all stems of a proposal's labels; `contrary` of each
    proposal to end something the one to have it.
    """

    by_stem: Mapping[str, tuple[Wording, ...]]
    parties: Mapping[str, frozenset[str]]
    direction: Mapping[str, int]
    generic: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    ended: Mapping[str, frozenset[str]]
    own: Mapping[str, tuple[Proposal, frozenset[str]]]
    contrary: Mapping[str, Proposal]


def wordings(codebook: Codebook, authority: Authority) -> Wordings:
    """Prepare a codebook for matching."""
    proposals = codebook.proposals
    common: Counter[str] = Counter()
    for p in proposals:
        common.update({s for text, _ in _texts(p) for s in _stems(text, authority)})
    rarity = {s: _rarity(s, n, len(proposals)) for s, n in common.items()}
    by_stem: dict[str, list[Wording]] = defaultdict(list)
    made = [_wording(p, text, worth, rarity, authority) for p in proposals for text, worth in _texts(p)]
    for wording in made:
        for s in wording.weights:
            by_stem[s].append(wording)
    return Wordings(
        {s: tuple(found) for s, found in by_stem.items()},
        {p.id: countries(p.label, authority) for p in proposals},
        {p.id: direction(p) for p in proposals},
        frozenset(s for s, n in common.items() if 3 * n > len(proposals) and n > 2),
        {p.id: frozenset(s for s in heads(p, authority) if common[s] <= _SHARED) for p in proposals},
        {p.id: frozenset(s for s in ended(p, authority) if common[s] <= _SHARED) for p in proposals},
        {p.id: (p, frozenset(s for t in (p.label, *p.aliases) for s in _stems(t, authority))) for p in proposals},
        contraries(made),
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
    ending = frozenset(raw) & endings() | frozenset([NONE] if opens_with_none(text) else [])
    opening = core(text, authority) & frozenset(raw)
    return Wording(proposal, text, weights, worth, countries(text, authority), ending, opening)


def _rarity(stem: str, having: int, proposals: int) -> float:
    """How much a stem tells: the more, the fewer proposals have it, and little where it is common in any text."""
    return (math.log((proposals + 2) / having) + 0.3) * (_COMMON if stem in common_stems() else 1.0)

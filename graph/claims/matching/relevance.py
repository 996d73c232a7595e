"""Which topics of a codebook an article is about, so that a proposal of another topic is not read into it."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.claims.codebook import Codebook
from graph.claims.matching.stems import stems

_OFTEN = 3  # times, from which on a word of an article is worth as much as it can be
_LEAST = 0.1  # of a topic's words, below which an article is about none that is known
_WORTH = ((0.2, 0.5), (0.35, 0.75))  # of what the best topic has, below which a match is worth so much


@dataclass(frozen=True, slots=True)
class Relevance:
    """The words of each topic with their weights, and the topics of each proposal."""

    words: Mapping[str, Mapping[str, float]]
    topics: Mapping[str, tuple[str, ...]]

    def of(self, text: str) -> Mapping[str, float]:
        """What a match of a proposal is worth in a text; proposals that are not named are worth 1."""
        here = Counter(stems(text))
        found = {topic: _share(weights, here) for topic, weights in self.words.items()}
        best = max(found.values(), default=0.0)
        if best < _LEAST:
            return {}
        return {p: _worth(max(found[t] for t in topics) / best) for p, topics in self.topics.items() if topics}


def relevance(codebook: Codebook) -> Relevance:
    """The words of a topic are those of its proposals; they weigh the more, the fewer topics have them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for proposal in codebook.proposals:
        texts = (proposal.label, *proposal.aliases, proposal.definition or "")
        found = {s for text in texts for s in stems(text)}
        for topic in proposal.topics:
            counts[topic].update(found)
    common = Counter(s for count in counts.values() for s in count)
    weights = {
        topic: {s: math.log(1 + n) * math.log((len(counts) + 1) / common[s]) for s, n in count.items()}
        for topic, count in counts.items()
    }
    return Relevance(weights, {p.id: p.topics for p in codebook.proposals})


def _share(weights: Mapping[str, float], here: Mapping[str, int]) -> float:
    """How much of a topic's words a text has, those that it repeats counting more."""
    total = sum(weights.values())
    return sum(_presence(here.get(s, 0)) * w for s, w in weights.items()) / total if total else 0.0


def _worth(share: float) -> float:
    return next((worth for below, worth in _WORTH if share < below), 1.0)


def _presence(times: int) -> float:
    return min(1.0, math.log(1 + times) / math.log(1 + _OFTEN))

"""The wordings of a codebook's proposals: content words with weights, the countries they name, their direction."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.actors import Authority
from graph.claims.codebook import Codebook
from graph.claims.stances import downward_words, stand
from graph.claims.stems import stem, stems
from graph.model import Proposal

_WORD = re.compile(r"[^\W\d_](?:[\w.’'-]*[\w])?\.?")
_PREPOSITION = re.compile(
    r"\b(?:on|for|of|in|inside|between|with|within|to|from|against|by|as|at|over|under|among)\b|[,:;–—(]"
)
_NOUNS = frozenset(("support", "plan", "offer", "cut", "limit", "freeze", "end", "ban", "delay", "request", "demand"))
_SHARED = 5  # proposals with a word in common, from which on the word alone calls none of them to mind
_LONGEST_NAME = 4
_DEFINITION = 0.8  # a definition says more than an article would: its coverage counts for less
WEAK = 0.5


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a proposal: its stems with their weights (they sum to 1); `ending` are those that end it."""

    proposal: Proposal
    text: str
    weights: Mapping[str, float]
    worth: float
    parties: frozenset[str]
    ending: frozenset[str]
    core: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a codebook, found by the stems in them, and the countries each proposal speaks of."""

    by_stem: Mapping[str, tuple[Wording, ...]]
    parties: Mapping[str, frozenset[str]]
    direction: Mapping[str, int]
    generic: frozenset[str]
    heads: Mapping[str, frozenset[str]]


def wordings(codebook: Codebook, authority: Authority) -> Wordings:
    """Prepare a codebook for matching; a stem weighs the more, the fewer proposals have it."""
    texts = {p.id: list(_texts(p)) for p in codebook.proposals}
    common: Counter[str] = Counter()
    for entries in texts.values():
        common.update({s for text, _ in entries for s in stems(without_parties(text, authority))})
    by_stem: dict[str, list[Wording]] = defaultdict(list)
    for proposal in codebook.proposals:
        for text, worth in texts[proposal.id]:
            found = dict.fromkeys(stems(without_parties(text, authority)))
            raw = {s: math.log((len(texts) + 2) / common[s]) + 0.3 for s in found}
            total = sum(raw.values())
            made = Wording(
                proposal,
                text,
                {s: w / total for s, w in raw.items()},
                worth,
                parties(text, authority),
                frozenset(found) & _endings(),
                _core(text, authority),
            )
            for s in found:
                by_stem[s].append(made)
    return Wordings(
        {s: tuple(found) for s, found in by_stem.items()},
        {
            p.id: frozenset().union(*(parties(text, authority) for text, _ in texts[p.id][:1]))
            for p in codebook.proposals
        },
        {p.id: _direction(p) for p in codebook.proposals},
        frozenset(s for s, n in common.items() if 3 * n > len(texts) and n > 2),
        {p.id: frozenset(s for s in _heads(p, authority) if common[s] <= _SHARED) for p in codebook.proposals},
    )


def _texts(proposal: Proposal) -> Iterator[tuple[str, float]]:
    """The label, the alternative labels and the definition of a proposal, with what a match of each is worth."""
    yield proposal.label, 1.0
    yield from ((text, 1.0) for text in proposal.aliases)
    if proposal.definition:
        yield proposal.definition, _DEFINITION


def parties(text: str, authority: Authority) -> frozenset[str]:
    """The countries that a text names, by name or adjective."""
    return frozenset(country for _, _, country in _named(text, authority))


def without_parties(text: str, authority: Authority) -> str:
    """The text without the names of countries in it."""
    for start, end, _ in reversed(list(_named(text, authority))):
        text = text[:start] + " " + text[end:]
    return text


def _named(text: str, authority: Authority) -> list[tuple[int, int, str]]:
    """Start, end and IRI of each name of a country, the longest names first."""
    words = [m for part in re.finditer(r"[^\s–—/-]+", text) for m in _WORD.finditer(text, *part.span())]
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        step = 1
        for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            name = re.sub(r"['’]s?$", "", text[start:end])
            meanings = [m.actor for m in authority.named(name) if "/country/" in m.actor] if name[:1].isupper() else []
            if meanings:
                found.append((start, end, meanings[0]))
                step = size
                break
        at += step
    return found


def _heads(proposal: Proposal, authority: Authority) -> frozenset[str]:
    """The words that alone can call a proposal to mind: the last one of each wording before its first preposition."""
    texts = (without_parties(text, authority) for text in (proposal.label, *proposal.aliases))
    first = [(_PREPOSITION.split(text)[0], text) for text in texts]
    return frozenset(
        found[-1] for text, whole in first if (found := stems(text)) and not (len(found) > 1 and _bids(whole))
    )


def _bids(text: str) -> bool:
    """Whether a wording begins with a verb ("postpone the levy"), so that its noun is not the proposal itself."""
    first = text.split()[0].lower() if text.split() else ""
    return first not in _NOUNS and stand(_lemma(first, "verb"), "verb", "obj") is not None


@cache
def _endings() -> frozenset[str]:
    """The stems of words that bring less of what they govern."""
    return frozenset(stem(word) for word in downward_words())


def _core(text: str, authority: Authority) -> frozenset[str]:
    """The words of a wording before its first preposition, where they are two or more and not all there is."""
    first = _PREPOSITION.split(without_parties(text, authority))[0]
    found = frozenset(stems(first))
    return found if len(found) > 1 else frozenset()


def _direction(proposal: Proposal) -> int:
    """-1 where the proposal is that something be less or end, as the first word of its label says; else 1."""
    words = list(re.findall(r"[^\W\d_]+", proposal.label.lower())[:3])
    for word in words:
        for kind, argument in (("verb", "obj"), ("noun", "of")):
            found = stand(_lemma(word, kind), kind, argument)
            if found is not None and found.polarity is None and not found.light:
                return found.direction
    return -1 if words and words[0] in ("less", "fewer", "no") else 1


def _lemma(word: str, kind: str) -> str:
    """A rough base form: labels are too short to be parsed."""
    if kind == "verb" and word.endswith("ing") and len(word) > 5:
        return word[:-3]
    return word

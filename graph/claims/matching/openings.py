"""What the opening of a proposal's wording tells: its head word, its core, whether it asks for less of something."""

import re
from collections.abc import Iterator

from graph.actors import Authority
from graph.claims.matching.countries import without_countries
from graph.claims.matching.stems import stems
from graph.claims.stances import stand
from graph.claims.tables import words
from graph.model import Proposal

_PREPOSITION = re.compile(
    r"\b(?:on|for|of|in|inside|between|with|within|to|from|against|by|as|at|over|under|among)\b|[,:;–—(]"
)


def core(text: str, authority: Authority) -> frozenset[str]:
    """The stems of a wording before its first preposition; none where they are fewer than two."""
    found = frozenset(stems(_before_preposition(without_countries(text, authority))))
    return found if len(found) > 1 else frozenset()


def heads(proposal: Proposal, authority: Authority) -> frozenset[str]:
    """The stems that alone can call a proposal to mind: the last one of each wording before its first preposition."""
    return frozenset(_heads(proposal, authority))


def _heads(proposal: Proposal, authority: Authority) -> Iterator[str]:
    for wording in (proposal.label, *proposal.aliases):
        text = without_countries(wording, authority)
        found = stems(_before_preposition(text))
        if found and not (len(found) > 1 and _bids(text)):
            yield found[-1]


def _before_preposition(text: str) -> str:
    return _PREPOSITION.split(text)[0]


def _bids(text: str) -> bool:
    """Whether a wording begins with a verb ("postpone the levy"), so that its noun is not the proposal itself."""
    first = next(iter(text.lower().split()), "")
    return first not in words("bidding_nouns") and stand(_lemma(first), "verb", "obj") is not None


def direction(proposal: Proposal) -> int:
    """-1 where the proposal is that something be less or end, as the first words of its label say; else 1."""
    opening = re.findall(r"[^\W\d_]+", proposal.label.lower())[:3]
    for word in opening:
        for found in (stand(_lemma(word), "verb", "obj"), stand(word, "noun", "of")):
            if found is not None and found.polarity is None and not found.light:
                return found.direction
    return -1 if opening and opening[0] in ("less", "fewer", "no") else 1


def _lemma(verb: str) -> str:
    """A rough base form: labels are too short to be parsed."""
    return verb[:-3] if verb.endswith("ing") and len(verb) > 5 else verb

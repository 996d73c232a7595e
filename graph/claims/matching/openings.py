"""What the opening of a proposal's wording tells: its head word, its core, whether it asks for less of something."""

import re
from collections.abc import Iterator

from graph.actors import Authority
from graph.claims.matching.countries import without_countries
from graph.claims.matching.stems import stem, stems
from graph.claims.matching.wordlists import common_stems, endings
from graph.claims.stances import stand
from graph.claims.tables import words
from graph.model import Proposal

_PREPOSITION = re.compile(
    r"\b(?:on|for|of|in|inside|between|with|within|to|from|against|by|as|at|over|under|among|during|"
    r"after|before|per|through|across|outside|about|than|that|which|who|where|when|if)\b|[,:;–—(]"
)

_OBLIGED = re.compile(r"^\W*(?:duty|obligation|requirement|right) to (\w+)", re.I)
_LEADS_ON = re.compile(r"^(?:more\b|to\b|of\b|on\b|in\b|from\b|the\b|all\b|\s)+", re.I)
_WITHOUT = re.compile(r"\bwithout\b", re.I)
_SHORT = 2  # stems
_NONE = ("no", "fewer", "less", "without")
_ENDING = ("no", "without", "against", "not")


def core(text: str, authority: Authority) -> frozenset[str]:
    """The stems of a wording before its first preposition; none where they are fewer than two."""
    found = frozenset(stems(_before_preposition(without_countries(text, authority))))
    return found if len(found) > 1 else frozenset()


def heads(proposal: Proposal, authority: Authority) -> frozenset[str]:
    """The stems that alone can call a proposal to mind: the last one of each wording before its first preposition."""
    return frozenset(_heads(proposal, authority)) - common_stems()


def _heads(proposal: Proposal, authority: Authority) -> Iterator[str]:
    for wording in (proposal.label, *proposal.aliases):
        text = _WITHOUT.split(without_countries(wording, authority))[0]
        found = stems(_before_preposition(text))
        obliged = _OBLIGED.search(text)
        if obliged is not None:
            yield stem(obliged[1])  # "disclosure" of "duty to disclose"
        elif len(found) > 1 and (_bids(text) or _begins(text)):
            yield found[0]  # "cut" of "cut legal aid"; "aid" is not the proposal itself
        elif found and (found[0] in endings() or not _begins(text)):
            yield found[-1]


def opens_with_none(text: str) -> bool:
    """Whether a wording begins with a small word of ending: "no face scans by the police", "against the dam"."""
    return next(iter(_words(text)), "") in _ENDING


def ended(proposal: Proposal, authority: Authority) -> frozenset[str]:
    """The stems of what a proposal would end: "blazer" of "no more blazers", "abolition of compulsory blazers"."""
    texts = (without_countries(text, authority) for text in (proposal.label, *proposal.aliases))
    found = (stems(_LEADS_ON.sub("", rest)) for text in texts if (rest := _begins(text)))
    return frozenset(each[-1] for each in found if 0 < len(each) <= _SHORT) - common_stems()


def _begins(text: str) -> str:
    """What follows the word of lessening that a wording begins with; nothing where it begins with another."""
    first, _, rest = text.strip().partition(" ")
    return rest if first.lower() in _NONE or stem(first) in endings() else ""


def _before_preposition(text: str) -> str:
    return _PREPOSITION.split(text)[0]


def _bids(text: str) -> bool:
    """Whether a wording begins with a verb ("postpone the levy"), so that its noun is not the proposal itself."""
    first = next(iter(text.lower().split()), "")
    return first not in words("bidding_nouns") and stand(_lemma(first), "verb", "obj") is not None


def direction(proposal: Proposal) -> int:
    """-1 where the proposal is that something be less or end, as the first words of its label say; else 1."""
    opening = _words(proposal.label)[:3]
    for word in opening:
        for found in (stand(_lemma(word), "verb", "obj"), stand(word, "noun", "of")):
            if found is not None and found.polarity is None and not found.light:
                return found.direction
    return -1 if opening and opening[0] in ("less", "fewer", "no") else 1


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _lemma(verb: str) -> str:
    """A rough base form: labels are too short to be parsed."""
    return verb[:-3] if verb.endswith("ing") and len(verb) > 5 else verb

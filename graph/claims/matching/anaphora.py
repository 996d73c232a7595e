"""What "the plan", "the ban", "such a step" stand for: a proposal spoken of before that they can name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.matching.match import Match
from graph.claims.matching.stems import stem
from graph.claims.tables import words
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = ("the", "this", "that", "such", "its", "their", "his", "her", "these", "those")
_DONE_TO = ("dobj", "pobj", "nsubjpass")
_MEMORY = 5  # sentences, for words that can stand for any proposal
_FADES = 0.95  # with each sentence
_FAINTEST = 0.7


@dataclass(slots=True)
class Referents:
    """The proposals spoken of so far, the latest last; `heads` are the words that can call each to mind."""

    heads: Mapping[str, frozenset[str]]
    _spoken_of: list[tuple[int, Match]] = field(default_factory=list)

    def remember(self, sentence: Sentence, found: Sequence[Match]) -> None:
        """Note what a sentence spoke of, the surest last."""
        self._spoken_of += [(sentence.number, match) for match in reversed(found)]

    def matches(self, sentence: Sentence, found: Sequence[Match]) -> Iterator[Match]:
        """The definite phrases of a sentence that stand for a proposal which its own words do not name."""
        named = {t.i for match in found for t in match.tokens}
        seen = {match.proposal.id for match in found}
        for token in (t for t in sentence.tokens if t.i not in named):
            meant = self._meant(token, sentence.number, found)
            if meant is not None and (meant[0] == sentence.number or meant[1].proposal.id not in seen):
                seen.add(meant[1].proposal.id)
                yield _standing_for(token, sentence.number - meant[0], meant[1])

    def _meant(self, token: "Token", number: int, found: Sequence[Match]) -> tuple[int, Match] | None:
        """The number of a sentence, and what it spoke of that a word means."""
        if token.pos_ == "PRON":
            return self._by_pronoun(token, number, found) if _can_stand_for(token) else None
        return self._by_noun(token, number) if _is_bare(token) else None

    def _by_pronoun(self, token: "Token", number: int, found: Sequence[Match]) -> tuple[int, Match] | None:
        """The surest proposal of another clause before it in the sentence, else of the sentence before."""
        for match in found:
            if all(t.i < token.i for t in match.tokens) and match.anchor.head != token.head:
                return number, match
        return next(((n, m) for n, m in reversed(self._spoken_of) if number - n == 1), None)

    def _by_noun(self, token: "Token", number: int) -> tuple[int, Match] | None:
        """The proposal whose head word it is, the one most spoken of; for a word of any, the latest."""
        word = stem(token.text)
        own = [(n, m) for n, m in self._spoken_of if word in self.heads[m.proposal.id]]
        if own:
            often = Counter(m.proposal.id for _, m in own)
            return max(own, key=lambda found: (often[found[1].proposal.id], found[0]))
        latest = self._spoken_of[-1] if self._spoken_of and number - self._spoken_of[-1][0] < _MEMORY else None
        return latest if token.lemma_.lower() in words("stand_ins") and _is_definite(token) else None


def _can_stand_for(pronoun: "Token") -> bool:
    """Whether a pronoun can stand for a proposal: "rejects it", "is for this", "this would be a mistake"."""
    if pronoun.lower_ == "it":
        return pronoun.dep_ in _DONE_TO
    pointing = pronoun.lower_ in ("this", "that") and pronoun.tag_ == "DT"
    return pointing and pronoun.dep_ in ("nsubj", *_DONE_TO)


def _is_bare(noun: "Token") -> bool:
    """Whether a noun has nothing beside it that would tell it apart: "the ban", "a ban", not "a smoking ban"."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod"):
        return False
    introduced = any(c.dep_ in ("det", "poss", "predet") for c in noun.children)
    beside = (c for c in noun.children if c.dep_ in ("compound", "amod", "nummod", "prep"))
    return introduced and all(stem(c.text) in _empty() for c in beside)


@cache
def _empty() -> frozenset[str]:
    """The stems of adjectives that tell one proposal from no other."""
    return frozenset(stem(word) for word in words("empty_adjectives"))


def _is_definite(noun: "Token") -> bool:
    """Whether a noun is spoken of as known: "the plan", "such a step", "the minister's proposal"."""
    return any(c.lower_ in _DEFINITE if c.dep_ in ("det", "predet") else c.dep_ == "poss" for c in noun.children)


def _standing_for(token: "Token", distance: int, match: Match) -> Match:
    score = match.score * max(_FAINTEST, _FADES**distance)
    return Match(match.proposal, score, (token,), f'is called "{token.text}", which {match.reason}', match.turned)

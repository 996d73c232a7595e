"""What "the plan", "the ban", "such a step" stand for: a proposal spoken of before that they can name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.stems import stem
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset(("the", "this", "that", "such", "its", "their", "his", "her", "these", "those"))
_GENERIC = frozenset((
    "plan", "proposal", "idea", "move", "measure", "step", "scheme", "decision", "initiative", "approach", "policy",
    "offer", "option", "package", "reform", "suggestion", "draft", "change", "concept", "arrangement", "demand",
    "request", "recommendation",
))  # fmt: skip
_MEMORY = 5  # sentences, for words that can stand for any proposal
_PLAIN = frozenset(stem(w) for w in ("proposed", "planned", "whole", "controversial", "draft", "new", "latest", "same"))
_PRONOUNS = frozenset(("it", "this", "that"))
_FADES = 0.95
_FAINTEST = 0.7


@dataclass(slots=True)
class Referents:
    """The proposals spoken of so far, the latest last."""

    heads: Mapping[str, frozenset[str]]
    _spoken_of: list[tuple[int, Match]] = field(default_factory=list)

    def remember(self, sentence: Sentence, found: list[Match]) -> None:
        """Note what a sentence spoke of, the surest last."""
        self._spoken_of += [(sentence.number, match) for match in reversed(found)]

    def matches(self, sentence: Sentence, found: list[Match]) -> list[Match]:
        """The definite phrases of a sentence that stand for a proposal which its own words do not name."""
        named = {t.i for match in found for t in match.tokens}
        seen = {match.proposal.id for match in found}
        out: list[Match] = []
        for token in sentence.tokens:
            if token.i in named:
                continue
            if token.pos_ == "PRON":
                meant = self._before(token, sentence.number, found) if _stands_alone(token) else None
                if meant is not None and meant[0] == sentence.number:
                    out.append(_standing_for(token, 0, meant[1]))
                    continue
            else:
                meant = self._meant(token, sentence.number) if _alone(token) else None
            if meant is not None and meant[1].proposal.id not in seen:
                seen.add(meant[1].proposal.id)
                out.append(_standing_for(token, sentence.number - meant[0], meant[1]))
        return out

    def _before(self, token: "Token", number: int, found: list[Match]) -> tuple[int, Match] | None:
        """The surest proposal of another clause before it in the sentence, else of the sentence before."""
        for match in found:
            if all(t.i < token.i for t in match.tokens) and match.anchor.head != token.head:
                return number, match
        near = [(n, m) for n, m in self._spoken_of if number - n == 1]
        return near[-1] if near else None

    def _meant(self, token: "Token", number: int) -> tuple[int, Match] | None:
        """The proposal whose head word it is, the one most spoken of; for a word of any, the latest."""
        word = stem(token.text)
        own = [(n, m) for n, m in self._spoken_of if word in self.heads[m.proposal.id]]
        if own:
            often = Counter(m.proposal.id for _, m in own)
            return max(own, key=lambda found: (often[found[1].proposal.id], found[0]))
        near = [(n, m) for n, m in self._spoken_of if number - n < _MEMORY]
        return near[-1] if near and token.lemma_.lower() in _GENERIC and _definite(token) else None


def _stands_alone(token: "Token") -> bool:
    """Whether a pronoun can stand for a proposal: "rejects it", "is for this", "this would be a mistake"."""
    if token.lower_ != "it" and token.tag_ != "DT":
        return False
    subject = token.lower_ != "it" and token.dep_ == "nsubj"
    return token.lower_ in _PRONOUNS and (subject or token.dep_ in ("dobj", "pobj", "nsubjpass"))


def _alone(token: "Token") -> bool:
    """Whether a noun has nothing beside it that would tell it apart: "the ban", "a ban", not "a smoking ban"."""
    beside = [c for c in token.children if c.dep_ in ("compound", "amod", "nummod", "prep")]
    noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod")
    introduced = any(c.dep_ in ("det", "poss", "predet") for c in token.children)
    return noun and introduced and all(stem(c.text) in _PLAIN for c in beside)


def _definite(token: "Token") -> bool:
    """Whether a noun is spoken of as known: "the plan", "such a step", "the minister's proposal"."""
    return any(
        c.lower_ in _DEFINITE if c.dep_ in ("det", "predet") else c.dep_ == "poss" for c in token.children
    )  # fmt: skip


def _standing_for(token: "Token", distance: int, match: Match) -> Match:
    score = match.score * max(_FAINTEST, _FADES**distance)
    return Match(match.proposal, score, (token,), f'is called "{token.text}", which {match.reason}', match.turned)

"""What "the plan", "the ban", "such a step", "it" stand for: a proposal spoken of before that they can name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.matching.match import Match
from graph.claims.matching.salience import Salience
from graph.claims.matching.stems import stem
from graph.claims.tables import words
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = ("the", "this", "that", "such", "its", "their", "his", "her", "these", "those")
_DONE_TO = ("dobj", "pobj", "nsubjpass")
_IN_MIND = 0.3  # how much a proposal must be in mind for a word that can stand for any
_FADES = 0.98  # with each sentence
_FAINTEST = 0.8
_UNDER_DISCUSSION = 0.6  # the same, for a stand that says nothing of what it is on
_WORTH = {"head": 0.95, "any": 0.85, "pronoun": 0.85, "unsaid": 0.75}


@dataclass(slots=True)
class Referents:
    """The proposals spoken of so far; `heads` are the words that can call each to mind."""

    heads: Mapping[str, frozenset[str]]
    salience: Salience = field(default_factory=Salience)

    def remember(self, sentence: Sentence, found: Sequence[Match]) -> None:
        """Note what a sentence spoke of, the surest first."""
        self.salience.note(sentence, found)

    def matches(self, sentence: Sentence, found: Sequence[Match]) -> Iterator[Match]:
        """The phrases of a sentence that stand for a proposal which other words name."""
        named = {t.i for match in found for t in match.tokens}
        for token in (t for t in sentence.tokens if t.i not in named):
            meant = self._by_pronoun(token, sentence, found) or self._by_noun(token, sentence, found)
            if meant is not None:
                yield meant

    def under_discussion(self, word: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        """What a word is said of that takes a stand without naming on what: "has objected", "were in favour"."""
        before = [m for m in found if all(t.i < word.i for t in m.tokens)]
        if before:
            return _standing_for(word, 0, before[0], "unsaid")
        lately = self.salience.just_before(sentence.number)
        if lately is not None:
            return _standing_for(word, 1, lately, "unsaid")
        held = next(self.salience.in_mind(sentence.number, _UNDER_DISCUSSION), None)
        return _standing_for(word, held[1], held[2], "unsaid") if held is not None else None

    def _by_pronoun(self, token: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        """The surest proposal of another clause before it in the sentence, else of the sentence before."""
        if not _can_stand_for(token):
            return None
        for match in found:
            if all(t.i < token.i for t in match.tokens) and match.anchor.head != token.head:
                return _standing_for(token, 0, match, "pronoun")
        before = self.salience.just_before(sentence.number)
        if before is None or (token.lower_ == "them" and before.anchor.tag_ not in ("NNS", "NNPS")):
            return None
        return _standing_for(token, 1, before, "pronoun")

    def _by_noun(self, token: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        """The proposal whose head word it is, else for a word of any the one most in mind."""
        if not _is_bare(token):
            return None
        word = stem(token.text)
        before = [m for m in found if all(t.i < token.i for t in m.tokens)]
        own = [m for m in before if word in self.heads[m.proposal.id]]
        if own:
            return _standing_for(token, 0, own[0], "head")
        seen = {m.proposal.id for m in found}
        known = [(back, m) for _, back, m in self.salience.in_mind(sentence.number, 0.0) if m.proposal.id not in seen]
        headed = next(((back, m) for back, m in known if word in self.heads[m.proposal.id]), None)
        if headed is not None:
            return _standing_for(token, *headed, "head")
        if token.lemma_.lower() not in words("stand_ins") or not _is_definite(token):
            return None
        lately = self.salience.just_before(sentence.number)
        if lately is not None:
            return _standing_for(token, 1, lately, "any")
        held = next(self.salience.in_mind(sentence.number, _IN_MIND), None)
        return _standing_for(token, held[1], held[2], "any") if held is not None else None


def _can_stand_for(word: "Token") -> bool:
    """Whether a word can stand for a proposal as a pronoun: "rejects it", "is for this", "opposed one"."""
    if word.lower_ in ("it", "them"):
        return word.pos_ == "PRON" and word.dep_ in _DONE_TO
    if word.lower_ == "one":
        return word.dep_ in _DONE_TO and next(word.children, None) is None
    pointing = word.lower_ in ("this", "that") and word.pos_ == "PRON" and word.tag_ == "DT"
    return pointing and word.dep_ in ("nsubj", *_DONE_TO) and word.head.lemma_ not in words("disbelieving_verbs")


def _is_bare(noun: "Token") -> bool:
    """Whether a noun has nothing beside it that would tell it apart: "the ban", "a ban", not "a smoking ban"."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod"):
        return False
    introduced = any(c.dep_ in ("det", "poss", "predet") for c in noun.children)
    beside = (c for c in noun.children if c.dep_ in ("compound", "amod", "nummod", "prep") or _tells_what(c))
    return introduced and all(stem(c.text) in _empty() for c in beside)


def _tells_what(clause: "Token") -> bool:
    """Whether an infinitive tells of what the noun before it is: "the plan to paint the hall"."""
    return clause.dep_ == "acl" and any(c.lower_ == "to" for c in clause.children)


@cache
def _empty() -> frozenset[str]:
    """The stems of adjectives that tell one proposal from no other."""
    return frozenset(stem(word) for word in words("empty_adjectives"))


def _is_definite(noun: "Token") -> bool:
    """Whether a noun is spoken of as known: "the plan", "such a step", "the minister's proposal"."""
    return any(c.lower_ in _DEFINITE if c.dep_ in ("det", "predet") else c.dep_ == "poss" for c in noun.children)


def _standing_for(token: "Token", back: int, match: Match, kind: str) -> Match:
    """The match of a word that stands for what was matched so many sentences back."""
    named = match.stands_for or match
    score = named.score * _WORTH[kind] * max(_FAINTEST, _FADES**back)
    turned = named.turned and kind != "head"
    return Match(named.proposal, score, (token,), f'"{token.text}" is "{named.proposal.label}"', turned, named)

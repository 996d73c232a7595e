"""What "the plan", "the ban", "such a step", "it" stand for: a proposal spoken of before that they can name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.claims.matching.contraries import settled
from graph.claims.matching.match import Match
from graph.claims.matching.nouns import clause_of, is_bare, is_definite, told_by
from graph.claims.matching.salience import Salience
from graph.claims.matching.stems import stem
from graph.claims.matching.wordings import Wordings
from graph.claims.tables import words
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DONE_TO = ("dobj", "pobj", "nsubjpass")
_IN_MIND = 0.5  # how much a proposal must be in mind for a word that can stand for any
_UNDER_DISCUSSION = 0.9  # the same, for a stand that says nothing of what it is on
_FADES = 0.98  # with each sentence
_FAINTEST = 0.8
_WORTH = {"head": 0.95, "any": 0.85, "pronoun": 0.85, "ended": 0.8, "unsaid": 0.75}
_NAMED = 0.7  # a match by nothing but what tells a plan apart: "the licensing plan"


@dataclass(slots=True)
class Referents:
    """The proposals spoken of so far, and the words that can call each to mind."""

    words: Wordings
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
        if found:
            before = [m for m in found if all(t.i < word.i for t in m.tokens)]
            nearest = before[0] if before else min(found, key=lambda m: m.tokens[0].i)
            return _standing_for(word, 0, nearest, "unsaid")
        held = self.salience.lately(sentence) or self._most_in_mind(sentence, _UNDER_DISCUSSION)
        return _standing_for(word, *held, "unsaid") if held is not None else None

    def _most_in_mind(self, sentence: Sentence, least: float) -> tuple[int, Match] | None:
        return next(((back, m) for _, back, m in self.salience.in_mind(sentence.number, least)), None)

    def _by_pronoun(self, token: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        """The surest proposal of another clause before it in the sentence, else of the sentence before."""
        if not _can_stand_for(token):
            return None
        word = token.head if token.lower_ == "so" else token
        for match in found:
            if all(t.i < token.i for t in match.tokens) and match.anchor.head != token.head:
                return _standing_for(word, 0, match, "pronoun") if _agree(token, match) else None
        before = self.salience.just_before(sentence.number)
        return _standing_for(word, 1, before, "pronoun") if before is not None and _agree(token, before) else None

    def _by_noun(self, token: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        """The proposal whose head word it is, or whose words tell it apart; for a word of any the one most in mind."""
        if is_bare(token):
            return self._by_head(token, sentence, found) or self._by_any(token, sentence, found)
        return self._told_apart(token)

    def _by_head(self, token: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        word = stem(token.text)
        before = [(0, m) for m in found if all(t.i < token.i for t in m.tokens)]
        seen = {m.proposal.id for m in found}
        known = ((back, m) for _, back, m in self.salience.in_mind(sentence.number, 0.0) if m.proposal.id not in seen)
        for back, match in (*before, *known):
            if word in self.words.heads[match.proposal.id]:
                return _standing_for(token, back, match, "head")
            if word in self.words.ended[match.proposal.id]:
                return settled(_standing_for(token, back, match, "ended"), self.words.contrary)
        return None

    def _by_any(self, token: "Token", sentence: Sentence, found: Sequence[Match]) -> Match | None:
        if token.lemma_.lower() not in words("stand_ins") or not is_definite(token):
            return None
        if any(clause_of(m.anchor) == clause_of(token) for m in found):
            return None  # beside a proposal it is something else: "drop the ban from the draft"
        just = self.salience.just_before(sentence.number)
        before = (1, just) if just is not None else None
        held = before or self.salience.lately(sentence) or self._most_in_mind(sentence, _IN_MIND)
        return _standing_for(token, *held, "any") if held is not None else None

    def _told_apart(self, token: "Token") -> Match | None:
        """The one proposal whose words stand before a word of any: "the licensing plan", "the dam works"."""
        beside = told_by(token) if token.lemma_.lower() in words("stand_ins") else ()
        found = [p for p, own in self.words.own.values() if beside and own.issuperset(beside)]
        if len(found) != 1 or self.words.parties[found[0].id]:
            return None
        return Match(found[0], _NAMED, (token,), f'"{" ".join(beside)} {token.text}" is "{found[0].label}"')


def _can_stand_for(word: "Token") -> bool:
    """Whether a word can stand for a proposal as a pronoun: "rejects it", "is for this", "opposed one", "do so"."""
    if word.lower_ in ("it", "them"):
        return word.pos_ == "PRON" and word.dep_ in _DONE_TO
    if word.lower_ == "one":
        return word.dep_ in _DONE_TO and next(word.children, None) is None
    if word.lower_ == "so":
        return word.head.lemma_ == "do" and word.i > word.head.i and word.head.pos_ == "VERB"
    pointing = word.lower_ in ("this", "that") and word.pos_ == "PRON" and word.tag_ == "DT"
    return pointing and word.dep_ in ("nsubj", *_DONE_TO) and word.head.lemma_ not in words("disbelieving_verbs")


def _agree(pronoun: "Token", match: Match) -> bool:
    """Whether a pronoun's number is that of what a proposal was called."""
    return pronoun.lower_ != "them" or match.anchor.tag_ in ("NNS", "NNPS")


def _standing_for(token: "Token", back: int, match: Match, kind: str) -> Match:
    """The match of a word that stands for what was matched so many sentences back."""
    named = match.stands_for or match
    score = named.score * _WORTH[kind] * max(_FAINTEST, _FADES**back)
    turned = kind == "ended" or (match.turned and named.turned and kind != "head")
    return Match(named.proposal, score, (token,), f'"{token.text}" is "{named.proposal.label}"', turned, named)

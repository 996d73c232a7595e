"""What "the plan", "the ban", "such a step" stand for: the proposal that was last spoken of and that they can name."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.stems import stem, stems
from graph.language import Sentence
from graph.model import Proposal

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset(("the", "this", "that", "such", "its", "their", "his", "her", "these", "those"))
_GENERIC = frozenset((
    "plan", "proposal", "idea", "move", "measure", "step", "scheme", "decision", "initiative", "approach", "policy",
    "offer", "option", "model", "package", "reform", "project", "strategy", "suggestion", "draft", "bill", "law",
    "deal", "agreement", "ban", "change", "concept", "arrangement", "demand", "request", "recommendation",
))  # fmt: skip
_MEMORY = 4  # sentences
_FADES = 0.9


@dataclass(slots=True)
class Referents:
    """The proposals spoken of in the last sentences, the latest last."""

    _recent: list[tuple[int, Match]] = field(default_factory=list)

    def remember(self, sentence: Sentence, found: list[Match]) -> None:
        """Note what a sentence spoke of."""
        self._recent += [(sentence.number, match) for match in reversed(found)]
        self._recent = [(n, m) for n, m in self._recent if sentence.number - n < _MEMORY]

    def matches(self, sentence: Sentence, found: list[Match]) -> list[Match]:
        """The definite phrases of a sentence that stand for a proposal which its own words do not name."""
        named = {t.i for match in found for t in match.tokens}
        seen = {match.proposal.id for match in found}
        out: list[Match] = []
        for token in sentence.tokens:
            if token.i in named or token.pos_ != "NOUN" or token.lemma_.lower() not in _GENERIC:
                continue
            if not any(c.lower_ in _DEFINITE and c.dep_ in ("det", "poss", "predet") for c in token.children):
                continue
            meant = self._meant(token)
            if meant is not None and meant[1].proposal.id not in seen:
                seen.add(meant[1].proposal.id)
                out.append(_standing_for(token, sentence.number - meant[0], meant[1]))
        return out

    def _meant(self, token: "Token") -> tuple[int, Match] | None:
        """The latest proposal that a word can name: its own word where it has one, else any."""
        own = [(n, m) for n, m in self._recent if stem(token.text) in _words(m.proposal)]
        any_other = [] if token.lemma_.lower() in ("ban", "law", "bill", "deal") else self._recent
        ranked = own or any_other
        return ranked[-1] if ranked else None


def _words(proposal: Proposal) -> set[str]:
    return {s for text in (proposal.label, *proposal.aliases) for s in stems(text)}


def _standing_for(token: "Token", distance: int, match: Match) -> Match:
    score = match.score * _FADES ** max(1, distance)
    return Match(match.proposal, score, (token,), f'is called "{token.text}", which {match.reason}')

"""Where a sentence speaks of a proposal: the words that match a wording, close together, with the right countries."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.actors import Authority
from graph.claims.codebook import Codebook
from graph.claims.matching.contents import contents
from graph.claims.matching.contraries import settled
from graph.claims.matching.countries import countries
from graph.claims.matching.groups import by_stem, closest, is_close, is_connected, phrases, stem_of
from graph.claims.matching.match import Match, distinct
from graph.claims.matching.relevance import relevance
from graph.claims.matching.wording import Wording
from graph.claims.matching.wordings import Wordings, wordings
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENOUGH = 0.6  # of a wording, by weight
_BY_ITSELF = 0.7  # the same, for one of several phrases
_NEARLY_ENOUGH = 0.54
_ONE_WORD = 0.85  # what a match of one word is worth
_BESIDE = 4  # tokens


class Matcher:
    """Matches sentences with one codebook; made once for a run."""

    def __init__(self, codebook: Codebook, authority: Authority) -> None:
        self.authority = authority
        self.words: Wordings = wordings(codebook, authority)
        self.relevance = relevance(codebook)

    def matches(
        self, sentence: Sentence, around: frozenset[str], named: frozenset[str], apt: Mapping[str, float] | None = None
    ) -> list[Match]:
        """The proposals that a sentence speaks of.

        `around` are the countries that the article is about, `named` all actors in it, `apt` what a match of some
        proposals is worth there (`Relevance`).
        """
        here = countries(sentence.tokens.text, self.authority)
        at = by_stem(sentence, self._names(sentence), self.words.by_stem)
        best: dict[str, Match] = {}
        for wording in {id(w): w for s in at for w in self.words.by_stem[s]}.values():
            if self.words.parties[wording.proposal.id] <= named | here:
                match = self._match(wording, at, self._fit(wording.proposal.id, here, around, apt or {}))
                known = best.get(match.proposal.id) if match is not None else None
                if match is not None and (known is None or match.score > known.score):
                    best[match.proposal.id] = match
        return distinct(best.values())

    def contents(
        self,
        sentence: Sentence,
        found: Sequence[Match],
        around: frozenset[str],
        named: frozenset[str],
        apt: Mapping[str, float],
    ) -> list[Match]:
        """The proposals that what is wanted or rejected in a sentence comes near to, where no words name one."""
        here = countries(sentence.tokens.text, self.authority)
        parties = self.words.parties.items()
        fits = {p: self._fit(p, here, around, apt) for p, wanted in parties if wanted <= named | here}
        return list(contents(sentence, found, self.words, fits))

    def _match(self, wording: Wording, at: Mapping[str, list["Token"]], fit: float) -> Match | None:
        """The closest group of words that cover enough of a wording."""
        present = [s for s in wording.weights if s in at]
        coverage = wording.coverage(present)
        if coverage < _ENOUGH or (len(present) == 1 and not self._is_alone_enough(wording, present[0])):
            return None
        group = _sufficient(wording, closest([at[s] for s in present]))
        if not is_close(group) or not is_connected(group) or not self._tells(wording, group):
            return None
        score = coverage * wording.worth * fit * (_ONE_WORD if len(group) == 1 else 1.0)
        if score < _NEARLY_ENOUGH:
            return None
        turned = bool(wording.ending) and not wording.ending & {stem_of(t) for t in group}
        match = Match(wording.proposal, min(1.0, score), tuple(group), f'matches "{wording.text}"', turned)
        return settled(match, self.words.contrary, wording.ending)

    def _names(self, sentence: Sentence) -> frozenset[int]:
        """The words that are part of a name which no proposal has: "Federation of Railway Workers"."""
        names = (ent for ent in sentence.tokens.ents if ent.label_ in ("ORG", "PERSON"))
        others = (ent for ent in names if any((s := stem_of(t)) and s not in self.words.by_stem for t in ent))
        return frozenset(t.i for ent in others for t in ent)

    def _is_alone_enough(self, wording: Wording, stem: str) -> bool:
        """Whether one word of a wording is: its only one, its name, or what the proposal itself is called."""
        if stem in self.words.generic:
            return False
        return len(wording.weights) == 1 or wording.is_name or stem in self.words.heads[wording.proposal.id]

    def _tells(self, wording: Wording, group: list["Token"]) -> bool:
        """Whether a wording says enough: one of a single word is a name, or has its countries beside it."""
        if len(wording.weights) > 1 or wording.is_name:
            return True
        at = group[0].i
        near = countries(group[0].doc[max(0, at - _BESIDE) : at + _BESIDE + 1].text, self.authority)
        return bool(wording.parties) and wording.parties <= near <= self.words.parties[wording.proposal.id]

    def _fit(self, proposal: str, here: frozenset[str], around: frozenset[str], apt: Mapping[str, float]) -> float:
        """How well the countries of a sentence agree with those of a proposal, and the article with its topic."""
        return apt.get(proposal, 1.0) * self._shared_parties(proposal, here, around)

    def _shared_parties(self, proposal: str, here: frozenset[str], around: frozenset[str]) -> float:
        wanted = self.words.parties[proposal]
        if not wanted:
            return 1.0
        share = len(wanted & here) / len(wanted)
        near = len(wanted & (here | around)) / len(wanted)
        strangers = bool(here - wanted) and not (wanted & here)
        return 0.2 + 0.25 * share + 0.55 * near - (0.15 if strangers else 0.0)


def _sufficient(wording: Wording, words: list["Token"]) -> list["Token"]:
    """Of words in several phrases, those of the phrase that is enough by itself."""
    parts = phrases(words)
    if len(parts) < 2:
        return words
    best = max(parts, key=lambda part: wording.coverage([stem_of(t) for t in part]))
    kept = [stem_of(t) for t in best]
    ends = wording.ending & {stem_of(t) for t in words} <= set(kept)
    return best if len(best) > 1 and wording.coverage(kept) >= _BY_ITSELF and ends else words

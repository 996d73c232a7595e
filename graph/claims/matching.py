"""Where a sentence speaks of a proposal: the words that match a wording, close together, with the right countries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors import Authority
from graph.claims.codebook import Codebook
from graph.claims.stems import stem
from graph.claims.wordings import Wording, Wordings, parties, wordings
from graph.language import Sentence
from graph.model import Proposal

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENOUGH = 0.6
_SPREAD = 5  # tokens between matched words, on average, at the most
_NEARLY = 0.12
_CORE = 0.8
_WEIGHTY = 0.45  # of a wording: less than that before its preposition is no name for it
_ASIDE = ("npadvmod", "advmod", "nummod", "amod", "compound")
_BESIDE = 4  # tokens
_FARTHEST = 6  # steps up the sentence from a matched word to the one that governs all


@dataclass(frozen=True, slots=True)
class Match:
    """A proposal that a sentence speaks of: in which words, how surely (0 to 1), by which wording.

    `turned`: the words name what the proposal wants to end, without the ending.
    """

    proposal: Proposal
    score: float
    tokens: tuple["Token", ...]
    reason: str
    turned: bool = False

    @property
    def anchor(self) -> "Token":
        """The matched word that governs the others."""
        return min(self.tokens, key=lambda t: (t.dep_ in _ASIDE, _depth(t), t.i))


class Matcher:
    """Matches sentences with one codebook; made once for a run."""

    def __init__(self, codebook: Codebook, authority: Authority) -> None:
        self.authority = authority
        self.words: Wordings = wordings(codebook, authority)
        self.proposals = {p.id: p for p in codebook.proposals}

    def matches(self, sentence: Sentence, around: frozenset[str], named: frozenset[str]) -> list[Match]:
        """The proposals that a sentence speaks of.

        `around` are the countries that the article is about, `named` all actors in it.
        """
        here = parties(sentence.tokens.text, self.authority)
        at: dict[str, list[Token]] = defaultdict(list)
        for token in sentence.tokens:
            found = _stem_of(token)
            if found in self.words.by_stem:
                at[found].append(token)
        best: dict[str, Match] = {}
        for wording in {id(w): w for s in at for w in self.words.by_stem[s]}.values():
            if not self.words.parties[wording.proposal.id] <= named | here:
                continue
            for match in self._match(wording, at, here, around):
                known = best.get(match.proposal.id)
                if known is None or match.score > known.score:
                    best[match.proposal.id] = match
        return _distinct(sorted(best.values(), key=lambda m: (-m.score, m.proposal.id)))

    def _match(self, wording: Wording, at: dict[str, list["Token"]], here: frozenset[str],
               around: frozenset[str]) -> Iterator[Match]:  # fmt: skip
        """The closest group of words that cover enough of a wording."""
        present = [s for s in wording.weights if s in at]
        coverage = self._coverage(wording, present)
        if coverage < _ENOUGH or (len(present) == 1 and present[0] in self.words.generic):
            return
        group = self._core(wording, _closest({s: at[s] for s in present}))
        present = [_stem_of(t) for t in group]
        width = group[-1].i - group[0].i + 1
        if width > _SPREAD * len(group) + 3 or not _connected(group):
            return
        fit = self._fit(wording.proposal.id, here, around)
        if len(wording.weights) == 1 and not self._named_beside(wording, group[0]) and not _telling(wording):
            return
        few = 0.85 if len(present) == 1 else 1.0
        score = coverage * wording.worth * fit * few
        if score >= _ENOUGH * 0.9:
            turned = bool(wording.ending) and not wording.ending & set(present)
            yield Match(wording.proposal, min(1.0, score), tuple(group), f'matches "{wording.text}"', turned)

    def _coverage(self, wording: Wording, present: Sequence[str]) -> float:
        """How much of a wording the stems cover; what stands before its first preposition is worth most of it."""
        covered = sum(wording.weights[s] for s in present)
        core = sum(wording.weights[s] for s in wording.core)
        return max(covered, _CORE if core >= _WEIGHTY and wording.core <= set(present) else 0.0)

    def _core(self, wording: Wording, group: list["Token"]) -> list["Token"]:
        """Of words in several phrases, those of the phrase that is enough by itself."""
        tops = [t for t in group if not any(other.is_ancestor(t) for other in group if other != t)]
        parts = [[t for t in group if t == top or top.is_ancestor(t)] for top in tops]
        if len(parts) < 2:
            return group
        best = max(parts, key=lambda part: self._coverage(wording, [_stem_of(t) for t in part]))
        enough = len(best) > 1 and self._coverage(wording, [_stem_of(t) for t in best]) >= _ENOUGH
        ends = wording.ending & {_stem_of(t) for t in group} <= {_stem_of(t) for t in best}
        return best if enough and ends else group

    def _named_beside(self, wording: Wording, token: "Token") -> bool:
        """Whether the countries of a wording stand beside its only other word."""
        near = token.doc[max(0, token.i - _BESIDE) : token.i + _BESIDE + 1].text
        here = parties(near, self.authority)
        return bool(wording.parties) and wording.parties <= here <= self.words.parties[wording.proposal.id]

    def _fit(self, proposal: str, here: frozenset[str], around: frozenset[str]) -> float:
        """How well the countries that the sentence names agree with those of the proposal."""
        wanted = self.words.parties[proposal]
        if not wanted:
            return 1.0
        share = len(wanted & here) / len(wanted)
        near = len(wanted & (here | around)) / len(wanted)
        strangers = bool(here - wanted) and not (wanted & here)
        return 0.2 + 0.25 * share + 0.55 * near - (0.15 if strangers else 0.0)


def _telling(wording: Wording) -> bool:
    """Whether a wording of one word is a name of its own ("KORUS"), which needs no other word beside it."""
    return any(word.isupper() and len(word) > 2 and stem(word) in wording.weights for word in wording.text.split())


def _stem_of(token: "Token") -> str:
    """The stem of a token; a number and its per cent sign count as one."""
    if token.like_num and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("%", "percent"):
        return token.text + "%"
    if token.is_punct or token.is_space:
        return ""
    return stem(token.text)


def _closest(groups: dict[str, list["Token"]]) -> list["Token"]:
    """One token a stem, as close together as can be."""
    best: list[Token] = []
    for start in (t for tokens in groups.values() for t in tokens):
        chosen = [min(tokens, key=lambda t: abs(t.i - start.i)) for tokens in groups.values()]
        chosen.sort(key=lambda t: t.i)
        if not best or chosen[-1].i - chosen[0].i < best[-1].i - best[0].i:
            best = chosen
    return best


def _connected(tokens: list["Token"]) -> bool:
    """Whether words belong together in the grammar.

    No other verb stands between them and the word that governs all; one may where that word is one of theirs.
    """
    own = {t.i for t in tokens}
    top = tokens[0]
    while not all(top == t or top.is_ancestor(t) for t in tokens):
        if top.head == top:
            return False
        top = top.head
    allowed = 1 if top.i in own else 0
    for token in tokens:
        steps, between, node = 0, 0, token
        while node not in (top, token.sent.root):
            between += steps > 0 and node.pos_ == "VERB" and node.i not in own
            node, steps = node.head, steps + 1
        if steps > _FARTHEST or between > allowed:
            return False
    return True


def _distinct(found: Sequence[Match]) -> list[Match]:
    """Without the proposals whose words another one matches too, and more besides or better."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (-m.score, -len(m.tokens), m.proposal.id)):
        words = {t.i for t in match.tokens}
        if not any(_outdone(match, words, other) for other in kept):
            kept.append(match)
    return kept


def _outdone(match: Match, words: set[int], other: Match) -> bool:
    """Whether another match says more of the same words."""
    theirs = {t.i for t in other.tokens}
    return (
        words == theirs
        or (words <= theirs and match.score <= other.score)
        or (bool(words & theirs) and match.score < other.score - _NEARLY)
    )


def _depth(token: "Token") -> int:
    """How far below the root of its sentence a word stands."""
    depth = 0
    while token.head != token and depth < 60:
        token = token.head
        depth += 1
    return depth

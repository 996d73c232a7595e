"""What somebody wants, refuses or weighs, matched as a whole where none of its words close together name a proposal.

Less is asked of the wording there: what is wanted is likely to be a proposal, and the question is only which one.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.claims.matching.contraries import settled
from graph.claims.matching.groups import stem_of
from graph.claims.matching.match import Match
from graph.claims.matching.wording import Wording
from graph.claims.matching.wordings import Wordings
from graph.claims.matching.wordlists import common_stems, endings
from graph.claims.stances import stand
from graph.claims.syntax.governors import governor_of
from graph.claims.syntax.words import KINDS, lemma_of
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENOUGH = 0.42  # of a wording, by weight
_APART = 0.08  # by which the best proposal must be ahead of the next
_WORTH = 0.5  # of a match that is just enough
_MOST = 0.75
_DENYING = ("no", "not", "n't", "n’t", "never", "without", "neither", "nor")


def contents(sentence: Sentence, found: Sequence[Match], words: Wordings, fits: Mapping[str, float]) -> Iterator[Match]:
    """The proposals that the contents of a sentence's stance words come nearest to; `fits` is what each is worth."""
    taken = {t.i for match in found for t in match.tokens}
    for head in sentence.tokens:
        if not _is_content(head):
            continue
        inside = [t for t in head.subtree if t.i not in taken]
        if len(inside) == len(list(head.subtree)):
            best = _best(head, inside, words, fits)
            if best is not None:
                taken |= {t.i for t in inside}
                yield settled(best, words.contrary)


def _is_content(head: "Token") -> bool:
    """Whether a word is what a stance word governs: what is urged, sought, rejected, considered."""
    if head.pos_ not in ("NOUN", "PROPN", "VERB", "AUX"):
        return False
    parent, argument = governor_of(head)
    kind = "adj" if parent.dep_ == "acomp" else KINDS.get(parent.pos_)
    taken = stand(lemma_of(parent), kind, argument) if kind is not None and argument != "subj" else None
    return taken is not None and taken.polarity is not None


def _best(head: "Token", inside: Sequence["Token"], words: Wordings, fits: Mapping[str, float]) -> Match | None:
    """The proposal whose wording is covered best, if it is well ahead of the others."""
    if any(t.lower_ in _DENYING and t.head == head for t in inside):
        return None
    at = {s: t for t in reversed(inside) if (s := stem_of(t)) in words.by_stem}
    ranked: dict[str, tuple[float, Wording]] = {}
    for wording in {id(w): w for s in at for w in words.by_stem[s]}.values():
        score = _coverage(wording, at) * fits.get(wording.proposal.id, 0.0)
        if score > ranked.get(wording.proposal.id, (0.0, wording))[0]:
            ranked[wording.proposal.id] = (score, wording)
    order = sorted(ranked.values(), key=lambda each: (-each[0], each[1].proposal.id))
    if not order or order[0][0] < _ENOUGH or (len(order) > 1 and order[1][0] > order[0][0] - _APART):
        return None
    return _match(head, at, *order[0])


def _coverage(wording: Wording, at: Mapping[str, "Token"]) -> float:
    """How much of a wording is there, if at least two words that tell something are."""
    present = [s for s in wording.weights if s in at]
    if sum(s not in common_stems() for s in present) < 2:
        return 0.0
    return sum(wording.weights[s] for s in present)


def _match(head: "Token", at: Mapping[str, "Token"], score: float, wording: Wording) -> Match:
    tokens = tuple(sorted((at[s] for s in wording.weights if s in at), key=lambda t: t.i))
    worth = min(_MOST, _WORTH + score - _ENOUGH)
    turned = bool(wording.ending) and not _lessens(head)
    return Match(wording.proposal, worth, tokens, f'comes near to "{wording.text}"', turned, top=head)


def _lessens(head: "Token") -> bool:
    """Whether a content brings less of something: as its words say, or else whatever it does but uphold it."""
    if any(stem_of(t) in endings() for t in head.subtree):
        return True
    upholds = stand(lemma_of(head), "verb", "obj")
    return head.pos_ == "VERB" and not (upholds is not None and (upholds.direction > 0 or (upholds.polarity or 0) > 0))

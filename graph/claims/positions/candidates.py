"""Proposals that no codebook holds: what somebody is said to demand, plan, back or reject, named by its own words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.claims.positions.standing import stand_of
from graph.claims.speech import Speech, Spoken
from graph.claims.stances import nearest_stance
from graph.claims.tables import words
from graph.model import Article, Claim, Position, Proposal, Span
from graph.vocabulary import Minter

_LEAST = 0.5  # confidence of a claim
_LENGTHS = range(2, 13)  # words of a label
_FACTOR = 0.8  # a position on a candidate is less sure than its claim
_OPENING = re.compile(r"^(?:that|to|for|the|a|an|its|their|his|her|any|such)\s+", re.I)
_CUT = re.compile(r"[,;:–—(]|\s-\s|\s(?:which|who|because|although|while|whereas|unless|if|so that)\s|[.?!]\s")
_MARKS = "“”\"'‘’ "


@dataclass(frozen=True, slots=True)
class Candidates:
    """The proposals that were found outside the codebook, and who holds what of them."""

    proposals: tuple[Proposal, ...]
    positions: tuple[Position, ...]


def candidates(article: Article, speech: Speech, held: Iterable[Position], minter: Minter) -> Candidates:
    """The candidates of an article; a claim that shows a position on a known proposal makes none."""
    known = [span for position in held for span in position.evidence]
    evidence: dict[str, tuple[Span, ...]] = {}
    labels: dict[str, str] = {}
    positions: dict[str, Position] = {}
    for spoken, label, polarity in _taken(speech.said, known):
        name = minter.proposal(label)
        labels[name] = label
        evidence[name] = (*evidence.get(name, ()), spoken.claim.content[0])
        for position in _positions(article, spoken, name, polarity, minter):
            positions.setdefault(position.id, position)
    proposals = (Proposal(name, labels[name], candidate=True, evidence=spans) for name, spans in evidence.items())
    return Candidates(tuple(proposals), tuple(positions.values()))


def _taken(said: Iterable[Spoken], known: Sequence[Span]) -> Iterator[tuple[Spoken, str, float]]:
    """The claims whose cue takes a stand on something that can be named, with its label and the polarity."""
    for spoken in said:
        claim = spoken.claim
        if claim.quotation == "direct" or claim.confidence < _LEAST or not claim.speakers or _is_known(claim, known):
            continue
        polarity, label = stand_of(spoken), _label(claim)
        if polarity is not None and label is not None:
            yield spoken, label, polarity


def _is_known(claim: Claim, known: Sequence[Span]) -> bool:
    """Whether a claim's words already prove a position."""
    return any(k.start <= s.start < k.end for s in claim.content for k in known)


def _label(claim: Claim) -> str | None:
    """The content's first words without article and conjunction; None where they do not name anything."""
    text = _OPENING.sub("", _OPENING.sub("", claim.content[0].text.strip(_MARKS)))
    opening = _CUT.split(text)[0].split()
    if len(opening) not in _LENGTHS or opening[0].lower() in words("no_labels"):
        return None
    if not any(len(word) > 3 and word[0].islower() for word in opening):
        return None
    label = " ".join(opening).strip(_MARKS + ".")
    return label[:1].upper() + label[1:]


def _positions(article: Article, spoken: Spoken, proposal: str, polarity: float, minter: Minter) -> Iterator[Position]:
    """What each of the speakers of a claim holds of its candidate."""
    stance = nearest_stance(polarity)
    cue = " ".join(t.text for t in spoken.attribution.cue)
    for holder in spoken.claim.speakers:
        yield Position(
            minter.position(article.slug, holder, proposal, stance),
            holder,
            proposal,
            stance,
            (spoken.claim.id,),
            spoken.claim.content[:1],
            round(_FACTOR * spoken.claim.confidence, 2),
            f'"{cue}" over what no codebook holds',
            article.published,
        )

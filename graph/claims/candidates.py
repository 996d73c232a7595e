"""Proposals that no codebook holds: what somebody is said to demand, plan, back or reject, named by its own words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.claims.speech import Speech, Spoken
from graph.claims.standing import stand_of
from graph.model import POLARITY, Article, Claim, Position, Proposal, Span, Stance
from graph.vocabulary import Minter

_LEAST = 0.5
_WORDS = range(2, 13)
_OPENING = re.compile(r"^(?:that|to|for|the|a|an|its|their|his|her|any|such)\s+", re.I)
_CUT = re.compile(r"[,;:–—(]|\s-\s|\s(?:which|who|because|although|while|whereas|unless|if|so that)\s|[.?!]\s")
_NO_START = frozenset((
    "whether", "there", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "what", "how",
    "why", "when", "where", "who", "if", "not", "be", "have", "more", "some",
))  # fmt: skip
_STEPS: dict[float, Stance] = {value: stance for stance, value in POLARITY.items()}


@dataclass(frozen=True, slots=True)
class Candidates:
    """The proposals that were found outside the codebook, and who holds what of them."""

    proposals: tuple[Proposal, ...]
    positions: tuple[Position, ...]


def candidates(article: Article, speech: Speech, held: Iterable[Position], minter: Minter) -> Candidates:
    """The candidates of an article; a claim that shows a position on a known proposal makes none."""
    known = [span for position in held for span in position.evidence]
    proposals: dict[str, Proposal] = {}
    positions: dict[str, Position] = {}
    for spoken in speech.said:
        taken = stand_of(spoken) if spoken.claim.quotation != "direct" and spoken.claim.confidence >= _LEAST else None
        label = _label(spoken.claim)
        if taken is None or label is None or _inside(spoken.claim, known) or not spoken.claim.speakers:
            continue
        name = minter.proposal(label)
        earlier = proposals.get(name)
        evidence = (*(earlier.evidence if earlier is not None else ()), *spoken.claim.content[:1])
        proposals[name] = Proposal(name, label, candidate=True, evidence=evidence)
        for position in _positions(article, spoken, name, taken, minter):
            positions.setdefault(position.id, position)
    return Candidates(tuple(proposals.values()), tuple(positions.values()))


def _label(claim: Claim) -> str | None:
    """The content's first words without article and conjunction; None where they do not name anything."""
    text = _OPENING.sub("", _OPENING.sub("", claim.content[0].text.strip("“”\"'‘’ ")))
    words = _CUT.split(text)[0].split()
    if (
        len(words) not in _WORDS
        or words[0].lower() in _NO_START
        or not any(len(w) > 3 and w[0].islower() for w in words)
    ):
        return None
    label = " ".join(words).strip("“”\"'‘’. ")
    return label[:1].upper() + label[1:]


def _inside(claim: Claim, known: Sequence[Span]) -> bool:
    """Whether a claim's words already prove a position."""
    return any(k.start <= s.start < k.end for s in claim.content for k in known)


def _positions(article: Article, spoken: Spoken, name: str, polarity: float, minter: Minter) -> Iterator[Position]:
    stance = _STEPS[polarity]
    cue = " ".join(t.text for t in spoken.attribution.cue)
    for holder in spoken.claim.speakers:
        yield Position(
            minter.position(article.slug, holder, name, stance),
            holder,
            name,
            stance,
            (spoken.claim.id,),
            spoken.claim.content[:1],
            round(0.8 * spoken.claim.confidence, 2),
            f'"{cue}" over what no codebook holds',
            article.published,
        )

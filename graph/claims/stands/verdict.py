"""What a sentence makes of a proposal, and what the way up to it has met so far."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFUSING = ("refuse", "decline", "reject", "dismiss", "deny", "drop", "abandon", "avoid", "rule_out")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence makes of a proposal.

    `polarity` is -1.0 to 1.0; `holder` the head word of who holds it, or None where it is whoever says the sentence
    (`spoken`: the word that carries the judgement, to find out who says it); `why` names the word that decided;
    `strength` is from 0 to 1, 0 for a stand that is nobody's. `aside`: it is told beside what the sentence says of it.
    """

    polarity: float
    holder: "Token | None"
    spoken: "Token"
    why: str
    strength: float
    aside: bool = False


@dataclass(slots=True)
class Climb:
    """What has been met on the way up so far.

    `downward`: the proposal is that something be less; `sign`: -1 where the way has turned the stand round; `absent`:
    it is the lack of it that is spoken of; `ended`: nothing above can judge it; `open`: it is asked, not said.
    """

    downward: bool
    sign: int = 1
    absent: bool = False
    ended: bool = False
    open: bool = False

    def turned(self, polarity: float, *, negated: bool = False) -> float:
        """What a polarity comes to after what has been met."""
        return (-polarity if negated else polarity) * self.sign


def composed(upper: float, lower: float, word: str) -> float:
    """What a stand on a stand comes to: to back calls for it, to reject criticism of it, to agree to consider it.

    >>> composed(-1.0, 1.0, "reject"), composed(1.0, -1.0, "urge"), composed(-1.0, -1.0, "refuse")
    (-1.0, -1.0, 0.5)
    """
    if upper == 0 or lower == 0:
        return -1.0 if upper < 0 else 0.0
    if upper < 0 < lower:
        return upper
    if upper < 0:
        return 0.5 if word in _REFUSING else 1.0
    return lower if upper == 1.0 else (0.5 if lower > 0 else -0.5)

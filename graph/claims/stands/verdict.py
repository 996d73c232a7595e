"""What a sentence makes of a proposal, and what the way up to it has met so far."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence makes of a proposal.

    `polarity` is -1.0 to 1.0; `holder` the head word of who holds it, or None where it is whoever says the sentence
    (`spoken`: the word that carries the judgement, to find out who says it); `why` names the word that decided;
    `strength` is from 0 to 1, 0 for a stand that is nobody's.
    """

    polarity: float
    holder: "Token | None"
    spoken: "Token"
    why: str
    strength: float


@dataclass(slots=True)
class Climb:
    """What has been met on the way up so far.

    `downward`: the proposal is that something be less; `sign`: -1 where the way has turned the stand round; `ended`:
    nothing above can judge it; `open`: it is asked, not said.
    """

    downward: bool
    sign: int = 1
    ended: bool = False
    open: bool = False

    def turned(self, polarity: float, *, negated: bool = False) -> float:
        """What a polarity comes to after what has been met."""
        return (-polarity if negated else polarity) * self.sign

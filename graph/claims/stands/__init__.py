"""What a sentence makes of a proposal that it speaks of: the stand, who takes it, and in which word."""

from graph.claims.stands.climbing import verdicts
from graph.claims.stands.verdict import Verdict

__all__ = ["Verdict", "verdicts"]

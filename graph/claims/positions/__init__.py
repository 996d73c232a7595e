"""Who holds what of which proposal, proved by which words: of a codebook's proposals, and of those in none."""

from graph.claims.positions.candidates import Candidates, candidates
from graph.claims.positions.context import Context, context_of
from graph.claims.positions.leaning import positions as leaning
from graph.claims.positions.merging import positions

__all__ = ["Candidates", "Context", "candidates", "context_of", "leaning", "positions"]

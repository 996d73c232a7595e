"""Where a text speaks of a codebook's proposals: by their own words, or by words that stand for them."""

from graph.claims.matching.anaphora import Referents
from graph.claims.matching.match import Match
from graph.claims.matching.matcher import Matcher

__all__ = ["Match", "Matcher", "Referents"]

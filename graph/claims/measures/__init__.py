"""The phrases that name what can be supported or opposed: a measure, a policy, a bill, a plan, a demand."""

from graph.claims.measures.directness import is_direct
from graph.claims.measures.naming import name_of
from graph.claims.measures.phrases import measures

__all__ = ["is_direct", "measures", "name_of"]

"""Questions in English to a store, for who knows no SPARQL: matched to the saved queries by the patterns of these."""

from graph.querying.asking.understanding import Asked, understand

__all__ = ["Asked", "understand"]

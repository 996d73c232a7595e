"""The amounts that an article gives: money, percentages, measures and counts, and what each is an amount of."""

from graph.claims.quantities.finding import quantities

__all__ = ["quantities"]

"""An article with what was found in it: its text marked, and each claim and position with its reason."""

from graph.explaining.command import explain

__all__ = ["explain"]

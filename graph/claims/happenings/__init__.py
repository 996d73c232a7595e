"""The events that an article tells: who did what to whom, where and when, with a PLOVER code."""

from graph.claims.happenings.finding import events

__all__ = ["events"]

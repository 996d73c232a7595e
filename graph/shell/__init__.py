"""A shell for questions: typed with completion and colours, or read from a pipe."""

from graph.shell.loop import shell

__all__ = ["shell"]

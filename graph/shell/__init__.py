"""A shell for questions: typed with completion and colours, or read from a pipe."""

from graph.shell.loop import shell
from graph.shell.session import Settings

__all__ = ["Settings", "shell"]

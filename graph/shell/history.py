"""What was typed in earlier sessions."""

import os
from collections.abc import Iterable
from pathlib import Path

from prompt_toolkit.history import FileHistory, InMemoryHistory


def history() -> InMemoryHistory | FileHistory:
    """The history of this user; in memory where there is no home to keep it in."""
    try:
        return History(_file())
    except RuntimeError:  # what pathlib says of a user without a home
        return InMemoryHistory()


def _file() -> Path:
    """By the XDG Base Directory Specification; a path that is not absolute does not count."""
    state = os.environ.get("XDG_STATE_HOME", "")
    folder = Path(state) if Path(state).is_absolute() else Path.home() / ".local" / "state"
    return folder / "claimgraph" / "shell_history"


class History(FileHistory):
    """The history in a file for its owner's eyes only; where it cannot be kept, it lasts as long as the shell."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
        except OSError:
            return

    def load_history_strings(self) -> Iterable[str]:
        try:
            return list(super().load_history_strings())
        except OSError:
            return []

    def store_string(self, string: str) -> None:
        try:
            super().store_string(string)
        except OSError:
            return

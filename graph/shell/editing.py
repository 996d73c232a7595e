"""A query in the editor that somebody likes."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from graph.errors import InputError


def edited(text: str) -> str:
    """The text as it is when the editor ($VISUAL, $EDITOR, or vi) was left.

    :raises InputError: where the editor cannot be started, or ends with an error.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "query.rq"
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603 - what the user has set
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise InputError(f"The editor {editor!r} did not do ({error}): set EDITOR to one that runs.") from error
        return path.read_text(encoding="utf-8", errors="replace").strip()

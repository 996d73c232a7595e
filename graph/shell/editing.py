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
            code = subprocess.run([*shlex.split(editor), str(path)], check=False).returncode  # noqa: S603 - the user's
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputError(
                f"The editor {editor!r} cannot be started ({reason}): set EDITOR to one that can."
            ) from error
        if code:
            raise InputError(f"The editor {editor!r} ended with the code {code}: the query stays as it was.")
        return path.read_text(encoding="utf-8", errors="replace").strip()

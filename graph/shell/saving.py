"""The last answer in a file."""

from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError
from graph.exports.files import write_file
from graph.querying import FORMATS
from graph.shell.session import Session

# how a file's name may end -> its format; the name of a format will do as well
_ENDINGS = {"txt": "table", "ttl": "turtle", "nt": "ntriples", "markdown": "md", "srj": "json", "srx": "xml"}


def save(session: Session, path: Path) -> int:
    """Ask the last question again and write all of its answer, whole or not at all; how many bytes that were.

    :raises InputError: where nothing was asked, the format is not known, or the file cannot be written.
    """
    if session.last is None:
        raise InputError("There is no answer yet that could be saved: ask something first.")
    question = session.last
    ending = path.suffix.removeprefix(".").lower()
    form = _ENDINGS.get(ending, ending)
    if form not in FORMATS:
        known = ", ".join(f".{name}" for name in (*FORMATS, *_ENDINGS))
        raise InputError(f"The name of {path} tells no format: let it end in one of {known}.")

    def write(out: BinaryIO) -> None:
        session.write(question, out, form, limit=session.settings.limit)

    write_file(path, write)
    return path.stat().st_size

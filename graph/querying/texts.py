"""The text of a query or an update as the command line gives it: itself, a file, or standard input."""

import sys
from pathlib import Path

from graph.errors import InputError, QueryError
from graph.store.missing import no_file

SUFFIXES = (".rq", ".ru", ".sparql")
_LONGEST = 10_000_000  # bytes of standard input
_LONGEST_PATH = 1000


def from_input(argument: str) -> str:
    """What comes by standard input where the argument is "-", else the argument.

    :raises InputError: where nothing comes, too much, or no UTF-8.
    """
    if argument != "-":
        return argument
    data = sys.stdin.buffer.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise InputError(f"Standard input holds more than {_LONGEST:,} bytes: give the text as a file.")
    text = decoded(data, "Standard input")
    if not text.strip():
        raise InputError("Standard input holds no query: write one into it, as in `claimgraph query - < mine.rq`.")
    return text


def file_of(argument: str) -> Path | None:
    """The file that an argument names; None where it is a text.

    :raises QueryError: where it is a folder, or is written like a file and there is none.
    :raises InputError: where it is in a folder that may not be looked into.
    """
    if len(argument) > _LONGEST_PATH or any(sign in argument for sign in "{}\n\0"):
        return None
    path = Path(argument)
    try:
        if path.is_file() or path.is_fifo():  # <(...) of a shell is a pipe
            return path
    except PermissionError as error:
        raise InputError(f"{argument} may not be read: give yourself the right to, or name another file.") from error
    except OSError:  # such as of a name that is too long
        return None
    if len(argument.split()) == 1 and (path.is_dir() or path.suffix.lower() in SUFFIXES or "/" in argument):
        if ":" in argument or argument.startswith("<"):  # an IRI, in whatever it is
            return None
        raise QueryError(f"{no_file(path, SUFFIXES)}: name a file of SPARQL, or write the SPARQL itself.")
    return None


def text_of_file(path: Path) -> str:
    """The text of a file.

    :raises InputError: where it is no UTF-8.
    """
    return decoded(path.read_bytes(), str(path))


def in_utf8(text: str, name: str) -> str:
    """A text of the command line, in which bytes that are no UTF-8 would be halves of surrogates.

    :raises InputError: where there are any.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{name} holds bytes that are no UTF-8: write it in UTF-8.") from error
    return text


def decoded(data: bytes, name: str) -> str:
    """Bytes as text, without the mark that some editors put before it.

    :raises InputError: where they are no UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is no UTF-8 text: save the query as UTF-8.") from error

"""What a source gives before it is understood: its name, its place, and its bytes up to a limit."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import ClaimgraphError, InputError

MAX_BYTES = 20_000_000
"""The most that one article may have: over a hundred times a long report's text."""

Report = Callable[[str, ClaimgraphError], None]


@dataclass(frozen=True, slots=True)
class Raw:
    """A source that can be opened.

    `location` is the path relative to what was asked for, or the URL; `name` is what messages call it.
    """

    name: str
    location: str
    suffix: str
    opener: Callable[[], BinaryIO]
    limit: int = MAX_BYTES
    content_type: str = ""
    url: str | None = None

    def open(self) -> BinaryIO:
        """The source from its first byte.

        :raises InputError: where it is missing, a folder, or not to be read.
        """
        try:
            return self.opener()
        except OSError as error:
            raise InputError(_refusal(self.name, error)) from error

    def read(self) -> bytes:
        """All bytes.

        :raises InputError: where there are none, or more than the limit.
        """
        with self.open() as stream:
            try:
                data = stream.read(self.limit + 1)
            except OSError as error:
                raise InputError(_refusal(self.name, error)) from error
        if len(data) > self.limit:
            raise InputError(too_long(self.name, self.limit))
        if not data.strip():
            raise InputError(f"{self.name} is empty: remove it, or save the article's text into it.")
        return data

    def start(self, size: int = 4096) -> bytes:
        """The first bytes, to see what the source is."""
        with self.open() as stream:
            return stream.read(size)


def raw_of_file(path: Path, location: str, limit: int) -> Raw:
    """A file, without opening it."""
    return Raw(printable(str(path)), location, path.suffix.casefold(), lambda: path.open("rb"), limit)


def raw_of_bytes(name: str, data: bytes, limit: int, *, suffix: str = "", content_type: str = "") -> Raw:
    """Bytes that are already here, such as a web page or standard input."""
    url = name if name.startswith("http") else None
    return Raw(name, name, suffix, lambda: io.BytesIO(data), limit, content_type, url)


def printable(name: str) -> str:
    """A file name as text that can be stored and printed: undecodable bytes and control characters replaced."""
    decoded = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "�" for c in decoded)


def too_long(name: str, limit: int) -> str:
    """The sentence that says that a source has more than one article may have."""
    size = f"{limit / 1_000_000:g} MB" if limit >= 100_000 else f"{limit} bytes"
    return (
        f"{name} has more than the {size} that one article may have: "
        "split it into articles (JSONL: one a line), or raise the limit (--max-mb)."
    )


def _refusal(name: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{name} does not exist: check the path."
    if isinstance(error, PermissionError):
        return f"{name} may not be read: give yourself the right to read it (chmod u+r)."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder where a file was expected: name the folder itself."
    return f"{name} cannot be read ({error.strerror or error}): check the file and its disk."

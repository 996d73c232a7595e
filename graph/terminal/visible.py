"""Texts and bytes in which nothing is left that could steer a terminal."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

# C0 and C1 controls but for tab and line feed, and what turns the direction of writing round (Trojan Source)
_STEERING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
# and halves of surrogates, which stand for bytes of a file's name that are no UTF-8
_UNSAFE = re.compile(f"[{_STEERING}\ud800-\udfff]")
_UNSAFE_OUTPUT = re.compile(f"(?!\r\n)[{_STEERING}]")


def visible(text: str) -> str:
    r"""The text with its control characters written out.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _UNSAFE.sub(_written, text.replace("\r", " "))


def in_one_line(text: str) -> str:
    r"""The same, with its line breaks written out too, as a file's name may have them.

    >>> in_one_line("a\nclaimgraph: all is well")
    'a\\nclaimgraph: all is well'
    """
    return visible(text).replace("\n", "\\n")


def _written(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


@contextmanager
def made_safe(out: IO[bytes]) -> Iterator[IO[bytes]]:
    """An output as it is; a terminal gets control characters written out, however the bytes are cut into pieces.

    What is no UTF-8 goes to it unchanged.
    """
    if not out.isatty():
        yield out
        return
    safe = _Visible(out)
    yield cast(IO[bytes], safe)
    safe.finish()


class _Visible(io.BufferedIOBase):
    """A terminal as a file to write to; the beginning of a character is kept until its end comes."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._kept = ""

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer of bytes
        text = self._kept + self._decoder.decode(data)
        self._kept = "\r" if text.endswith("\r") else ""
        self._put(text.removesuffix(self._kept))
        return len(data)

    def flush(self) -> None:
        if not self.closed:
            self._out.flush()

    def finish(self) -> None:
        """Write what is kept."""
        self._put(self._kept + self._decoder.decode(b"", final=True))
        self._kept = ""

    def _put(self, text: str) -> None:
        self._out.write(_UNSAFE_OUTPUT.sub(_written, text).encode("utf-8", "surrogateescape"))

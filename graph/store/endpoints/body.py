"""The body of an answer as a file that is read once, piece by piece; one that was cut off never looks like its end."""

import time

import urllib3
from urllib3 import exceptions

from graph.errors import StoreError

_PIECE = 1 << 16
LONGEST_ROW = 100_000_000
"""Bytes of a row, a triple or the head of an answer: five times the longest article that is read."""


class Body:
    """What a server answered, as `pyoxigraph` reads files; `headers` are its HTTP headers."""

    def __init__(self, response: urllib3.BaseHTTPResponse, location: str, deadline: float) -> None:
        self._response, self._location, self._deadline = response, location, deadline
        self.headers = response.headers
        self.status = response.status
        self._unused = 0  # bytes since something was made of them

    def used(self) -> None:
        """Say that something was made of what was read, so that it is no longer kept."""
        self._unused = 0

    @property
    def kind(self) -> str:
        """The media type without its parameters."""
        return (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()

    @property
    def has_an_end(self) -> bool:
        """Whether HTTP tells where it ends; else a connection that broke looks like the end."""
        return "Content-Length" in self.headers or "chunked" in self.headers.get("Transfer-Encoding", "").lower()

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes, those that are there; none at the end.

        :raises StoreError: where the connection broke, fell silent, took longer than one is willing to wait, or where
            so much was read that nothing was made of that a row of it would fill the memory.
        """
        if self._unused > LONGEST_ROW:
            self.close()
            raise StoreError(
                f"The answer of {self._location} has a row of more than {LONGEST_ROW:,} bytes: is it an endpoint?"
            )
        if time.monotonic() > self._deadline:
            self.close()
            raise StoreError(
                f"The answer of {self._location} took longer than it may: narrow the query, or set CLAIMGRAPH_TIMEOUT."
            )
        try:
            piece = self._response.read1(size if 0 < size < _PIECE else _PIECE, decode_content=True)
            self._unused += len(piece)
            return piece
        except exceptions.ReadTimeoutError:
            self.close()
            raise StoreError(
                f"The answer of {self._location} was cut off: nothing more came; ask again, or for less."
            ) from None
        except (exceptions.HTTPError, OSError):
            self.close()
            raise StoreError(
                f"The answer of {self._location} was cut off: the connection broke; ask again, or for less."
            ) from None

    def whole(self, limit: int) -> bytes:
        """All of it, where it is no longer than the limit.

        :raises StoreError: where it is.
        """
        data = bytearray()
        while piece := self.read():
            data += piece
            if len(data) > limit:
                self.close()
                raise StoreError(f"The answer of {self._location} is too long for what was asked: is it an endpoint?")
        return bytes(data)

    def drop(self) -> None:
        """Read what is left, if it is little, so that the connection can serve again."""
        try:
            self.whole(_PIECE)
        except StoreError:
            self.close()

    def close(self) -> None:
        """Let go of the connection, whatever is left to read."""
        self._response.close()

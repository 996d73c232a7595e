"""The body of an answer as a file that is read once, piece by piece; one that was cut off never looks like its end."""

import time

import urllib3
from urllib3 import exceptions

from graph.errors import StoreError

_PIECE = 1 << 16


class Body:
    """What a server answered, as `pyoxigraph` reads files; `headers` are its HTTP headers."""

    def __init__(self, response: urllib3.BaseHTTPResponse, location: str, deadline: float) -> None:
        self._response, self._location, self._deadline = response, location, deadline
        self.headers = response.headers
        self.status = response.status

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

        :raises StoreError: where the connection broke, fell silent, or took longer than one is willing to wait.
        """
        if time.monotonic() > self._deadline:
            self.close()
            raise StoreError(
                f"The answer of {self._location} took longer than it may: narrow the query, or set CLAIMGRAPH_TIMEOUT."
            )
        try:
            return self._response.read1(size if 0 < size < _PIECE else _PIECE, decode_content=True)
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

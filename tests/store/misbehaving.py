"""A server that answers what it is told to, byte by byte, on the loopback, and keeps what it was asked."""

import gc
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Reply = bytes | Callable[[socket.socket], None]
"""What is sent, or what does the sending; the connection is closed after it."""


class Misbehaving:
    """The nth request gets the nth reply, and each one after the last gets the last again."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = replies
        self.requests: list[bytes] = []
        self.times: list[float] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.location = f"http://127.0.0.1:{self._listener.getsockname()[1]}/query"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        """Stop listening, and wait for the last answer."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(timeout=20)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(10)
                try:
                    self._answer(connection)
                except OSError:
                    continue  # the client has gone

    def _answer(self, connection: socket.socket) -> None:
        request = _read(connection)
        if not request:
            return
        reply = self.replies[min(len(self.requests), len(self.replies) - 1)]
        self.requests.append(request)
        self.times.append(time.monotonic())
        if callable(reply):
            reply(connection)
        else:
            connection.sendall(reply)
            connection.shutdown(socket.SHUT_WR)


def _read(connection: socket.socket) -> bytes:
    """One request with its body."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    while length and len(body) < int(length[1]):
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


@contextmanager
def misbehaving(*replies: Reply) -> Iterator[Misbehaving]:
    """Such a server, while it is needed.

    No garbage is collected meanwhile: its thread might do it, and what pyoxigraph reads from cannot be freed there.
    """
    gc.disable()
    server = Misbehaving(*replies)
    try:
        yield server
    finally:
        server.close()
        gc.enable()


def reply(body: bytes, kind: str = "application/sparql-results+json", status: str = "200 OK", *headers: str) -> bytes:
    """An answer of HTTP that is in order."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join([*lines, *headers, "", ""]).encode() + body


def chunked(*pieces: bytes, ended: bool = True, kind: str = "application/sparql-results+json") -> bytes:
    """An answer in chunks, with or without the empty one that ends it."""
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n".encode()
    )
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return head + body + (b"0\r\n\r\n" if ended else b"")

"""Requests to one server: sent again where that is safe, never to another host, and their failures said in a sentence.

urllib3 does the talking: it keeps connections, checks certificates, unpacks gzip, and tells an answer that was cut off
from one that ended; trafilatura brings it along. It follows no redirect and repeats nothing here: what may be repeated
depends on what is asked.
"""

import random
import time
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError

from graph.errors import StoreError
from graph.store.endpoints.addresses import origin_of
from graph.store.endpoints.body import Body
from graph.store.endpoints.login import Login
from graph.store.endpoints.patience import Patience
from graph.store.endpoints.refusals import Refused, refusal, unreachable
from graph.terminal.visible import visible

_BUSY = (429, 503)
_REDIRECTS = 3
_AGENT = "claimgraph (a client of SPARQL endpoints)"


class Request(NamedTuple):
    """What is sent; `safe` where it does no harm if it is done twice."""

    method: str
    address: str
    headers: Mapping[str, str] = {}
    body: bytes | None = None
    safe: bool = True


class Transport:
    """The way to one server, known by the address `location`."""

    def __init__(self, location: str, login: Login, patience: Patience) -> None:
        self.location = location
        self._login, self._patience = login, patience
        self.is_virtuoso = False  # once it has answered
        self._pools: dict[tuple[str, str, int], urllib3.PoolManager] = {}

    def send(self, request: Request) -> Body:
        """What the server answers, where it does what it was asked; the caller reads it or closes it.

        :raises Refused: where the server answers that it does not.
        :raises StoreError: where there is no answer.
        """
        deadline = time.monotonic() + self._patience.total
        for _ in range(_REDIRECTS + 1):
            response = self._answered(request, deadline)
            if not 300 <= response.status < 400:
                break
            request = self._followed(request, response)
        self.is_virtuoso = response.headers.get("Server", "").startswith("Virtuoso")
        if 200 <= response.status < 300:
            return Body(response, self.location, deadline)
        raise refusal(self.location, response)

    def close(self) -> None:
        """Let go of all connections."""
        for pool in self._pools.values():
            pool.clear()

    def _answered(self, request: Request, deadline: float) -> urllib3.BaseHTTPResponse:
        """The answer to a request, once the server knows who asks."""
        response = self._repeated(request, deadline)
        if response.status == 401 and self._login.hear(request.address, response.headers.getlist("WWW-Authenticate")):
            response.close()
            response = self._repeated(request, deadline)
        return response

    def _repeated(self, request: Request, deadline: float) -> urllib3.BaseHTTPResponse:
        """The answer to a request, sent again while the server is busy or cannot be reached."""
        tries = 0
        while True:
            tries += 1
            last = tries >= self._patience.tries or time.monotonic() > deadline
            try:
                response = self._once(request, deadline)
            except HTTPError as error:
                if last or not (request.safe or _was_never_sent(error)) or not _may_pass(error):
                    raise StoreError(unreachable(self.location, error, self._patience)) from None
                wait = self._wait(tries)
            else:
                if last or not request.safe or response.status not in _BUSY:
                    return response
                wait = self._wait(tries, response)
                response.close()
            time.sleep(max(0.0, min(wait, deadline - time.monotonic())))

    def _once(self, request: Request, deadline: float) -> urllib3.BaseHTTPResponse:
        left = max(0.001, deadline - time.monotonic())
        patience = urllib3.Timeout(connect=min(self._patience.connect, left), read=min(self._patience.silence, left))
        headers = {"User-Agent": _AGENT, **request.headers, **self._login.header(request.method, request.address)}
        return self._pool(request.address).urlopen(
            request.method, request.address, body=request.body, headers=headers, timeout=patience,
            retries=False, redirect=False, preload_content=False,
        )  # fmt: skip

    def _wait(self, tries: int, response: urllib3.BaseHTTPResponse | None = None) -> float:
        """What the server asks for, within bounds, or twice as long as the last time and a bit, by chance."""
        asked = None
        if response is not None:
            try:
                asked = urllib3.Retry().get_retry_after(response)
            except HTTPError:  # what it says is no time
                asked = None
        if asked is None:
            asked = self._patience.backoff * 2 ** (tries - 1) * (1 + random.random() / 2)
        return min(asked, self._patience.longest_wait)

    def _pool(self, address: str) -> urllib3.PoolManager:
        origin = origin_of(address)
        if origin not in self._pools:
            self._pools[origin] = _pool_to(origin)
        return self._pools[origin]

    def _followed(self, request: Request, response: urllib3.BaseHTTPResponse) -> Request:
        """The request to where the server points, if that is the same server.

        :raises Refused: where it is another one, or the request would become a different one.
        """
        response.close()
        there = response.headers.get("Location", "")
        try:
            there = urljoin(request.address, there)
            same = origin_of(there) == origin_of(request.address) and "@" not in there
        except ValueError:
            same = False
        if same and (response.status in (307, 308) or request.method == "GET"):
            return request._replace(address=there)
        raise Refused(
            f"The endpoint {self.location} points elsewhere ({visible(there)[:200]}), where nothing is sent to: "
            "name that address with --store if you trust it.",
            response.status,
        )


def _pool_to(origin: tuple[str, str, int]) -> urllib3.PoolManager:
    """Straight to the server, or by the proxy that the environment names."""
    from urllib.request import getproxies, proxy_bypass

    proxy = getproxies().get(origin[0])
    if proxy and not proxy_bypass(origin[1]):
        return urllib3.ProxyManager(proxy)
    return urllib3.PoolManager()


def _was_never_sent(error: HTTPError) -> bool:
    return isinstance(error, (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError))


def _may_pass(error: HTTPError) -> bool:
    """Whether it may be another way the next time: not where a name or a certificate is wrong."""
    return not isinstance(error, (urllib3.exceptions.NameResolutionError, urllib3.exceptions.SSLError))

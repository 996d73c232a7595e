"""A web page that the user names: http and https alone, with a limit of size and of time."""

import http.client
import re
import time
import urllib.error
import urllib.request
from typing import IO
from urllib.parse import urlsplit, urlunsplit

from graph.articles.raw import Raw, raw_of_bytes, too_long
from graph.errors import InputError

TIMEOUT = 30.0
"""Seconds for the whole of a page."""

_PIECE = 65_536
_AGENT = "claimgraph (reads the pages that its user names)"


def is_address(source: str) -> bool:
    """Whether a source is an address and no path."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source) is not None


def fetch(address: str, limit: int, timeout: float = TIMEOUT) -> Raw:
    """The page at an address.

    :raises InputError: where the address is not http or https, leads elsewhere, does not answer, or is too long.
    """
    shown = shown_address(address)
    _check(address, shown)
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"})  # noqa: S310 - checked
    deadline = time.monotonic() + timeout
    try:
        with urllib.request.build_opener(_Redirects()).open(request, timeout=timeout) as answer:
            data = _read(answer, shown, limit, deadline)
            content_type = answer.headers.get("Content-Type", "")
            final = shown_address(answer.geturl())
    except urllib.error.HTTPError as error:
        error.close()
        raise InputError(_answered(shown, error)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"{shown} cannot be fetched ({reason}): check the address and the network.") from error
    return raw_of_bytes(final, data, limit, suffix=_suffix(final), content_type=content_type)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to http and https."""

    max_redirections = 5

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        try:
            _check(newurl, shown_address(req.full_url))
        except InputError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(address: str, shown: str) -> None:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise InputError(f"{shown} is no address: write it as https://host/path.") from error
    if parts.scheme.casefold() not in ("http", "https") or not parts.hostname:
        raise InputError(f"{shown} leads to {parts.scheme or 'nothing'}: only http and https pages are read.")
    if parts.username or parts.password:
        raise InputError(f"{shown} was given with a password: save the page and name that file.")


def _answered(shown: str, error: urllib.error.HTTPError) -> str:
    """The sentence about an answer that is no page."""
    if 300 <= error.code < 400:
        return f"{shown} leads in a circle or elsewhere: only http and https pages are read."
    reason = " ".join(str(error.reason).split())[:80]
    return f"{shown} answers {error.code} ({reason}): open it in a browser and save the page."


def _read(answer: http.client.HTTPResponse, shown: str, limit: int, deadline: float) -> bytes:
    """The body, piece by piece, so that a slow or an endless one ends."""
    data = bytearray()
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > limit:
            raise InputError(too_long(shown, limit))
        if time.monotonic() > deadline:
            raise InputError(f"{shown} takes too long: save the page and name that file.")
    return bytes(data)


def shown_address(address: str) -> str:
    """An address as it may be stored and printed: without a password or a fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address[:200]
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))


def _suffix(address: str) -> str:
    name = urlsplit(address).path.rpartition("/")[2]
    return f".{name.rpartition('.')[2].casefold()}" if "." in name else ".html"

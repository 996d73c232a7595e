"""What a server says no with, and why one cannot be reached, as one sentence without a word of the credentials."""

import urllib3
from urllib3 import exceptions

from graph.errors import StoreError
from graph.store.endpoints.patience import Patience
from graph.terminal.visible import visible

_READ, _SHOWN = 4096, 300  # bytes of an error's body that are read, and characters that are shown

_MEANINGS = {
    401: "wants to know who asks: set CLAIMGRAPH_USER and CLAIMGRAPH_PASSWORD, or CLAIMGRAPH_TOKEN, in the environment",
    403: "does not allow that to this user: ask its keeper, or set CLAIMGRAPH_USER and CLAIMGRAPH_PASSWORD to another",
    404: "has nothing at that address: look up the addresses of its query, update and graph store",
    405: "does not do that at that address: name its update address by CLAIMGRAPH_UPDATE",
    429: "is asked too often: wait, and run it again",
    503: "is busy or starting: wait, and run it again",
}


class Refused(StoreError):
    """The server answered that it does not do it; `status` is its HTTP status, `said` its words."""

    def __init__(self, message: str, status: int, said: str = "") -> None:
        super().__init__(message)
        self.status, self.said = status, said


def refusal(location: str, response: urllib3.BaseHTTPResponse) -> Refused:
    """The error that an answer with a bad status is; little of its body is read, and it is closed."""
    try:
        said = shortened(response.read(_READ, decode_content=True))
    except (exceptions.HTTPError, OSError):
        said = ""
    finally:
        response.close()
    meaning = _MEANINGS.get(response.status, "does not do what it was asked")
    status = f"{response.status}: {said}" if said else f"{response.status}"
    return Refused(f"The endpoint {location} {meaning} ({status}).", response.status, said)


def shortened(body: bytes) -> str:
    """The beginning of what a server says, on one line, with its control characters made visible."""
    text = " ".join(visible(body.decode("utf-8", "replace")).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def unreachable(location: str, error: exceptions.HTTPError, patience: Patience) -> str:
    """The sentence about a server that did not answer."""
    return (
        f"The endpoint {location} cannot be reached ({why(error, patience)}): start it, or name another with --store."
    )


def why(error: Exception, patience: Patience) -> str:
    """What went wrong on the way, in a few words of ours."""
    if isinstance(error, exceptions.ConnectTimeoutError):
        return f"no connection within {patience.connect:g} seconds"
    if isinstance(error, exceptions.NameResolutionError):
        return "its name is not known"
    if isinstance(error, exceptions.NewConnectionError):
        reason = error.__cause__
        return f"no connection: {getattr(reason, 'strerror', None) or 'refused'}"
    if isinstance(error, exceptions.ReadTimeoutError):
        return f"silent for {patience.silence:g} seconds, the longest that is waited; see CLAIMGRAPH_TIMEOUT"
    if isinstance(error, exceptions.SSLError):
        return f"no safe connection: {shortened(str(error).encode())}"
    return "the connection broke before an answer came"

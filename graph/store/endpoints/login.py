"""Who asks: a token, or a user and a password, told by the environment and never by an address or a message."""

import hashlib
import re
import secrets
from base64 import b64encode
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from graph.errors import StoreError

Challenge = dict[str, str]
# RFC 7616, section 3.4; the first is what Virtuoso asks for
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


# a scheme where one begins, a name, and its value with or without quotation marks
_PART = re.compile(r'(?:(\w+)\s+)?([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]*))')


class Login:
    """Answers what a server asks of who asks it: Bearer at once, Basic and Digest when it asks for them."""

    def __init__(self, user: str = "", password: str = "", token: str = "") -> None:
        self._user, self._password, self._token = user, password, token
        self._asked: dict[str, Challenge] = {}
        self._count = 0

    def __repr__(self) -> str:
        return "Login(...)"

    def header(self, method: str, address: str) -> dict[str, str]:
        """What to send along, as far as it is known what the server asks for."""
        if self._token:
            return {"Authorization": f"Bearer {self._token}"}
        challenge = self._asked.get(_place(address))
        if challenge is None:
            return {}
        if challenge["scheme"] == "basic":
            said = b64encode(f"{self._user}:{self._password}".encode()).decode()
            return {"Authorization": f"Basic {said}"}
        return {"Authorization": self._digest(challenge, method, address)}

    def hear(self, address: str, asked: Iterable[str]) -> bool:
        """Keep what a server asks for (its WWW-Authenticate); whether there is an answer to it."""
        if not self._user or self._token:
            return False
        found = [challenge for header in asked for challenge in challenges(header)]
        best = next((one for one in found if _can_digest(one)), None)
        best = best or next((one for one in found if one["scheme"] == "basic"), None)
        if best is None:
            return False
        self._asked[_place(address)] = best
        return True

    def _digest(self, challenge: Challenge, method: str, address: str) -> str:
        """The header of RFC 7616, section 3.4, with the quality of protection "auth"."""
        self._count += 1
        parts = urlsplit(address)
        uri = parts.path + (f"?{parts.query}" if parts.query else "")
        algorithm = challenge.get("algorithm", "MD5")

        def hashed(text: str) -> str:
            return _HASHES[algorithm.upper()](text.encode()).hexdigest()

        realm, nonce = challenge.get("realm", ""), challenge.get("nonce", "")
        count, own = f"{self._count:08x}", secrets.token_hex(8)
        who = hashed(f"{self._user}:{realm}:{self._password}")
        proof = hashed(f"{who}:{nonce}:{count}:{own}:auth:{hashed(f'{method}:{uri}')}")
        said = {"username": self._user, "realm": realm, "nonce": nonce, "uri": uri, "response": proof, "cnonce": own}
        said |= {"opaque": challenge["opaque"]} if "opaque" in challenge else {}
        quoted = ", ".join(f'{name}="{_escaped(text)}"' for name, text in said.items())
        return f"Digest {quoted}, algorithm={algorithm}, qop=auth, nc={count}"


def login_of(environ: Mapping[str, str]) -> Login:
    """Who asks, by CLAIMGRAPH_USER and CLAIMGRAPH_PASSWORD, or by CLAIMGRAPH_TOKEN.

    :raises StoreError: where one of them cannot stand in a header, without saying what it is.
    """
    said = {name: environ.get(f"CLAIMGRAPH_{name}", "") for name in ("USER", "PASSWORD", "TOKEN")}
    for name, text in said.items():
        if not text.isprintable() or (name == "TOKEN" and not text.isascii()) or (name == "USER" and ":" in text):
            raise StoreError(f"CLAIMGRAPH_{name} holds a character that cannot be sent: look for a line break in it.")
    return Login(said["USER"], said["PASSWORD"], said["TOKEN"])


def challenges(header: str) -> list[Challenge]:
    """What a WWW-Authenticate header asks for, RFC 9110, section 11.6.1.

    >>> challenges('Basic realm="a", Digest realm="b", qop="auth"')[1]
    {'scheme': 'digest', 'realm': 'b', 'qop': 'auth'}
    """
    found: list[Challenge] = []
    for scheme, name, quoted, plain in _PART.findall(header):
        if scheme or not found:
            found.append({"scheme": scheme.lower()})
        found[-1][name.lower()] = re.sub(r"\\(.)", r"\1", quoted) or plain
    return found or [{"scheme": header.strip().lower()}]


def _can_digest(challenge: Challenge) -> bool:
    kinds = [kind.strip() for kind in challenge.get("qop", "").split(",")]
    known = challenge.get("algorithm", "MD5").upper() in _HASHES
    return challenge["scheme"] == "digest" and "auth" in kinds and known


def _place(address: str) -> str:
    return address.partition("?")[0]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')

"""The addresses of a server: where it is asked, where it takes updates, where it hands out whole graphs."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from graph.errors import StoreError
from graph.terminal.visible import visible

# path of the query address -> paths of update and graph store: as the servers have them unless they are told otherwise
_SIBLINGS = (
    (r"/sparql(?:-auth)?", r"/sparql-auth", r"/sparql-graph-crud-auth"),  # Virtuoso
    (r"/query", r"/update", r"/store"),  # Oxigraph
    (r"(/repositories/[^/]+)", r"\1/statements", r"\1/rdf-graphs/service"),  # GraphDB, RDF4J
    (r"(/.+)/(?:query|sparql)", r"\1/update", r"\1/data"),  # Fuseki
)


class Addresses(NamedTuple):
    """Three addresses of one server; `graph_store` is empty where none is known."""

    query: str
    update: str
    graph_store: str

    def of_graph(self, graph: str) -> str:
        """Where one named graph is, by the Graph Store HTTP Protocol, section 4.2."""
        return f"{self.graph_store}{'&' if '?' in self.graph_store else '?'}graph={quote(graph, safe='')}"


def addresses_of(location: str, environ: Mapping[str, str]) -> Addresses:
    """The addresses of the server whose query address this is; those that the environment tells come first.

    >>> addresses_of("http://localhost:7878/query", {}).update
    'http://localhost:7878/update'
    """
    query = _checked(location)
    path = urlsplit(query).path.rstrip("/")
    update, graph_store = path, ""
    for pattern, *siblings in _SIBLINGS:
        if match := re.fullmatch(pattern, path):
            update, graph_store = (match.expand(sibling) for sibling in siblings)
            break
    told = [environ.get(name, "") for name in ("CLAIMGRAPH_UPDATE", "CLAIMGRAPH_GRAPH_STORE")]
    return Addresses(
        query,
        _checked(told[0]) if told[0] else _beside(query, update, path),
        _checked(told[1]) if told[1] else graph_store and _beside(query, graph_store, path),
    )


def _beside(query: str, path: str, own: str) -> str:
    """The address of another path of the server; its own path means the very same address."""
    return query if path == own else urlsplit(query)._replace(path=path, query="").geturl()


def origin_of(address: str) -> tuple[str, str, int]:
    """Scheme, host and port: what must not change on the way to an answer."""
    parts = urlsplit(address)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or (443 if parts.scheme == "https" else 80)


def _checked(address: str) -> str:
    """The address with both slashes, of which a Path leaves one.

    :raises StoreError: where it is none, or holds a password, which is not repeated.
    """
    address = re.sub(r"^(https?):/+", r"\1://", address.strip(), flags=re.IGNORECASE)
    try:
        parts = urlsplit(address)
        known = parts.hostname is not None and (parts.port or 1) > 0
    except ValueError:
        parts, known = urlsplit(""), False
    if "@" in address.partition("://")[2].partition("/")[0] or parts.username or parts.password:
        raise StoreError(
            "The address of the store holds a user or a password, which others may read there: "
            "set CLAIMGRAPH_USER and CLAIMGRAPH_PASSWORD in the environment instead."
        )
    if parts.scheme.lower() not in ("http", "https") or not known or not _sendable(address):
        raise StoreError(f"{visible(address)[:200]!r} is no address of an endpoint: write it as https://host/path.")
    return parts._replace(scheme=parts.scheme.lower(), fragment="").geturl()


def _sendable(address: str) -> bool:
    return address.isascii() and address.isprintable() and " " not in address

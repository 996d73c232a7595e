"""Any server that speaks SPARQL 1.1 as a store: by the standard protocols of query, update and graph store alone."""

import os

from graph.store.endpoints.addresses import addresses_of
from graph.store.endpoints.login import login_of
from graph.store.endpoints.patience import patience_of
from graph.store.endpoints.store import EndpointStore
from graph.store.endpoints.transport import Transport

__all__ = ["EndpointStore", "open_endpoint"]


def open_endpoint(location: str, *, write: bool = False) -> EndpointStore:
    """The store behind the address of a query endpoint; nothing is sent before something is asked.

    The addresses of update and graph store, the credentials and the patience may be told by variables of the
    environment (see docs/endpoints.md).

    :raises StoreError: where an address is none, or holds a password.
    """
    addresses = addresses_of(location, os.environ)
    transport = Transport(addresses.query, login_of(os.environ), patience_of(os.environ))
    return EndpointStore(addresses, transport, writable=write)

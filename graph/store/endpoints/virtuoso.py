"""What Virtuoso does not say: that a CONSTRUCT or DESCRIBE was cut short at its limit of rows."""

from collections.abc import Callable, Iterable

from pyoxigraph import Literal, QuerySolution

from graph.errors import StoreError
from graph.store.endpoints.body import Body

Ask = Callable[[str], Iterable[QuerySolution]]

_LEAST = 1000  # a limit below this is not looked for
_LIMIT = 'SELECT (bif:virtuoso_ini_item_value("SPARQL", "ResultSetMaxRows") AS ?rows) {}'


def check_of(body: Body, ask: Ask) -> Callable[[int], None]:
    """What to do with the number of triples that came; nothing where the server is another."""

    def check(count: int) -> None:
        if count < _LEAST or not body.headers.get("Server", "").startswith("Virtuoso"):
            return
        limit = _limit(ask)
        if limit and count >= limit:
            raise StoreError(
                f"The answer was cut off: this Virtuoso makes triples of no more than {limit:,} rows; add a smaller "
                "LIMIT, ask with SELECT, or raise ResultSetMaxRows in its configuration."
            )

    return check


def _limit(ask: Ask) -> int:
    """The limit of rows; 0 where there is none, or the server does not tell."""
    try:
        found = next(iter(ask(_LIMIT)))["rows"]
    except StoreError:
        return 0
    return int(found.value) if isinstance(found, Literal) and found.value.isdecimal() else 0

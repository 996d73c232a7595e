"""What an update fails of: its own words, another server, or the disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import NotSparql, QueryError
from graph.sparql.forms import asks_elsewhere
from graph.sparql.names import names_after
from graph.sparql.tokens import tokens
from graph.store.trouble import is_of_disk


@contextmanager
def blamed(sparql: str) -> Iterator[None]:
    """Turn what the engine says of an update that it runs into a QueryError; an error of the disk stays what it is.

    :raises NotSparql: where the update cannot be read.
    :raises QueryError: where it can be read and not be done.
    """
    try:
        yield
    except SyntaxError as error:  # of the update, or of what another server sent
        if str(error).startswith("error at") or not asks_elsewhere(sparql):
            raise NotSparql(f"The update is not SPARQL: {error}.") from error
        raise QueryError(_said(sparql, error)) from error
    except (OSError, RuntimeError, MemoryError) as error:
        if is_of_disk(error):
            raise
        raise QueryError(_said(sparql, error)) from error


def _said(sparql: str, error: Exception) -> str:
    reason = " ".join(str(error).partition(" with payload")[0].split()).rstrip(".") or type(error).__name__
    if not asks_elsewhere(sparql):
        return f"The update cannot be done ({reason}): nothing was changed."
    asked = [name.token.text for name in names_after(list(tokens(sparql)), "LOAD", "SERVICE", "SILENT")]
    return f"The update asks {', '.join(asked)}, and that failed ({reason}): check the address; nothing was changed."

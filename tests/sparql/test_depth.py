"""What is built too deep or too long is refused before the engine reads it; what people write is not."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from graph.errors import QueryError
from graph.sparql.depth import DEEPEST, LONGEST, refuse_deep
from graph.store import open_store

NESTED: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: f"ASK {{ FILTER({'(' * n}1{')' * n}) }}",
    "groups": lambda n: f"ASK {'{' * n} ?s ?p ?o {'}' * n}",
    "not": lambda n: f"ASK {{ FILTER({'!' * n}true) }}",
    "optional": lambda n: f"ASK {{ {'OPTIONAL { ?s ?p ?o ' * n}{'}' * n} }}",
    "sub-selects": lambda n: f"ASK {{ {'{ SELECT * { ' * (n // 2)}?s ?p ?o{' } }' * (n // 2)} }}",
    "exists": lambda n: f"ASK {{ {'FILTER NOT EXISTS { ?s ?p ?o ' * n}{'}' * n} }}",
    "functions": lambda n: f"ASK {{ FILTER({'STR(' * n}1{')' * n}) }}",
    "paths": lambda n: f"ASK {{ ?s {'^(' * n}<urn:p>{')' * n} ?o }}",
    "lists": lambda n: f"ASK {{ ?s ?p {'(' * n}{')' * n} }}",
    "blank nodes": lambda n: f"ASK {{ ?s ?p {'[ ?p ' * n}1{']' * n} }}",
    "triple terms": lambda n: f"ASK {{ ?s ?p {'<<( ?s ?p ' * n}1{' )>>' * n} }}",
}
CHAINED: dict[str, Callable[[int], str]] = {
    "plus": lambda n: f"ASK {{ FILTER(1{'+1' * n}) }}",
    "or": lambda n: f"ASK {{ ?s ?p ?o FILTER(?o=1{' || ?o=2' * n}) }}",
    "alternatives": lambda n: f"ASK {{ ?s <urn:p>{'|<urn:p>' * n} ?o }}",
    "unions": lambda n: f"ASK {{ {{ ?s ?p ?o }} {'UNION { ?s ?p ?o } ' * n} }}",
    "minus": lambda n: f"ASK {{ ?s ?p ?o {'MINUS { ?s ?p ?o } ' * n} }}",
    "filters": lambda n: f"ASK {{ ?s ?p ?o {'FILTER(?o=1) ' * n} }}",
    "columns": lambda n: f"SELECT {' '.join(f'(1 AS ?x{i})' for i in range(n))} {{ }}",
}


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_too_deep_is_refused(name: str) -> None:
    """A query of a hundred thousand levels is refused as quickly as one of two hundred."""
    refuse_deep(NESTED[name](DEEPEST // 2))
    for depth in (2 * DEEPEST + 2, 100_000):
        with pytest.raises(QueryError, match="nested more than 128 deep"):
            refuse_deep(NESTED[name](depth))


@pytest.mark.parametrize("name", CHAINED)
def test_what_is_chained_too_long_is_refused(name: str) -> None:
    """The message says how long it is."""
    refuse_deep(CHAINED[name](LONGEST // 3))
    with pytest.raises(QueryError, match=r"chains [2-9],\d+ operators"):
        refuse_deep(CHAINED[name](LONGEST + 1))


@pytest.mark.parametrize(
    "text",
    [
        f"ASK {{ ?s ?p ?o FILTER(?o IN ({', '.join(['-1'] * 20_000)})) }}",
        f"ASK {{ VALUES ?o {{ {'-1 ' * 20_000} }} ?s ?p ?o }}",
        f"INSERT DATA {{ {'<urn:s> <urn:p> -1.5 . ' * 20_000} }}",
        f"ASK {{ ?s ?p '{'((((' * 20_000}' }} # {'((((' * 20_000}",
        "ASK { ?s ?p ?o FILTER(?o > 1) } " + "# > < " * 5000,
    ],
)
def test_long_lists_texts_and_comments_are_no_chains(text: str) -> None:
    """Values side by side may be as many as one likes."""
    refuse_deep(text)


@pytest.mark.parametrize("text", [make(n) for make, n in (
    *((make, DEEPEST - 3) for name, make in NESTED.items() if name not in ("optional", "lists", "blank nodes")),
    *((make, LONGEST // 3) for make in CHAINED.values()),
)])  # fmt: skip
def test_the_engine_goes_as_deep_as_is_allowed(text: str) -> None:
    """In a process of its own, so that it may end; lists and the like only take their time there."""
    script = "import sys, pyoxigraph; pyoxigraph.Store().query(sys.stdin.read())"
    done = subprocess.run([sys.executable, "-c", script], input=text, text=True, check=False, timeout=60)
    assert done.returncode in (0, 1)


def test_the_store_refuses_in_python_too() -> None:
    """Queries and updates, so that no library's user loses a process."""
    with open_store(":memory:", write=True) as store:
        with pytest.raises(QueryError, match="nested"):
            store.query(NESTED["brackets"](5000))
        with pytest.raises(QueryError, match="nested"):
            store.update(f"INSERT {{ ?s ?p 1 }} WHERE {'{' * 5000} {'}' * 5000}")

"""What is nested too deeply or strung too long for the engine is refused before the engine dies of it."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.querying import ask, saved_queries
from graph.querying.guard import check
from graph.sparql.depth import refuse_deep
from graph.store import Store, open_store

ROOT = Path(__file__).parents[2]


def where(pattern: str) -> str:
    """A query for a pattern."""
    return f"SELECT * {{ ?s ?p ?o {pattern} }}"


# how each kind of nesting, or of row, of some size is written
KINDS: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: where(f"FILTER({'(' * n}?o{')' * n})"),
    "braces": lambda n: where("{" * n + "?s ?p ?o" + "}" * n),
    "!": lambda n: where(f"FILTER({'!' * n}?o)"),
    "+": lambda n: where(f"FILTER(1{'+1' * n})"),
    "-": lambda n: where(f"FILTER(1{' - ?o' * n})"),
    "||": lambda n: where(f"FILTER(?o = 0{' || ?o = 1' * n})"),
    "&&": lambda n: where(f"FILTER(?o = 0{' && ?o != 1' * n})"),
    "functions": lambda n: where(f"FILTER({'STR(' * n}?o{')' * n})"),
    "IF": lambda n: where(f"FILTER({'IF(true,' * n}1{',0)' * n})"),
    "REPLACE": lambda n: where(f"FILTER({'REPLACE(' * n}?o{', 0, 1)' * n})"),
    "OPTIONAL in OPTIONAL": lambda n: where("OPTIONAL { ?s ?p ?o " * n + "}" * n),
    "OPTIONAL": lambda n: where("OPTIONAL { ?s <urn:p> ?x } " * n),
    "UNION in UNION": lambda n: where("{ } UNION { " * n + "}" * n),
    "UNION": lambda n: where("{ ?s <urn:p> 1 }" + " UNION { ?s <urn:p> ?x }" * n),
    "MINUS": lambda n: where("MINUS { ?s <urn:p> 1 } " * n),
    "sub-selects": lambda n: where("{ SELECT * { " * n + "?s ?p ?o" + " } }" * n),
    "NOT EXISTS": lambda n: where("FILTER NOT EXISTS { ?s ?p ?o " * n + "}" * n),
    "BIND": lambda n: where(" ".join(f"BIND(1 AS ?x{i})" for i in range(n))),
    "path /": lambda n: where(f". ?s {'/'.join(['<urn:p>'] * n)} ?x"),
    "path |": lambda n: where(f". ?s {'|'.join(['<urn:p>'] * n)} ?x"),
    "path ^": lambda n: where(f". ?s {'^(' * n}<urn:p>{')' * n} ?x"),
    "path *": lambda n: where(f". ?s {'(' * n}<urn:p>{')*' * n} ?x"),
    "lists": lambda n: where(f". ?s ?p {'( ' * n}1{' )' * n}"),
    "items": lambda n: where(f". ?s ?p ( {'1 ' * n})"),
    "blank nodes": lambda n: where(f". ?s ?p {'[ ?p ' * n}1{' ]' * n}"),
    "triples": lambda n: where("".join(f". ?s{i} <urn:p> ?s{i + 1} " for i in range(n))),
    "objects": lambda n: where(f". ?s ?p {', '.join(str(i) for i in range(n))}"),
    "columns": lambda n: f"SELECT {' '.join(f'(1 AS ?x{i})' for i in range(n))} {{ }}",
}
UPDATES: dict[str, Callable[[int], str]] = {
    "lists": lambda n: f"INSERT DATA {{ <urn:s> <urn:p> {'( ' * n}1{' )' * n} }}",
    "braces": lambda n: f"DELETE {{ ?s ?p ?o }} WHERE {'{' * n} ?s ?p ?o {'}' * n}",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_too_deep_is_refused(store: Store, kind: str) -> None:
    """By the command's check and by the library, in one sentence that says how many of what."""
    query = KINDS[kind](2000)
    for refuse in (check, store.query, lambda text: ask(store, text)):
        with pytest.raises(QueryError, match=r"^The query has (\d|,)+ .*for the engine: [^\n]*say it in parts\.$"):
            refuse(query)


@pytest.mark.parametrize("kind", UPDATES)
def test_an_update_that_is_too_deep_is_refused(kind: str) -> None:
    """By the library."""
    with open_store(":memory:", write=True) as store, pytest.raises(QueryError, match=r"^The update has"):
        store.update(UPDATES[kind](2000))


def test_what_is_wrong_is_counted() -> None:
    """The brackets, the signs or the groups that are too many."""
    for kind, words in (
        ("brackets", r"2,000 '\(' in each other"),
        ("NOT EXISTS", "2,000 EXISTS in each other"),
        ("||", r"2,000 '\|\|' in a row.*use IN or VALUES"),
        ("UNION", "2,000 UNION in a row"),
    ):
        with pytest.raises(QueryError, match=words):
            check(KINDS[kind](2000))


def longest(kind: Callable[[int], str]) -> str:
    """The longest of a kind that is let pass."""
    low, high = 1, 2000
    while high - low > 1:
        middle = (low + high) // 2
        try:
            refuse_deep(kind(middle))
            low = middle
        except QueryError:
            high = middle
    return kind(low)


ON_A_SMALL_STACK = """
import json, sys, threading
from pyoxigraph import Store

def read():
    for query in json.load(sys.stdin):
        Store().query(query)
        print("read", flush=True)

threading.stack_size(1 << 20)
thread = threading.Thread(target=read)
thread.start()
thread.join()
"""


def test_what_passes_is_read_on_a_small_stack() -> None:
    """A thread with 1 MB reads and plans the longest of each kind."""
    queries = [longest(kind) for kind in KINDS.values()]
    done = subprocess.run(
        [sys.executable, "-c", ON_A_SMALL_STACK], input=json.dumps(queries), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["read"] * len(queries)


@pytest.mark.parametrize(
    "text",
    [
        where(f"FILTER(?o IN ({', '.join(f'-{i}' for i in range(20_000))}))"),
        where(f"VALUES (?s ?o) {{ {'(<urn:s> -1.5) ' * 20_000} }}"),
        where(f"FILTER(COALESCE({', '.join(['STRLEN(STR(?o)) + 1'] * 2000)}))"),
        where("OPTIONAL { ?s ?p ?x } " * 60),
        where("".join(f". ?s cg:holder/skos:prefLabel ?x{i} " for i in range(60))),
        f"SELECT * {{ ?s ?p ?o }} ORDER BY {' '.join(f'ASC(STR(?x{i}))' for i in range(500))}",
        f"INSERT DATA {{ {' . '.join(f'<urn:s> <urn:p> -{i}, (1 2 3) ; <urn:q> [ <urn:p> 2 ]' for i in range(999))} }}",
        " ;\n".join(["DELETE WHERE { ?s <urn:p> 1 . ?s <urn:q> 2 }"] * 1000),
        f"CONSTRUCT {{ {' . '.join(f'?s <urn:p{i}> ?o' for i in range(2000))} }} WHERE {{ ?s ?p ?o }}",
    ],
)
def test_what_is_long_and_harmless_passes(text: str) -> None:
    """Values, data, and what stands side by side take the engine no deeper."""
    refuse_deep(text)


def test_the_saved_queries_are_far_from_it() -> None:
    """Each passes even within forty groups."""
    for query in saved_queries():
        refuse_deep(f"SELECT * {'{ ' * 40} {query.text} {'}' * 40}")


@given(
    st.lists(
        st.sampled_from(
            ["(", ")", "{", "}", "[", "]", "*", "+", "?x", "VALUES", "EXISTS", "FILTER", "AS", ";", ",", ".", "1", "'",
             "REPLACE", "UNION", "INSERT", "DATA", "<urn:x>", "a", "|", "#", "\n", "!", "="]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_text_is_read_to_its_end(pieces: list[str]) -> None:
    """Whatever is open, closed too often, or no SPARQL at all."""
    with suppress(QueryError):
        refuse_deep(" ".join(pieces))

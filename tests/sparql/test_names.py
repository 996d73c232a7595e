"""The graphs that a query or an update names are those that the engine takes them for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph.errors import QueryError
from graph.sparql.forms import Dataset, dataset_of, graphs_asked
from graph.sparql.names import names_after
from graph.sparql.tokens import tokens
from graph.vocabulary import PREFIXES

HERE = "https://example.org/a/b?c#d"
BASES = [
    HERE,
    "https://example.org",
    "urn:x:y",
    "file:///a/b",
    "https://example.org/a/../b/",
    "../up/",
    "x",
    "//h/",
    "",
]
NAMES = ["", "b", "./b", "../b", "../../../b", "/b", "//h/b", "?q", "#f", "g:x", "urn:y", "b/../c", "https://e.org/x/../y",
         "\\u0062", "\\U0001F600", "b%20c", "b:c", "./b:c", "é"]  # fmt: skip
LOCALS = ["", "b", "a\\/b", "%41b", "b\\-c", "a:b", "b.c", "\\%41", "é", "1"]  # fmt: skip


def by_engine(update: str) -> str | None:
    """The graph that the engine puts a statement into; None where it does not read the update."""
    store = Store()
    try:
        store.update(update, prefixes=PREFIXES)
    except SyntaxError:
        return None
    return next(str(graph.value) for graph in store.named_graphs())


def by_us(update: str) -> str | None:
    """The graph that is named last in it."""
    return list(names_after(list(tokens(update)), "GRAPH"))[-1].iri


def inserted(prologue: str, graph: str) -> str:
    """An update that puts a statement into a graph."""
    return f"{prologue} INSERT DATA {{ GRAPH {graph} {{ <urn:s> <urn:p> 'GRAPH <urn:no>' }} }} # GRAPH <urn:no>"


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(BASES), max_size=3), st.sampled_from(NAMES))
def test_an_iri_is_read_as_the_engine_reads_it(bases: list[str], name: str) -> None:
    """Relative to bases that may themselves be relative; a base counts from where it stands."""
    update = inserted(" ".join(f"BASE <{base}>" for base in (HERE, *bases)), f"<{name}>")
    if (meant := by_engine(update)) is not None:
        assert by_us(update) == meant


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(BASES), st.sampled_from(NAMES)), min_size=1, max_size=3), st.sampled_from(LOCALS)
)
def test_a_prefixed_name_is_read_as_the_engine_reads_it(declared: list[tuple[str, str]], local: str) -> None:
    """The last of several declarations of a prefix counts, with the base that stood before it."""
    prologue = " ".join(f"BASE <{base}> PREFIX p: <{name}>" for base, name in declared)
    update = inserted(f"BASE <{HERE}> {prologue} BASE <https://other.example/>", f"p:{local}")
    if (meant := by_engine(update)) is not None:
        assert by_us(update) == meant


@pytest.mark.parametrize("name", ["<b>", "nobody:b", "?g", "$g"])
def test_what_nobody_can_tell_is_none(name: str) -> None:
    """A variable, a prefix that is declared nowhere, what is relative to nothing."""
    assert graphs_asked(f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} GRAPH <urn:g> {{ ?s ?p ?o }} }}") is None


def test_the_graphs_of_a_query_are_told_in_full() -> None:
    """FROM, FROM NAMED and GRAPH alike."""
    prologue = f"BASE <{HERE}> BASE <../> PREFIX p: <\\u0070/>"
    assert dataset_of(f"{prologue} ASK FROM <x> FROM NAMED p:a\\/b FROM NAMED cg:c {{}}") == Dataset(
        ("https://example.org/x",), ("https://example.org/p/a/b", PREFIXES["cg"] + "c")
    )
    assert graphs_asked(f"{prologue} ASK {{ GRAPH <x> {{}} GRAPH p: {{}} }}") == {
        "https://example.org/x", "https://example.org/p/",
    }  # fmt: skip


def test_a_graph_that_nobody_can_tell_is_refused_after_from() -> None:
    """Its sentence says what to write."""
    with pytest.raises(QueryError, match=r"FROM <b> .* write its IRI in full"):
        dataset_of("ASK FROM <b> { ?s ?p ?o }")

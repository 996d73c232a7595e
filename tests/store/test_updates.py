"""Updates by SPARQL: what they mean for the union of the graphs, what they would change, and that nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import QueryError, StoreError
from graph.store import Changes, Solutions, Store, open_store
from graph.store.updates import CURATION

A, B = "urn:graph:a", "urn:graph:b"


def quad(subject: str, text: str, graph: str = A) -> Quad:
    """One statement."""
    return Quad(NamedNode(f"urn:{subject}"), NamedNode("urn:says"), Literal(text), NamedNode(graph))


def fill(store: Store) -> None:
    """Two graphs that share one statement."""
    store.add([quad("s", "both"), quad("s", "a"), quad("s", "both", B), quad("t", "b", B)])


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The two graphs, in memory and on disk."""
    with open_store(":memory:" if request.param == "memory" else tmp_path / "s", write=True) as opened:
        fill(opened)
        yield opened


def held(store: Store) -> dict[str, set[tuple[str, str]]]:
    """What each graph holds: subjects and texts."""
    return {
        name.removeprefix("urn:graph:"): {
            (q.subject.value.rpartition(":")[2], q.object.value) for q in store.quads(name)
        }
        for name in sorted(store.graphs())
    }


def union(store: Store) -> set[tuple[str, str]]:
    """What a query sees."""
    rows = store.query("SELECT ?s ?o { ?s <urn:says> ?o }")
    assert isinstance(rows, Solutions)
    found = [(row["s"].value.rpartition(":")[2], row["o"].value) for row in rows]
    assert len(found) == len(set(found)), "a triple of two graphs is seen once"
    return set(found)


UPDATES = {
    "DELETE WHERE { ?s <urn:says> 'both' }": ({("s", "a")}, {("t", "b")}, set()),
    "DELETE DATA { GRAPH <urn:graph:a> { <urn:s> <urn:says> 'both' } }": (
        {("s", "a")}, {("s", "both"), ("t", "b")}, set()),
    "DELETE DATA { GRAPH <urn:graph:a> { <urn:s> <urn:says> 'a' } }": (
        {("s", "both")}, {("s", "both"), ("t", "b")}, set()),
    "INSERT DATA { <urn:n> <urn:says> 'new' }": (
        {("s", "a"), ("s", "both")}, {("s", "both"), ("t", "b")}, {("n", "new")}),
    "INSERT DATA { GRAPH <urn:graph:b> { <urn:s> <urn:says> 'a' } }": (
        {("s", "a"), ("s", "both")}, {("s", "both"), ("t", "b"), ("s", "a")}, set()),
    "DELETE { ?s <urn:says> 'a' } INSERT { ?s <urn:says> 'A' } WHERE { ?s <urn:says> 'a' }": (
        {("s", "both")}, {("s", "both"), ("t", "b")}, {("s", "A")}),
    "WITH <urn:graph:b> DELETE { ?s ?p 'both' } INSERT { ?s ?p 'b2' } WHERE { ?s ?p 'both' }": (
        {("s", "a"), ("s", "both")}, {("t", "b"), ("s", "b2")}, set()),
    "PREFIX g: <urn:graph:> DROP GRAPH g:b": ({("s", "a"), ("s", "both")}, set(), set()),
    "CLEAR DEFAULT": (set(), set(), set()),
    "MOVE <urn:graph:b> TO <urn:graph:a>": ({("s", "both"), ("t", "b")}, set(), set()),
    "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?o = 'both') }": (
        {("s", "a")}, {("t", "b")}, set()),
    "BASE <urn:x> INSERT DATA { GRAPH <./graph:b> { <urn:s> <urn:says> 'a' } }": (
        {("s", "a"), ("s", "both")}, {("s", "both"), ("t", "b"), ("s", "a")}, set()),
    r"INSERT DATA { GRAPH <urn:graph:\u0062> { <urn:s> <urn:says> 'a' } }": (
        {("s", "a"), ("s", "both")}, {("s", "both"), ("t", "b"), ("s", "a")}, set()),
    r"PREFIX u: <u\u0072n:> WITH u:graph:b DELETE { ?s ?p 'both' } WHERE { ?s ?p 'both' }": (
        {("s", "a"), ("s", "both")}, {("t", "b")}, set()),
    "DELETE DATA { <urn:n> <urn:says> trueGRAPH <urn:graph:b> { <urn:s> <urn:says> 'both' } }": (
        {("s", "a"), ("s", "both")}, {("t", "b")}, set()),
    "INSERT DATA { <urn:s> <urn:says> 'a' }": ({("s", "a"), ("s", "both")}, {("s", "both"), ("t", "b")}, set()),
}  # fmt: skip


@pytest.mark.parametrize("update", UPDATES)
def test_an_update_changes_graphs_and_union_together(store: Store, update: str) -> None:
    """What is taken from the union goes from all graphs; what is put there goes into the curation graph."""
    store.update(update)
    a, b, curation = UPDATES[update]
    assert held(store) == {name: texts for name, texts in (("a", a), ("b", b), (CURATION.value, curation)) if texts}
    assert union(store) == a | b | curation


def test_whoever_is_asked_sees_what_would_change_and_may_say_no(store: Store) -> None:
    """Nothing is changed before."""
    before, seen = held(store), []

    def no(changes: Changes | None) -> bool:
        seen.append(changes)
        return False

    assert store.update("DELETE WHERE { <urn:s> ?p ?o } ; INSERT DATA { <urn:n> <urn:says> 'n' }", agree=no) is False
    assert held(store) == before
    assert [str(changes) for changes in seen] == ["3 statements removed, 1 statement added, in 3 graphs"]


def test_blank_nodes_of_an_update_get_names(store: Store) -> None:
    """So that they can be taken away again."""
    store.update("INSERT DATA { <urn:s> <urn:has> [ <urn:says> 'x' ] }")
    assert store.query("ASK { <urn:s> <urn:has> ?n . ?n <urn:says> 'x' FILTER(ISIRI(?n)) }")
    store.update("DELETE WHERE { <urn:s> <urn:has> ?n . ?n <urn:says> 'x' }")
    assert not store.query("ASK { ?n <urn:says> 'x' }")


def test_what_is_no_update_or_asks_elsewhere_is_refused(store: Store) -> None:
    """And changes nothing."""
    before = held(store)
    with pytest.raises(QueryError, match="not SPARQL"):
        store.update("DELETE WHERE { ?s ?p }")
    with pytest.raises(QueryError, match="LOAD asks another server"):
        store.update("LOAD <http://127.0.0.1:9/x>")
    assert held(store) == before


def test_a_store_that_is_read_is_not_updated(tmp_path: Path) -> None:
    """One sentence says how to open it."""
    with open_store(tmp_path / "s", write=True) as store:
        fill(store)
    with open_store(tmp_path / "s") as store, pytest.raises(StoreError, match="write=True"):
        store.update("CLEAR ALL")


words = st.sampled_from(["a", "b", "c"])
operations = st.lists(
    st.builds(
        lambda verb, graph, s, o: (
            f"{verb} DATA {{ {f'GRAPH <urn:graph:{graph}> {{ ' if graph else ''}<urn:{s}> <urn:says> '{o}'"
            f"{' }' if graph else ''} }}"
        ),
        st.sampled_from(["INSERT", "DELETE"]), st.sampled_from(["", "a", "b"]), words, words,
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(operations, min_size=1, max_size=4))
def test_the_union_is_always_the_merge_of_the_graphs(updates: list[list[str]]) -> None:
    """Whatever is put in and taken out, one operation or several at a time."""
    with open_store(":memory:", write=True) as store:
        for update in updates:
            store.update(" ;\n".join(update))
            assert union(store) == {pair for pairs in held(store).values() for pair in pairs}

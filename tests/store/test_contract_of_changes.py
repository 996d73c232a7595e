"""What every store promises of loads and updates, beside what `test_contract` holds of single graphs."""

from collections.abc import Iterator

import pytest

from graph.errors import QueryError, StoreError
from graph.store import Store, open_store
from tests.store.test_contract import A, B, count, location, quad, said, store

__all__ = ["location", "store"]  # fixtures


def test_a_load_adds_to_graphs_and_union(store: Store) -> None:
    """Many quads of several graphs; what was there stays."""
    store.replace_graph(A, [quad("s", "first")])
    store.load(q for n in range(300) for q in (quad("s", f"{n}"), quad("s", f"{n}", B)))
    assert len(said(store, A)) == 301 and len(said(store, B)) == 300
    assert count(store, "?s ?p ?o") == 301


def test_a_load_that_breaks_off_says_so(store: Store) -> None:
    """The error is the source's own."""

    def failing() -> Iterator[object]:
        yield quad("s", "one")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        store.load(failing())  # type: ignore[arg-type]
    if not store.location.startswith("http"):
        assert count(store, "?s ?p ?o") == 0


UPDATE = (
    f"DELETE {{ GRAPH <{A}> {{ ?s ?p 'old' }} }} INSERT {{ GRAPH <{B}> {{ ?s ?p 'new' }} }} WHERE {{ ?s ?p 'old' }}"
)


def test_an_update_keeps_the_union_right(store: Store) -> None:
    """Where the server's union can be made anew; else it is refused before anything is changed."""
    store.add([quad("s", "old"), quad("s", "stays"), quad("s", "stays", B)])
    try:
        done = store.update(UPDATE)
    except StoreError as error:
        assert "would not reach" in str(error)
        assert said(store, A) == {"old", "stays"}
        return
    assert done
    assert said(store, A) == {"stays"} and said(store, B) == {"stays", "new"}
    assert count(store, "?s ?p ?o") == 2


def test_whoever_is_asked_may_say_no(store: Store) -> None:
    """Nothing is changed then."""
    store.add([quad("s", "old")])
    try:
        assert not store.update(UPDATE, agree=lambda changes: False)
    except StoreError as error:
        assert "would not reach" in str(error)
    assert said(store, A) == {"old"}


def test_an_endpoint_has_to_be_told_the_graph(location: str) -> None:
    """What would go into its default graph would be lost with the next change."""
    if not location.startswith("http"):
        return
    with open_store(location, write=True) as opened, pytest.raises((QueryError, StoreError), match=r"GRAPH|not reach"):
        opened.update("INSERT DATA { <urn:s> <urn:p> 1 }")


def test_a_store_that_is_read_takes_no_load_and_no_update(location: str) -> None:
    """One sentence says how to open it."""
    if location == ":memory:":
        return
    with open_store(location, write=True) as opened:
        opened.add([quad("s", "x")])
    with open_store(location) as opened:
        for change in (lambda: opened.load([quad("s", "y")]), lambda: opened.update(UPDATE)):
            with pytest.raises(StoreError, match="write=True"):
                change()

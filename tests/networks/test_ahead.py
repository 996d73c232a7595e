"""Answers that are written ahead say what the rows say that are read one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.errors import ClaimgraphError
from graph.mapping import quads
from graph.networks.ahead import asked_ahead, parsed
from graph.networks.reading import LONG
from graph.networks.select import query_of, rows
from graph.store import open_store
from graph.store.oxigraph import OxigraphStore
from tests.networks.made_up import MINT, hostile, small
from tests.page.payloads import PAYLOADS

QUERY = (
    "SELECT ?id ?said ?more { ?id <https://example.org/says> ?said OPTIONAL { ?id <https://example.org/more> ?more } }"
)
SAYS = NamedNode("https://example.org/says")


def test_every_long_query_gives_the_same_rows() -> None:
    """Of a small debate, and of one whose every text is hostile."""
    with open_store(":memory:", write=True) as store:
        assert isinstance(store, OxigraphStore)
        for reading in [*small(), *hostile(PAYLOADS)]:
            store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
        with asked_ahead(store, map(query_of, LONG)) as ahead:
            for name in LONG:
                found = list(rows(ahead, name))
                assert found and sorted(map(repr, found)) == sorted(map(repr, rows(store, name)))


@given(st.lists(st.text(), min_size=1, max_size=5), st.sampled_from(["", "en", "int"]))
def test_any_text_comes_through(texts: list[str], sort: str) -> None:
    """Line ends, tabs, quotation marks and backslashes too, with a language, a type or without; "" is not unbound."""
    with open_store(":memory:", write=True) as store:
        assert isinstance(store, OxigraphStore)
        texts = [text.encode("utf-8", "replace").decode() for text in texts]
        for text in texts:
            said = (
                Literal(text, language="en") if sort == "en" else Literal(len(text)) if sort == "int" else Literal(text)
            )
            store.db.add(Quad(BlankNode(), SAYS, said))
        with asked_ahead(store, [QUERY]) as ahead:
            found = ahead.rows(QUERY)
            assert found is not None
            told = list(found)
        assert sorted(row["said"] for row in told) == sorted(str(len(t)) if sort == "int" else t for t in texts)
        assert all("more" not in row and not row["id"].startswith("_:") for row in told)


def test_an_answer_is_had_once_and_others_are_asked_as_ever() -> None:
    """What was not asked ahead is None, and the store itself answers it."""
    with open_store(":memory:", write=True) as store:
        assert isinstance(store, OxigraphStore)
        with asked_ahead(store, [QUERY]) as ahead:
            assert list(ahead.rows(QUERY) or ()) == [] and ahead.rows(QUERY) is None
            assert list(rows(ahead, "actors")) == []


def test_what_fails_ahead_is_said_where_it_is_read() -> None:
    """By the error that the store would have raised."""
    store = open_store(":memory:", write=True)
    assert isinstance(store, OxigraphStore)
    store.close()
    with asked_ahead(store, [QUERY]) as ahead, pytest.raises(ClaimgraphError):
        ahead.rows(QUERY)


def test_no_rows_are_none() -> None:
    """A head alone."""
    assert list(parsed("?id\t?said\n")) == []

"""What every store promises, tried on each kind of store."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from graph.errors import QueryError, StoreError
from graph.store import STORES, Solutions, Store, Triples, open_store
from graph.vocabulary import iri
from tests.store.servers import SERVERS, empty_server

KINDS = ("", ":memory")  # http and https are tried by each of SERVERS
A, B, SHARED = "urn:graph:a", "urn:graph:b", "urn:graph:shared"


def quad(subject: str, text: str, graph: str = A, predicate: str = "urn:says") -> Quad:
    """One statement."""
    return Quad(NamedNode(f"urn:{subject}"), NamedNode(predicate), Literal(text), NamedNode(graph))


def said(store: Store, graph: str) -> set[str]:
    """The texts in a graph."""
    return {q.object.value for q in store.quads(graph)}


def count(store: Store, where: str, **how: bool) -> int:
    """How many solutions a pattern has."""
    rows = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}", **how)
    assert isinstance(rows, Solutions)
    return int(next(rows)["n"].value)


@pytest.fixture(params=[*KINDS, *SERVERS])
def location(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where an empty store of each kind is; the servers are those of `conftest`."""
    if request.param in KINDS:
        return {"": str(tmp_path / "store"), ":memory": ":memory:"}[request.param]
    return empty_server(request, monkeypatch).location


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """An empty store of each kind, open for writing."""
    with open_store(location, write=True) as opened:
        yield opened


def test_every_kind_of_store_is_tried() -> None:
    """A new one has to be added to these tests."""
    assert {*KINDS, "http", "https"} == set(STORES)


def test_a_graph_holds_what_it_was_last_given(store: Store) -> None:
    """Reading an article again leaves nothing of the first reading."""
    store.replace_graph(A, [quad("s", "first"), quad("s", "both")])
    store.replace_graph(A, [quad("s", "both"), quad("s", "second")])
    assert said(store, A) == {"both", "second"}
    assert store.size() == 2


def test_a_dump_is_the_graph_as_n_triples(store: Store) -> None:
    """Whatever the texts hold; nothing where there is no such graph."""
    store.replace_graph(A, [quad("s", "two\nlines .\n"), quad("s", 'a "quoted" \\ 賴清德'), quad("t", "")])
    store.replace_graph(B, [quad("s", "other", B)])
    out = io.BytesIO()
    store.dump(A, out)
    assert out.getvalue().count(b" .\n") == 3
    assert set(parse(out.getvalue(), RdfFormat.N_TRIPLES)) == {
        Quad(q.subject, q.predicate, q.object) for q in store.quads(A)
    }
    store.dump("urn:graph:none", nothing := io.BytesIO())
    assert nothing.getvalue() == b""


def test_quads_are_put_into_the_graph_that_is_replaced(store: Store) -> None:
    """The name that a quad brings along is overruled, so that no article writes into another's graph."""
    store.replace_graph(A, [quad("s", "text", graph=B)])
    assert said(store, A) == {"text"}
    assert list(store.graphs()) == [A]


def test_quads_are_added_to_the_graphs_that_they_name(store: Store) -> None:
    """Several graphs at once, and what they held stays."""
    store.replace_graph(A, [quad("s", "text")])
    store.add([quad("s", "more"), quad("actor", "label", SHARED)])
    assert said(store, A) == {"text", "more"}
    assert said(store, SHARED) == {"label"}
    assert count(store, "?s ?p ?o") == 3


def test_a_query_sees_a_triple_of_two_graphs_once(store: Store) -> None:
    """The union of the graphs is their merge, as SPARQL has it, so that counts are right."""
    store.replace_graph(A, [quad("s", "same")])
    store.replace_graph(B, [quad("s", "same", B), quad("s", "other", B)])
    assert count(store, "?s ?p ?o") == 2
    assert count(store, "GRAPH ?g { ?s ?p ?o }") == 3


def test_a_triple_leaves_the_union_with_the_last_graph_that_holds_it(store: Store) -> None:
    """Taking an article away takes away what it alone said."""
    store.replace_graph(A, [quad("s", "same"), quad("s", "only a")])
    store.replace_graph(B, [quad("s", "same", B)])
    store.remove_graph(A)
    assert count(store, "?s ?p ?o") == 1
    store.replace_graph(B, [quad("s", "new", B)])
    assert count(store, "?s ?p 'same'") == 0
    assert count(store, "?s ?p 'new'") == 1
    assert list(store.graphs()) == [B]


def test_named_leaves_the_union_out(store: Store) -> None:
    """With `named`, as the specification has it, only GRAPH finds what is in named graphs."""
    store.replace_graph(A, [quad("s", "text")])
    assert count(store, "?s ?p ?o", named=True) == 0
    assert count(store, "GRAPH ?g { ?s ?p ?o }", named=True) == 1


def test_blank_nodes_can_be_replaced(store: Store) -> None:
    """A node without a name gets one, the same in the graph and in the union."""
    node = BlankNode("b1")
    quads = [
        Quad(NamedNode("urn:s"), NamedNode("urn:p"), node, DefaultGraph()),
        Quad(node, NamedNode("urn:p"), Literal("end"), DefaultGraph()),
    ]
    store.replace_graph(A, quads)
    assert count(store, "<urn:s> <urn:p> [ <urn:p> 'end' ]") == 1
    assert count(store, f"GRAPH <{A}> {{ <urn:s> <urn:p> [ <urn:p> 'end' ] }}") == 1
    store.replace_graph(A, [])
    assert count(store, "?s ?p ?o") == 0


def test_graphs_are_found_by_the_beginning_of_their_name(store: Store) -> None:
    """So that the graphs of articles can be told from the others."""
    store.replace_graph(A, [quad("s", "x")])
    store.replace_graph(SHARED, [quad("s", "x")])
    assert list(store.graphs("urn:graph:s")) == [SHARED]


def test_the_fingerprint_of_a_reading_is_found_by_its_article(store: Store) -> None:
    """It hangs on the extraction that used the article."""
    run, article = NamedNode("urn:run"), NamedNode("urn:article")
    store.replace_graph(
        A,
        [
            Quad(run, NamedNode(iri("prov:used")), article),
            Quad(run, NamedNode(iri("cg:fingerprint")), Literal("f00")),
        ],
    )
    assert store.fingerprint("urn:article") == "f00"
    assert store.fingerprint("urn:another") is None


def test_near_duplicates_are_found_by_what_their_signatures_share(store: Store) -> None:
    """One look-up for each band of the signature."""
    signature = iri("cg:signature")
    store.replace_graph(A, [quad("one", "band1", predicate=signature), quad("one", "band2", predicate=signature)])
    store.replace_graph(B, [quad("two", "band3", B, signature)])
    assert store.articles_sharing(["band0", "band1", "band2"]) == ("urn:one",)
    assert store.articles_sharing(["band9"]) == ()


def test_prefixes_need_no_declaration(store: Store) -> None:
    """Those of the vocabulary are built in."""
    store.replace_graph(A, [quad("one", "x", predicate=iri("cg:sha256"))])
    assert count(store, "?s cg:sha256 ?o") == 1


def test_what_is_no_sparql_is_a_query_error(store: Store) -> None:
    """And no error of the engine's own kind."""
    with pytest.raises(QueryError, match="not SPARQL"):
        store.query("SELECT ?s WHERE {")


def test_a_failing_source_of_quads_changes_nothing(store: Store) -> None:
    """What was there stays where the quads of the new reading cannot all be made."""
    store.replace_graph(A, [quad("s", "first")])

    def failing() -> Iterator[Quad]:
        yield quad("s", "second")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        store.replace_graph(A, failing())
    assert said(store, A) == {"first"}


def test_a_closed_store_says_so(store: Store) -> None:
    """One sentence, and no crash."""
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.query("ASK {}")


texts = st.text(max_size=30) | st.sampled_from(
    ['\\u0022 } } ; DROP ALL #"', "\x00\x1b[31m", "\\", '"""', "'''", "\u2028"]
)


@settings(max_examples=60, deadline=None)
@given(first=st.sets(texts, max_size=4), second=st.sets(texts, max_size=4), third=st.sets(texts, max_size=4))
def test_any_text_goes_in_and_out_again(first: set[str], second: set[str], third: set[str]) -> None:
    """However hostile: quotes, escapes, control characters, the words of an update."""
    with open_store(":memory:", write=True) as store:
        for texts in (first, second, third):
            store.replace_graph(A, [quad("s", text) for text in texts])
            assert said(store, A) == texts
            assert count(store, "?s ?p ?o") == len(texts)


def test_hostile_text_goes_in_and_out_of_every_store(store: Store) -> None:
    """By quads and by a query: quotes, escapes, control characters, the words of an update, other planes of Unicode."""
    odd = {
        "",
        "a\r\nb\tc",
        '\\u0022 } } ; DROP ALL #"',
        "\x00\x1b[31m\x7f",
        "\\",
        '"""',
        "'''",
        "\u2028",
        "😀 ü 賴",
        "x" * 70_000,
    }
    store.replace_graph(A, [quad("s", text) for text in odd])
    store.add([quad("t", text, B) for text in odd])
    assert said(store, A) == said(store, B) == odd
    rows = store.query("SELECT ?o { <urn:s> ?p ?o }")
    assert isinstance(rows, Solutions)
    assert {row["o"].value for row in rows} == odd
    store.remove_graph(A)
    store.remove_graph(B)
    assert count(store, "?s ?p ?o") == 0


def test_a_hostile_name_of_a_graph_is_refused(store: Store) -> None:
    """What is no IRI gets into no query."""
    with pytest.raises((QueryError, StoreError, ValueError)):
        store.remove_graph("urn:a> } ; DROP ALL ; #")


def test_a_graph_of_many_triples_is_whole(store: Store) -> None:
    """Replaced, read and counted, though a server may cut answers."""
    store.replace_graph(A, [quad(f"s{number}", f"text {number}") for number in range(1_210)])
    assert sum(1 for _ in store.quads(A)) == store.size() == count(store, "?s ?p ?o") == 1_210
    store.replace_graph(A, [quad("s", "small")])
    assert said(store, A) == {"small"} and store.size() == count(store, "?s ?p ?o") == 1


def test_what_was_added_twice_is_there_once(store: Store) -> None:
    """In the graph and in the union."""
    store.add([quad("s", "x"), quad("s", "x", B)])
    store.add([quad("s", "x")])
    assert store.size() == 2 and count(store, "?s ?p ?o") == 1


def test_graph_names_can_be_given_and_asked_for_together(store: Store) -> None:
    """A constant and a variable after GRAPH, beside the union; a subquery and FROM."""
    store.replace_graph(A, [quad("s", "a")])
    store.replace_graph(B, [quad("s", "b", B)])
    assert count(store, f"GRAPH <{A}> {{ ?s ?p ?o }}") == 1
    assert count(store, f"GRAPH <{A}> {{ ?s ?p ?o }} GRAPH ?g {{ ?s ?q ?x }} ?s ?r ?y") == 4
    rows = store.query(f"SELECT ?o FROM <{B}> {{ {{ SELECT ?o {{ ?s ?p ?o }} }} }}")
    assert isinstance(rows, Solutions) and [row["o"].value for row in rows] == ["b"]


def test_every_form_of_query_is_answered(store: Store) -> None:
    """SELECT, ASK, CONSTRUCT and DESCRIBE."""
    store.replace_graph(A, [quad("s", "a")])
    assert store.query("ASK { ?s ?p 'a' }") and not store.query("ASK { ?s ?p 'b' }")
    for query in ("CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <urn:s>"):
        found = store.query(query)
        assert isinstance(found, Triples) and [str(t.object.value) for t in found] == ["a"]
    assert isinstance(found := store.query("CONSTRUCT WHERE { ?s <urn:never> ?o }"), Triples) and not list(found)


def test_a_store_that_is_opened_again_holds_what_it_held(location: str, store: Store) -> None:
    """For a reader who did not write it."""
    if location == ":memory:":
        return
    store.replace_graph(A, [quad("s", "same"), quad("s", "a")])
    store.replace_graph(B, [quad("s", "same", B)])
    store.close()
    with open_store(location) as again:
        assert count(again, "?s ?p ?o") == 2 and count(again, "?s ?p ?o", named=True) == 0
        assert count(again, "GRAPH ?g { ?s ?p ?o }", named=True) == again.size() == 3
        assert sorted(again.graphs()) == [A, B] and said(again, A) == {"same", "a"}
        with pytest.raises(StoreError, match="open for reading"):
            again.remove_graph(A)


def test_what_is_too_deep_for_an_engine_is_refused(store: Store) -> None:
    """Before it is read here or by a server, which would die of it."""
    deep = f"{'{' * 5000} ?s ?p ?o {'}' * 5000}"
    with pytest.raises(QueryError, match=r"5,000 '\{' in each other"):
        store.query(f"SELECT * {deep}")
    with pytest.raises((QueryError, StoreError), match=r"5,000 '\{' in each other|not reach"):
        store.update(f"WITH <{A}> DELETE {{ ?s ?p ?o }} WHERE {deep}")

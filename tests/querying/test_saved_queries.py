"""Every saved query answers what its title says, on the town of `town`."""

import re

import pytest

from graph.errors import InputError, QueryError
from graph.querying import rows, saved_queries
from graph.querying.binding import bind
from graph.querying.listing import listing
from graph.querying.saved import find_query, parse
from graph.store import Store, open_store
from tests.querying.town import COUNCIL, fill

VOTE, MEALS, AGAIN = (
    "Council splits over the quay",
    "Meals at no charge | a plan with *friends* <only>",
    "Okoye comes round to the quay",
)
DROWN, TOWN_NEEDS = "a second quay would “drown the eelgrass”", "the town needs the quay … will build it"
MOVED = "the second quay if the eelgrass is moved"

# query -> its parameters, the columns that are looked at, and the rows in their order
EXPECTED: dict[str, tuple[dict[str, str], str, list[tuple[str | None, ...]]]] = {
    "actors": (
        {"kind": "person"},
        "actor kind articles",
        [("Mara Okoye", "person", "3"), ("Jonas Brandt", "person", "2")],
    ),
    "agreements": (
        {"who": "Jonas Brandt", "proposal": "Second quay"},
        "other stance words article",
        [
            ("Mara Okoye", "conditional", MOVED, AGAIN),
            ("dock workers", "support", "dock workers welcome a second quay", VOTE),
        ],
    ),
    "allies": (
        {"who": "Mara Okoye"},
        "other agree_on disagree_on",
        [("Jonas Brandt", "2", "1"), ("dock workers", "1", "1")],
    ),
    "anonymous-sources": (
        {},
        "source_as_written of_whom said article",
        [
            ("People close to the talks", "Harbour Council", "the vote may slip", VOTE),
            ("dock workers", None, "a second quay. ", VOTE),
            ("(not told)", None, "money is short", AGAIN),
        ],
    ),
    "articles": (
        {"since": "2025-04-01"},
        "date article publisher claims positions",
        [("2025-04-10", MEALS, "Valley Times", "2", "3"), ("2025-06-20", AGAIN, "Shore Post", "2", "1")],
    ),
    "articles-naming": (
        {"who": "Mara Okoye"},
        "date article claims positions",
        [("2025-03-02", VOTE, "1", "1"), ("2025-04-10", MEALS, "2", "2"), ("2025-06-20", AGAIN, "1", "1")],
    ),
    "articles-on": (
        {"proposal": "Second quay"},
        "date article publisher in_favour undecided against",
        [("2025-03-02", VOTE, "Shore Post", "2", "0", "1"), ("2025-06-20", AGAIN, "Shore Post", "1", "0", "0")],
    ),
    "candidates": ({}, "proposal positions words article", [("Night ferry", "1", "A night ferry", MEALS)]),
    "changes-of-mind": (
        {},
        "actor about earlier stance_then words_then later stance_now words_now article",
        [("Mara Okoye", "Second quay", "2025-03-02", "oppose", DROWN, "2025-06-20", "conditional", MOVED, AGAIN)],
    ),
    "compare": (
        {"who": "Jonas Brandt", "other": "Mara Okoye"},
        "they about the_one words_of_the_one the_other words_of_the_other",
        [
            ("agree", "Free school meals", "support", "Jonas Brandt backs free school meals", "support",
             "“cheap at any price”"),
            ("agree", "Second quay", "support", "the town needs the quay", "conditional", MOVED),
            ("disagree", "Second quay", "support", "the town needs the quay", "oppose", DROWN),
        ],
    ),
    "contested": (
        {},
        "proposal in_favour undecided against articles",
        [
            ("Second quay", "3", "0", "1", "2"),
            ("Free school meals", "2", "0", "0", "1"),
            ("Night ferry", "1", "0", "0", "1"),
        ],
    ),
    "coverage": (
        {},
        "publisher articles speakers claims positions first last",
        [
            ("Shore Post", "2", "5", "7", "4", "2025-03-02", "2025-06-20"),
            ("Valley Times", "1", "1", "2", "3", "2025-04-10", "2025-04-10"),
        ],
    ),
    "disagreements": (
        {"proposal": "second quay"},
        "about in_favour their_article against other_words",
        [("Second quay", "Jonas Brandt", VOTE, "Mara Okoye", DROWN),
         ("Second quay", "dock workers", VOTE, "Mara Okoye", DROWN)],
    ),
    "first-to-say": (
        {"proposal": "Second quay"},
        "date name stance words article",
        [
            ("2025-03-02", "Jonas Brandt", "support", "the town needs the quay", VOTE),
            ("2025-03-02", "Mara Okoye", "oppose", DROWN, VOTE),
            ("2025-03-02", "dock workers", "support", "dock workers welcome a second quay", VOTE),
            ("2025-06-20", "Mara Okoye", "conditional", MOVED, AGAIN),
        ],
    ),
    "most-quoted": (
        {"until": "2025-05-01"},
        "who kind claims own_words articles",
        [
            ("Mara Okoye", "person", "3", "2", "2"),
            ("Jonas Brandt", "person", "1", "0", "1"),
            ("Northern Gazette", "organisation", "1", "0", "1"),
            ("dock workers", "group", "1", "0", "1"),
            ("people close to the talks", "group", "1", "0", "1"),
        ],
    ),
    "one-sided-articles": (
        {},
        "article about side positions",
        [(MEALS, "Free school meals", "in favour", "2")],
    ),
    "events": (
        {"code": "CONSULT"},
        "event code parties place time words article",
        [
            ("Mara Okoye, dock workers: meet", "CONSULT", "Mara Okoye, dock workers", "lighthouse", "2025-06-14",
             "Mara Okoye met dock workers at the lighthouse on 14 June", AGAIN),
        ],
    ),
    "quantities": (
        {"of": "QUAY"},
        "amount value counted_in of_what said_by article",
        [("£3 million", "3000000", "GBP", "second quay", None, AGAIN)],
    ),
    "overview": (
        {},
        "what number",
        [
            ("articles", "3"), ("publishers", "2"), ("first day", "2025-03-02"), ("last day", "2025-06-20"),
            ("people named", "2"), ("organisations named", "3"), ("countries named", "0"), ("groups named", "2"),
            ("roles", "2"), ("claims", "9"), ("positions", "7"), ("proposals with a position", "3"),
            ("candidates for the codebook", "1"), ("pieces of evidence", "32"),
        ],
    ),
    "positions-of": (
        {"who": "Mara Okoye"},
        "proposal stance date words article publisher confidence",
        [
            ("Free school meals", "support", "2025-04-10", "“cheap at any price”", MEALS, "Valley Times", "0.8"),
            ("Night ferry", "conditional", "2025-04-10", "A night ferry would help too", MEALS, "Valley Times", "0.8"),
            ("Second quay", "oppose", "2025-03-02", DROWN, VOTE, "Shore Post", "0.8"),
            ("Second quay", "conditional", "2025-06-20", MOVED, AGAIN, "Shore Post", "0.8"),
        ],
    ),
    "positions-over-time": (
        {"who": "Mara Okoye"},
        "month about support conditional undecided doubt oppose",
        [
            ("2025-03", "Second quay", "0", "0", "0", "0", "1"),
            ("2025-04", "Free school meals", "1", "0", "0", "0", "0"),
            ("2025-04", "Night ferry", "0", "1", "0", "0", "0"),
            ("2025-06", "Second quay", "0", "1", "0", "0", "0"),
        ],
    ),
    "proposals": (
        {},
        "proposal topic meaning positions",
        [
            ("Second quay", None, "Build a second quay in the old harbour.", "4"),
            ("Free school meals", None, None, "2"),
            ("Night ferry", None, None, "1"),
        ],
    ),
    "proposals-by-stance": (
        {},
        "proposal stance actors articles",
        [
            ("Free school meals", "support", "2", "1"),
            ("Second quay", "support", "2", "1"),
        ],
    ),
    "quotations-of": (
        {"who": "Mara Okoye", "until": "2025-05-01"},
        "date cue said quotation article",
        [
            ("2025-03-02", "warned", DROWN, "mixed", VOTE),
            ("2025-04-10", "praised", "“cheap at any price”", "direct", MEALS),
            ("2025-04-10", "said", "A night ferry would help too", "indirect", MEALS),
        ],
    ),
    "roles": (
        {},
        "actor role at words article",
        [
            ("Jonas Brandt", "chair", "Harbour Council", "chair of the Harbour Council", VOTE),
            ("Mara Okoye", "director", "Tern Institute", "director of the Tern Institute", VOTE),
        ],
    ),
    "second-hand": (
        {},
        "reported_by their_cue speaker cue said article publisher",
        [("Northern Gazette", "reports", "dock workers", "welcome", "a second quay. ", VOTE, "Shore Post")],
    ),
    "stance-of": (
        {"who": "Mara Okoye", "proposal": "Second quay"},
        "date stance words article publisher confidence",
        [
            ("2025-03-02", "oppose", DROWN, VOTE, "Shore Post", "0.8"),
            ("2025-06-20", "conditional", MOVED, AGAIN, "Shore Post", "0.8"),
        ],
    ),
    "to-check": (
        {"below": "0.5"},
        "statement who words confidence reason article",
        [("claim", None, "money is short", "0.4", "coded by hand", AGAIN)],
    ),
    "unopposed": (
        {},
        "proposal supporters articles article",
        [("Free school meals", "2", "1", MEALS), ("Night ferry", "1", "1", MEALS)],
    ),
    "what-a-quotation-supports": (
        {"words": "EELGRASS is"},
        "quotation statement who what article",
        [(MOVED, "claim", "Mara Okoye", MOVED, AGAIN),
         (MOVED, "position", "Mara Okoye", "conditional: Second quay", AGAIN)],
    ),
    "what-an-article-says": (
        {"article": "quay-vote"},
        "speaker cue said quotation passed_on_by",
        [
            ("Mara Okoye", "warned", DROWN, "mixed", None),
            ("Jonas Brandt", "said", TOWN_NEEDS, "indirect", None),
            ("Northern Gazette", "reports", "dock workers welcome a second quay", "indirect", None),
            ("dock workers", "welcome", "a second quay. ", "indirect", "Northern Gazette"),
            ("people close to the talks", "said", "the vote may slip", "indirect", None),
        ],
    ),
    "what-is": (
        {"proposal": "Second quay"},
        "what told",
        [
            ("name", "Second quay"), ("meaning", "Build a second quay in the old harbour."),
            ("also called", "a new quay"),
            ("in favour", "3"), ("undecided", "0"), ("against", "1"), ("articles", "2"),
        ],
    ),
    "who-is": (
        {"who": "Mara Okoye"},
        "what told",
        [
            ("name", "Mara Okoye"), ("kind", "person"), ("also called", "Okoye"), ("role", "director, Tern Institute"),
            ("articles", "3"), ("claims", "4"), ("positions", "4"),
        ],
    ),
    "who-quotes": (
        {"who": "Mara Okoye"},
        "publisher claims own_words articles first last",
        [("Shore Post", "2", "1", "2", "2025-03-02", "2025-06-20"),
         ("Valley Times", "2", "1", "1", "2025-04-10", "2025-04-10")],
    ),
    "who-speaks-for": (
        {"institution": "Harbour Council"},
        "who role claims articles",
        [("Jonas Brandt", "chair", "1", "1"), ("people close to the talks", None, "1", "1")],
    ),
    "who-stands-where": (
        {"proposal": "a new quay"},
        "who kind stance date words article",
        [
            ("Jonas Brandt", "person", "support", "2025-03-02", TOWN_NEEDS, VOTE),
            ("dock workers", "group", "support", "2025-03-02", "dock workers welcome a second quay", VOTE),
            ("Mara Okoye", "person", "conditional", "2025-06-20", MOVED, AGAIN),
            ("Mara Okoye", "person", "oppose", "2025-03-02", DROWN, VOTE),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", [query.name for query in saved_queries()])
def test_a_saved_query_gives_the_right_answer(store: Store, name: str) -> None:
    """Row by row, in its order."""
    values, columns, expected = EXPECTED[name]
    found = list(rows(store, name, values))
    cells = [tuple(getattr(row.get(column), "value", None) for column in columns.split()) for row in found]
    assert cells == expected


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_a_saved_query_says_what_it_is(store: Store, query: object) -> None:
    """A title, a description, and a description of each parameter, which is a variable of the query."""
    assert query.title and query.description and len(query.title) < 60  # type: ignore[attr-defined]
    for param in query.params:  # type: ignore[attr-defined]
        assert param.description
        assert f"?{param.name}" in query.text  # type: ignore[attr-defined]


def test_a_parameter_that_may_be_left_out_narrows_the_answer(store: Store) -> None:
    """Whether it is given or not, the query runs."""
    everything = list(rows(store, "disagreements"))
    assert len(everything) == 2
    assert len(list(rows(store, "disagreements", {"who": "dock workers"}))) == 1
    assert not list(rows(store, "disagreements", {"proposal": "Free school meals"}))
    assert len(list(rows(store, "most-quoted", {"since": "2025-06-01"}))) == 1
    assert not list(rows(store, "changes-of-mind", {"who": "Jonas Brandt"}))
    assert not list(rows(store, "one-sided-articles", {"least": "3"}))
    assert not list(rows(store, "events", {"code": "SANCTION"}))
    quay = {"proposal": "Second quay"}
    assert len(list(rows(store, "who-stands-where", {**quay, "stance": "support"}))) == 2
    assert len(list(rows(store, "who-stands-where", {**quay, "stance": "support", "kind": "group"}))) == 1
    assert len(list(rows(store, "who-stands-where", {**quay, "since": "2025-04-01"}))) == 1
    institute = rows(store, "who-stands-where", {**quay, "of": "Tern Institute"})
    assert {row["who"].value for row in institute} == {"Mara Okoye"}
    published = [row["publisher"].value for row in rows(store, "who-stands-where", {**quay, "publisher": "Shore Post"})]
    assert set(published) == {"Shore Post"}
    assert list(rows(store, "who-stands-where", {**quay, "publisher": "Tern Times"})) == []
    assert len(list(rows(store, "positions-of", {"who": "Mara Okoye", "until": "2025-03-30"}))) == 1
    assert len(list(rows(store, "most-quoted", {"kind": "group"}))) == 2
    assert len(list(rows(store, "first-to-say", {**quay, "stance": "oppose"}))) == 1
    assert len(list(rows(store, "proposals", {"about": "MEALS"}))) == 1
    assert len(list(rows(store, "compare", {"who": "Brandt", "other": "Okoye", "relation": "disagree"}))) == 1
    assert len(list(rows(store, "compare", {"who": "Brandt", "other": "Okoye", "proposal": "Second quay"}))) == 2
    assert len(list(rows(store, "second-hand", {"who": "dock workers"}))) == 1
    assert not list(rows(store, "second-hand", {"who": "Mara Okoye"}))
    assert len(list(rows(store, "proposals-by-stance", {"stance": "oppose"}))) == 1
    assert len(list(rows(store, "events", {"since": "2025-06-14", "until": "2025-06-14"}))) == 1
    assert not list(rows(store, "events", {"since": "2025-06-15"}))
    assert len(list(rows(store, "who-quotes", {"who": "Mara Okoye", "since": "2025-04-01"}))) == 2


def test_what_somebody_says_of_somebody_else() -> None:
    """Claims that mention them, and no others."""
    with open_store(":memory:", write=True) as own:
        fill(own)
        own.update(
            f"INSERT {{ GRAPH ?g {{ ?claim cg:mentions <{COUNCIL.id}> }} }} WHERE "
            "{ GRAPH ?g { ?claim cg:content/oa:hasSelector/oa:exact 'A night ferry would help too' } }"
        )
        said = rows(own, "quotations-of", {"who": "Mara Okoye", "about": "Harbour Council"})
        assert [row["said"].value for row in said] == ["A night ferry would help too"]  # type: ignore[union-attr]
        assert not list(rows(own, "quotations-of", {"who": "Mara Okoye", "about": "Jonas Brandt"}))
        assert len(list(rows(own, "quotations-of", {"who": "Mara Okoye"}))) > 1


def test_a_parameter_of_a_few_words_takes_no_other(store: Store) -> None:
    """The message says which there are."""
    with pytest.raises(InputError, match="'mauve' is not one of support, conditional, undecided, doubt, oppose"):
        list(rows(store, "who-stands-where", {"proposal": "Second quay", "stance": "mauve"}))


def test_the_list_names_every_query_and_its_parameters() -> None:
    """As `claimgraph queries` shows it."""
    text = listing()
    for query in saved_queries():
        assert re.search(rf"^{query.name}$", text, re.MULTILINE)
        assert all(f"-p {param.name}=" in text for param in query.params)
    assert "SELECT" in listing("positions-of")


def test_a_name_that_is_nearly_right_is_met_with_the_right_one() -> None:
    """For a typing slip."""
    with pytest.raises(QueryError, match="did you mean positions-of"):
        find_query("position-of")


def test_a_header_that_cannot_be_understood_is_refused() -> None:
    """A parameter's type is one of a few."""
    with pytest.raises(InputError, match=r"param: who person .* is not understood"):
        parse("# param: who person Whom\nSELECT * { ?who ?p ?o }")


def test_every_query_can_be_bound_with_all_its_parameters() -> None:
    """Each variable occurs where VALUES reaches it."""
    from pyoxigraph import NamedNode

    for query in saved_queries():
        values = {param.name: NamedNode("urn:x") for param in query.params}
        assert all(f"VALUES ?{name} " in bind(query.text, values) for name in values)

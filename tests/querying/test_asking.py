"""Questions in English: understood as the right saved query, or refused; never half understood."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.querying import rows, saved_queries
from graph.querying.asking import understand
from graph.querying.asking.naming import Names
from graph.querying.asking.page import page
from graph.querying.asking.patterns import Pattern, patterns_of
from graph.querying.asking.times import periods
from graph.querying.asking.wording import PLACE
from graph.querying.saved import parse
from graph.store import Store
from graph.vocabulary import BASE
from tests.querying.town import BRANDT, QUAY

HERE = Path(__file__).parent
FIRST = yaml.safe_load((HERE / "first_questions.yaml").read_text(encoding="utf-8"))
LATER = yaml.safe_load((HERE / "later_questions.yaml").read_text(encoding="utf-8"))
FURTHER = yaml.safe_load((HERE / "further_questions.yaml").read_text(encoding="utf-8"))


def wordings(part: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The wordings of a part of a file of questions."""
    return [wording for question in part for wording in question["wordings"]]


def answer_to(store: Store, question: str) -> tuple[str | None, dict[str, str]]:
    """The query and the values that a question is understood as, IRIs cut as the files of questions have them."""
    asked = understand(store, question)
    cut = {name: value.strip("<>").removeprefix(BASE) for name, value in asked.values.items()}
    return asked.query.name, {name: value.removeprefix("proposal/") for name, value in cut.items()}


def expected(wording: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """What a file of questions says of a wording."""
    return wording["query"], wording.get("values", {})


@pytest.mark.parametrize("wording", wordings(FIRST["town"]), ids=lambda one: one["ask"])
def test_what_is_asked_first_of_the_town(store: Store, wording: dict[str, Any]) -> None:
    """The right query with the right values, which it can be run with."""
    assert answer_to(store, wording["ask"]) == expected(wording)
    asked = understand(store, wording["ask"])
    assert list(rows(store, asked.query.name or "", asked.values)) or wording["query"] == "changes-of-mind"


@pytest.mark.parametrize("wording", wordings(FIRST["sample"]), ids=lambda one: one["ask"])
def test_what_an_analyst_asks_first(sample: Store, wording: dict[str, Any]) -> None:
    """Twelve questions in three wordings each."""
    assert answer_to(sample, wording["ask"]) == expected(wording)


@pytest.mark.parametrize("wording", wordings(FURTHER["sample"]), ids=lambda one: one["ask"])
def test_further_wordings(sample: Store, wording: dict[str, Any]) -> None:
    """What was right once stays right, and what the graph cannot tell apart is refused."""
    if wording["query"] == "REFUSED":
        with pytest.raises(InputError):
            understand(sample, wording["ask"])
    else:
        assert answer_to(sample, wording["ask"]) == expected(wording)


@pytest.mark.parametrize("wording", wordings(LATER["sample"]), ids=lambda one: one["ask"])
def test_later_wordings(sample: Store, wording: dict[str, Any]) -> None:
    """What was right stays right; what is not is refused, but for a few that are written down."""
    if wording.get("wrong") == "REFUSED":
        with pytest.raises(InputError):
            understand(sample, wording["ask"])
    else:
        assert (answer_to(sample, wording["ask"]) == expected(wording)) != ("wrong" in wording)


@pytest.mark.parametrize(
    ("question", "query", "values"),
    [
        ("I wonder who might be unhappy about the second quay", "who-stands-where",
         {"proposal": "second-quay", "stance": "oppose"}),
        ("the second quay: who is undecided?", "who-stands-where", {"proposal": "second-quay", "stance": "undecided"}),
        ("on the second quay, what could Okoye be thinking", "stance-of",
         {"who": "person/mara-okoye", "proposal": "second-quay"}),
        ("are there any articles in which we read about Okoye", "articles-naming", {"who": "person/mara-okoye"}),
    ],
)  # fmt: skip
def test_a_question_is_understood_by_its_gist(store: Store, question: str, query: str, values: dict[str, str]) -> None:
    """In whatever order its words stand, where no way of asking fits; it is told apart."""
    assert answer_to(store, question) == (query, values)
    assert understand(store, question).by_gist
    assert not understand(store, "who opposes the second quay").by_gist


@pytest.mark.parametrize(
    ("question", "query", "values"),
    [
        ("according to the Shore Post, who supports the second quay?", "who-stands-where",
         {"proposal": "second-quay", "stance": "support", "publisher": "Shore Post"}),
        ("what did Okoye say in the valley  times", "quotations-of",
         {"who": "person/mara-okoye", "publisher": "Valley Times"}),
        ("articles by the Shore Post since March 2025", "articles",
         {"since": "2025-03-01", "publisher": "Shore Post"}),
        ("which experts of the Tern Institute oppose the second quay", "who-stands-where",
         {"proposal": "second-quay", "stance": "oppose", "of": "org/tern-institute"}),
        ("what do Harbour Council members think of the second quay", "who-stands-where",
         {"proposal": "second-quay", "of": "org/harbour-council"}),
        ("has anyone at the Harbour Council come out for the second quay", "who-stands-where",
         {"proposal": "second-quay", "stance": "support", "of": "org/harbour-council"}),
    ],
)  # fmt: skip
def test_a_question_may_be_limited_to_a_publisher_or_to_members(
    store: Store, question: str, query: str, values: dict[str, str]
) -> None:
    """Each limit is a value of the query."""
    assert answer_to(store, question) == (query, values)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("according to the Tern Times, who supports the second quay?", "can follow “according”"),
        ("which claims are uncertain according to the Shore Post", "cannot be asked for a publisher"),
        ("which senators oppose the second quay", "called 'which senators'"),
        ("which councils oppose the second quay", "called 'which councils'"),
        ("who at the Council of Tern supports the second quay", "called 'who at the Council of Tern'"),
    ],
)
def test_a_limit_that_cannot_be_followed_is_refused(store: Store, question: str, words: str) -> None:
    """It is never answered as if the limit were not there."""
    with pytest.raises(InputError, match=words):
        understand(store, question)


@pytest.mark.parametrize(
    ("question", "read_as"),
    [
        ("dose Okoye opose the second quay", "does Okoye oppose the second quay"),
        ("wich countries suport the second quay", "which countries support the second quay"),
        ("who is agianst the second quay", "who is against the second quay"),
        ("Waht did Okoye say", "what did Okoye say"),
    ],
)
def test_slips_in_the_words_of_a_question_are_mended(store: Store, question: str, read_as: str) -> None:
    """Where nothing else can be meant; what it was read as is told."""
    asked = understand(store, question)
    assert (asked.read_as, asked[:3]) == (read_as, understand(store, read_as)[:3])


@pytest.mark.parametrize("question", ["who wrote a pome", "who suports Cats", "who opoosses the second quay"])
def test_what_may_be_several_words_is_not_mended(store: Store, question: str) -> None:
    """And what no mending makes a question of is refused as it was written."""
    with pytest.raises(InputError, match=question):
        understand(store, question)


@pytest.mark.parametrize(
    "question",
    [
        "who opposes Okoye", "who supports Harbour Council", "which articles does Okoye write", "how old is Okoye",
        "is the second quay a good idea", "who pays for the second quay", "did Okoye meet Brandt in Paris",
        "what changed", "who is richer, Okoye or Brandt", "how often does Okoye speak", "what is the weather of Tern",
        "who opposes the second quay and free school meals", "when will the second quay be decided",
        "who argues 'drown the eelgrass' about the second quay", "what does Okoye think about Brandt",
    ],
)  # fmt: skip
def test_the_gist_of_another_question_is_not_taken(store: Store, question: str) -> None:
    """What no saved query answers is refused, though it names what the store has."""
    with pytest.raises(InputError):
        understand(store, question)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who does not oppose the second quay", "can follow “not”"),
        ("who doesn't oppose the second quay", "can follow “doesn't”"),
        ("who isn’t in favour of the second quay", "can follow “isn't”|can follow “isn’t”"),
        ("who never supported a new quay", "can follow “never”"),
        ("who only supports the second quay", "can follow “only”"),
        ("why does Okoye oppose the second quay", "can follow “why”"),
        ("who supports neither the quay nor the ferry", "“neither”, “nor”"),
        ("what is the weather", "No proposal or actor in the store is called 'weather'"),
        ("will it rain tomorrow", "“rain”, “tomorrow” is not understood"),
        ("who opposes the third quay", "called 'third quay'; the closest: Second quay"),
        ("who opposes it", "'it' names nothing by itself"),
        ("who opposes the second quay and the night ferry", "No proposal in the store is called"),
        ("who opposes the second quay most", "No proposal in the store is called 'second quay most'"),
        ("what did Mara Okoye say yesterday", "“yesterday” is not understood"),
        ("what did Mara Okoye say since March", "“March” is not understood"),
        ("which proposals are most contested in 2025", "cannot be asked for a time"),
        ("what did Okoye say until 2025-02-30", "'2025-02-30' is no day of the calendar"),
        ("what does Marta Kohl think of the second quay", "No actor in the store is called 'Marta Kohl'"),
        ("who opposes id:proposal/none", "holds no proposal"),
        ("who", "No saved query is asked for like 'who'"),
        ("?", "No saved query is asked for like"),
        ("", "No saved query is asked for like"),
        ("who opposes \udcff", "no UTF-8"),
        ("who opposes " + "the quay of " * 70, "ask in at most 60"),
    ],
)
def test_what_is_not_understood_is_refused(store: Store, question: str, words: str) -> None:
    """The message says what stands against it, and is one line."""
    with pytest.raises(InputError, match=words) as caught:
        understand(store, question)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("question", "query", "values"),
    [
        ("Mara Okoye", "who-is", {"who": "person/mara-okoye"}),
        ("Okoye?", "who-is", {"who": "person/mara-okoye"}),
        ("the second quay", "what-is", {"proposal": "second-quay"}),
        ("“Council splits over the quay”", "what-an-article-says", {"article": "article/quay-vote"}),
    ],
)
def test_a_name_alone_asks_who_or_what_that_is(store: Store, question: str, query: str, values: dict[str, str]) -> None:
    """As in the field of a search."""
    assert answer_to(store, question) == (query, values)


@pytest.mark.parametrize("question", ["quay ferry", "dock", "no Okoye", "Okoye dock workers"])
def test_a_name_alone_is_not_guessed(store: Store, question: str) -> None:
    """A word of a name, two names and a denial are none."""
    with pytest.raises(InputError):
        understand(store, question)


def test_a_refusal_names_the_nearest_questions_with_what_was_recognised(store: Store) -> None:
    """Two or three, which can be asked as they stand."""
    with pytest.raises(InputError) as caught:
        understand(store, "who does not oppose the second quay")
    near = [one for one in re.findall("“([^”]+)”", str(caught.value)) if "ACTOR" not in one and one != "not"]
    assert near[0] == "who opposes Second quay"
    for question in near:
        assert understand(store, question).values["proposal"] == f"<{QUAY.id}>"


def test_a_name_that_may_be_several_lists_them(sample: Store) -> None:
    """And a part of a proposal's name is not taken for its contrary."""
    with pytest.raises(InputError, match=r"'Kim' may be Kim Jong Un .*; or "):
        understand(sample, "what does Kim want")
    with pytest.raises(InputError, match=r"'tariff on China' may be Cut the tariff on China .*; or 145% tariffs"):
        understand(sample, "who opposes the tariff on China")
    with pytest.raises(InputError, match="'tariffs on steel' may be the contrary of 'Lift the"):
        understand(sample, "who opposes tariffs on steel")


@pytest.mark.parametrize(
    ("question", "query", "values"),
    [
        ("WHO OPPOSES THE SECOND QUAY?!", "who-stands-where", {"proposal": "second-quay", "stance": "oppose"}),
        ("who’s against a new quay", "who-stands-where", {"proposal": "second-quay", "stance": "oppose"}),
        ("who doubts “second quay”", "who-stands-where", {"proposal": "second-quay", "stance": "doubt"}),
        ("which groups welcome the second quay", "who-stands-where",
         {"proposal": "second-quay", "stance": "support", "kind": "group"}),
        ("who supported the second quay since March 2025", "who-stands-where",
         {"proposal": "second-quay", "stance": "support", "since": "2025-03-01"}),
        ("in 2025, who supported the second quay", "who-stands-where",
         {"proposal": "second-quay", "stance": "support", "since": "2025-01-01", "until": "2025-12-31"}),
        ("what would Okoye think of the second quay", "stance-of",
         {"who": "person/mara-okoye", "proposal": "second-quay"}),
        ("does Ms Okoye support or oppose the second quay", "stance-of",
         {"who": "person/mara-okoye", "proposal": "second-quay"}),
        ("please tell me what Mara Okoie thinks about the secnd quay", "stance-of",
         {"who": "person/mara-okoye", "proposal": "second-quay"}),
        ("what does id:person/mara-okoye think of id:proposal/second-quay?", "stance-of",
         {"who": "person/mara-okoye", "proposal": "second-quay"}),
        ("which articles are one-sided with at least three positions", "one-sided-articles", {"least": "3"}),
        ("which claims have a confidence below 0.5", "to-check", {"below": "0.5"}),
        ('who said "drown the eelgrass"', "what-a-quotation-supports", {"words": "drown the eelgrass"}),
        ("what does quay-vote say", "what-an-article-says", {"article": "article/quay-vote"}),
        ("what is Tern", "who-is", {"who": "org/tern-institute"}),
    ],
)  # fmt: skip
def test_a_question_may_be_put_in_many_ways(store: Store, question: str, query: str, values: dict[str, str]) -> None:
    """Case, contractions, marks, titles, slips of the pen, times, numbers, IRIs."""
    assert answer_to(store, question) == (query, values)


def test_what_was_not_written_as_in_the_graph_is_told(store: Store) -> None:
    """So that a slip that was mended can be seen; a surname needs no telling."""
    assert understand(store, "what does Mara Okoie want").heard == {"who": "Mara Okoie"}
    assert understand(store, "what does Okoye want").heard == {}
    assert understand(store, "what does Okoye want").called == {"who": "Mara Okoye"}
    assert understand(store, "what does Brandt want").values == {"who": f"<{BRANDT.id}>"}


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_every_saved_query_can_be_asked_for(store: Store, query: Any) -> None:
    """In each of its ways, written out, and no other query is asked for in the same words."""
    assert len(query.asks) > 1
    names = Names(store)
    for pattern in patterns_of(query):
        for text in itertools.islice(written_out(pattern.text), 12):
            asked = understand(store, filled(pattern, text), names)
            assert (asked.query.name, dict(pattern.fixed).items() <= dict(asked.values).items()) == (query.name, True)


def written_out(text: str) -> Iterator[str]:
    """A pattern with each of its choices."""
    choice = re.search(r"\[[^\[\]()]*\]|\([^\[\]()]*\)", text)
    if choice is None:
        yield text
        return
    options = choice[0][1:-1].split("|") + ([""] if choice[0].startswith("[") else [])
    for option in options:
        yield from written_out(text[: choice.start()] + option + text[choice.end() :])


def filled(pattern: Pattern, text: str) -> str:
    """A pattern with names of the town in its slots."""
    types = {param.name: param.type for param in pattern.query.params}
    named = {
        "actor": iter(["Mara Okoye", "Harbour Council"]), "proposal": iter(["Second quay"]),
        "article": iter(["quay-vote"]), "integer": iter("3"), "number": iter(["0.5"]), "text": iter(["eelgrass"]),
        "stance": iter(["opposes", "supports"]), "kind": iter(["countries"]),
    }  # fmt: skip
    return PLACE.sub(lambda slot: slot[0].replace(slot[0].strip('"'), next(named[types.get(slot[1], slot[1])])), text)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("# ask: what does {whom} want", "has no parameter whom"),
        ("# ask: what (does {who} want", "a bracket is not closed"),
        ("# ask: what does {who}) want", "closes what was not opened"),
        ("# ask: what does [{who} want)", "a bracket is not closed"),
    ],
)
def test_a_way_of_asking_that_cannot_be_understood_is_refused(header: str, words: str) -> None:
    """As every header is."""
    query = parse(f"# param: who actor Whom\n{header}\nSELECT * {{ ?who ?p ?o }}")
    with pytest.raises(InputError, match=words):
        list(patterns_of(query))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("since March 2025", {"since": "2025-03-01"}),
        ("after May 2025", {"since": "2025-06-01"}),
        ("before 2025-04-01", {"until": "2025-03-31"}),
        ("until Feb 2024", {"until": "2024-02-29"}),
        ("up to 2025", {"until": "2025-12-31"}),
        ("in the year 2025", {"since": "2025-01-01", "until": "2025-12-31"}),
        ("on 2 March 2025", {"since": "2025-03-02", "until": "2025-03-02"}),
        ("between March and June 2025", {"since": "2025-03-01", "until": "2025-06-30"}),
        ("from March 2, 2025 to 2025-04", {"since": "2025-03-02", "until": "2025-04-30"}),
        ("since May", None),
        ("the 2025 plan", None),
        ("in 2025-style", None),
    ],
)
def test_times(text: str, values: dict[str, str] | None) -> None:
    """Days, months and years, from their first to their last day; nothing where the year is not told."""
    assert [period.values for period in periods(text)] == ([values] if values else [])


HOSTILE = st.text(st.sampled_from("ab\"'“”{}<>[]()|\\/;:.#?%\x00\x1b\x9b\n\t 'é٣") | st.characters(), max_size=30)


@settings(deadline=None, max_examples=60)
@given(
    HOSTILE, st.sampled_from(["who opposes {}", "what does {} think of {}", "{}", 'who said "{}"', "who is {} in {}"])
)
def test_whatever_is_asked_is_answered_or_refused(store: Store, text: str, form: str) -> None:
    """No text becomes SPARQL, and none is repeated with what would move the cursor of a terminal."""
    try:
        asked = understand(store, form.replace("{}", text))
    except InputError as error:
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", str(error))
    else:
        list(rows(store, asked.query.name or "", asked.values))


@pytest.mark.parametrize(
    "name", ['" } DROP ALL #', "a} UNION {?s ?p ?o", "<http://x/>", "\\u007d", "'; rm -rf /", "\x1b[2J", "${HOME}"]
)
def test_injected_names_are_names(store: Store, name: str) -> None:
    """They are looked for, and not found."""
    with pytest.raises(InputError):
        understand(store, f"what does Okoye think of {name}")


def test_the_page_of_what_can_be_asked_is_the_one_that_the_headers_give() -> None:
    """`make asking-doc` was run after the last change."""
    written = (HERE.parents[1] / "docs" / "asking.md").read_text(encoding="utf-8")
    assert written == page(), "docs/asking.md is out of date: run `make asking-doc`"

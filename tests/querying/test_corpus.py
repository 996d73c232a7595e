"""The made-up corpus of the benchmarks: sound, skewed, and the same every time."""

from collections import Counter

import pytest

from graph.querying import rows, saved_queries
from graph.store import Store, open_store
from graph.validation import validate
from tests.benchmarks.corpus import World, quads_of, readings, world_of


@pytest.fixture(scope="module")
def world() -> World:
    """What 400 claims are about."""
    return world_of(400)


@pytest.fixture(scope="module")
def corpus(world: World) -> Store:
    """A store of these claims."""
    store = open_store(":memory:", write=True)
    store.add(quads_of(world))
    return store


def test_a_corpus_has_the_shapes_of_the_ontology_and_proves_its_quotations(corpus: Store) -> None:
    """As what `build` writes has."""
    assert list(validate(corpus)) == []


def test_a_corpus_is_the_same_every_time() -> None:
    """Claim by claim, and of the size that was asked for."""
    once, again = (list(readings(world_of(150))) for _ in range(2))
    assert once == again
    assert sum(len(reading.claims) for reading in once) == 150


def test_few_are_met_often() -> None:
    """One actor in a hundred holds more than a twelfth of all positions, and half of all hold none."""
    world = world_of(3000)
    held = Counter(position.holder for reading in readings(world) for position in reading.positions)
    often = sum(number for _, number in held.most_common(len(world.actors) // 100))
    assert often > held.total() / 12
    assert len(held) < len(world.actors) * 0.7


def test_every_saved_query_finds_something(corpus: Store, world: World) -> None:
    """So that measuring it means something."""
    whole = next(iter(corpus.query("SELECT ?whole { ?who cg:affiliatedWith ?whole } ORDER BY ?whole")))["whole"].value
    asked = {"who": world.actors[0].label, "proposal": world.proposals[0].label, "article": "article-000003",
             "institution": whole, "words": "million",
             "other": world.actors[1].label, "stance": "support"}  # fmt: skip
    for query in saved_queries():
        values = {param.name: asked[param.name] for param in query.params if param.default is None}
        assert next(rows(corpus, query.name or "", values), None), query.name


@pytest.mark.parametrize("query", ["second-hand", "anonymous-sources", "what-an-article-says"])
def test_words_that_something_interrupts_keep_their_order(corpus: Store, world: World, query: str) -> None:
    """As they stand in the article."""
    texts = [reading.article.text for reading in readings(world)]
    values = {"article": "article-000003"} if query == "what-an-article-says" else {}
    said = [row["said"].value.split(" … ") for row in rows(corpus, query, values)]  # type: ignore[union-attr]
    interrupted = [pieces for pieces in said if len(pieces) == 2]
    assert interrupted
    for first, second in interrupted:
        assert any(first in text and second in text[text.index(first) :] for text in texts), (first, second)

"""What comes back from a store is what was written to it."""

from collections.abc import Iterator

import pytest

from graph.mapping import quads
from graph.networks.reading import read_debate, read_texts
from graph.store import Store, open_store
from tests.networks.made_up import MINT, debate_of, small, texts_of


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A store with the small debate."""
    with open_store(":memory:", write=True) as found:
        for reading in small():
            found.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
        yield found


def test_statements_come_back_with_their_words_and_their_day(store: Store) -> None:
    """Every position keeps holder, proposal, stance, confidence, reason, claims and evidence."""
    assert read_debate(store).statements == debate_of(small()).statements


def test_claims_come_back_with_speaker_source_cue_content_and_chain(store: Store) -> None:
    """Every claim keeps its parts and the claim that passes it on."""
    assert read_debate(store).claims == debate_of(small()).claims


def test_actors_proposals_and_articles_come_back(store: Store) -> None:
    """Labels, kinds, aliases, definitions, publishers and dates are those that were written."""
    found, wanted = read_debate(store), debate_of(small())
    assert found.actors == wanted.actors
    assert found.proposals == wanted.proposals
    assert found.articles == wanted.articles
    assert [m.role for m in found.memberships] == ["runs"]


def test_the_texts_are_those_of_the_articles(store: Store) -> None:
    """Text is the same to the character, so that quotations can be proved against it."""
    assert read_texts(store) == texts_of(small())


def test_two_readings_of_one_store_are_the_same(store: Store) -> None:
    """The order of rows does not depend on the engine's mood."""
    assert repr(read_debate(store)) == repr(read_debate(store))


def test_without_words_the_statements_are_the_same_but_for_their_proof(store: Store) -> None:
    """Measures read less and count the same."""
    bare = read_debate(store, words=False)
    assert [(s.id, s.position.stance, s.day) for s in bare.statements] == [
        (s.id, s.position.stance, s.day) for s in read_debate(store).statements
    ]
    assert bare.claims == {}

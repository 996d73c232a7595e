"""A capital that is named for its government, in a store that has the country."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.mapping import actor_quads
from graph.model import Actor
from graph.querying.asking import understand
from graph.querying.labels import find
from graph.store import Store, open_store
from graph.vocabulary import iri
from tests.querying.test_command import run
from tests.querying.town import MINT, actor

USA = Actor(iri("id:country/USA"), "United States", "Country")
JAMAICA = Actor(iri("id:country/JAM"), "Jamaica", "Country")
POST, POET = actor("Organization", "Washington Post"), actor("Person", "Ida Kingston")
SINGAPORE = Actor(iri("id:country/SGP"), "Singapore", "Country")


def fill(store: Store) -> None:
    """Countries, and others with a seat in their name."""
    store.replace_graph("urn:g", actor_quads([USA, JAMAICA, POST, POET, SINGAPORE], MINT))


@pytest.fixture
def world() -> Iterator[Store]:
    """A store of these actors."""
    with open_store(":memory:", write=True) as opened:
        fill(opened)
        yield opened


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Washington", USA), ("washington", USA), ("Washington Post", POST), ("Singapore", SINGAPORE), ("Ida", POET)],
)
def test_a_seat_of_government_is_its_country(world: Store, text: str, meant: Actor) -> None:
    """Rather than a newspaper that has it in its name."""
    assert find(world, text, ("actor",)).iri == find(world, text).iri == meant.id


def test_a_seat_that_is_a_surname_too_is_not_guessed(world: Store) -> None:
    """Both are named."""
    with pytest.raises(InputError, match=r"Jamaica .*; or Ida Kingston"):
        find(world, "Kingston", ("actor",))
    with pytest.raises(InputError, match=r"Jamaica .*; or Ida Kingston"):
        understand(world, "what does Kingston think")


def test_a_seat_of_no_country_of_the_store_is_looked_for_as_a_name(world: Store) -> None:
    """Nothing is answered for a country that no article speaks of."""
    with pytest.raises(InputError, match="Nothing in the store is called 'Seoul'"):
        find(world, "Seoul", ("actor",))
    with pytest.raises(InputError, match="called 'Washington'"):
        find(world, "Washington", ("proposal",))


def test_it_is_said_what_a_seat_was_taken_for(tmp_path: Path) -> None:
    """By the query on standard error, by a question in its first line, and not where the name is the country's."""
    with open_store(tmp_path / "store", write=True) as opened:
        fill(opened)
    query = run(tmp_path / "store", "query", "who-is", "-p", "who=Washington", "--format", "csv")
    assert "Washington is taken for United States, whose seat of government it is" in query.stderr
    assert "United States" in query.stdout
    question = run(tmp_path / "store", "ask", "who is Washington")
    assert "“Washington” is United States." in question.stderr
    assert run(tmp_path / "store", "query", "who-is", "-p", "who=Singapore").stderr == ""

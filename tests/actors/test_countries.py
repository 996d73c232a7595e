"""Countries under their names, adjectives and capitals."""

import pycountry
import pytest

from graph.actors import load_authority
from tests.actors.asking import labels


def test_every_country_of_the_iso_list_is_there() -> None:
    """All 249, under their three letters."""
    codes = {a.notation for a in load_authority().actors.values() if a.kind == "Country"}
    assert {c.alpha_3 for c in pycountry.countries} <= codes


def test_no_name_stands_for_two_actors() -> None:
    """A name of the authority file is unambiguous."""
    known = load_authority()
    meant: dict[str, set[str]] = {}
    for actor in known.actors.values():
        for name in (actor.label, *actor.aliases):
            meant.setdefault(name, set()).add(actor.id)
    assert {name: actors for name, actors in meant.items() if len(actors) > 1} == {}


@pytest.mark.parametrize("name", ["South Korea", "the Republic of Korea", "the ROK", "Korea", "S. Korea"])
def test_a_country_has_many_names(read, name: str) -> None:
    """All of them mean the same country."""
    assert labels(read(f"The envoys of {name} signed the pact."), "Country") == {"South Korea"}


@pytest.mark.parametrize(
    "text",
    [
        "Seoul has proposed a new round of talks.",
        "The ministers resumed talks with Seoul.",
        "They are waiting for Seoul's decision.",
        "The ruling prompted Seoul to call for a meeting.",
        "An accord between Seoul and Hanoi is near.",
    ],
)
def test_a_capital_that_acts_is_its_country(read, text: str) -> None:
    """A government is called by its capital."""
    assert "South Korea" in labels(read(text), "Country")


@pytest.mark.parametrize(
    "text",
    [
        "The delegates met in Seoul on Friday.",
        "She flew to Seoul after the vote.",
        "The streets of Seoul were empty.",
        "Seoul's restaurants were full.",
        "He told reporters in Seoul that the plan had failed.",
        "Seoul is a large city.",
    ],
)
def test_a_capital_as_a_place_is_no_actor(read, text: str) -> None:
    """Where something happens does nothing."""
    assert labels(read(text), "Country") == set()


def test_a_dateline_names_no_actor(read) -> None:
    """Neither the place nor the agency."""
    cast = read("SEOUL (Reuters) - The ferry operator has cut its fares.")
    assert cast.mentions == ()


def test_korea_in_a_text_on_the_north_is_not_the_south(read) -> None:
    """A short name that may be another country's is left out where only that other one is named."""
    cast = read("North Korea fired a missile. Korea has done so before.")
    assert labels(cast, "Country") == {"North Korea"}


def test_georgia_is_a_country_only_where_the_text_says_so(read) -> None:
    """It is also a state of the US."""
    assert labels(read("The company is building a plant in Georgia."), "Country") == set()
    assert labels(read("Georgia has recalled its envoy, the Georgian ministry said in Tbilisi."), "Country") == {
        "Georgia"
    }


def test_an_adjective_stands_for_its_country_beside_people(read) -> None:
    """Dutch officials speak for their country; a Dutch oven does not."""
    assert labels(read("Dutch officials opposed the plan."), "Country") == {"Netherlands"}
    assert labels(read("He cooked it in a Dutch oven."), "Country") == set()


def test_brussels_may_be_the_union(read) -> None:
    """A seat may stand for an organisation."""
    assert labels(read("Brussels has rejected the offer."), "Organization") == {"European Union"}

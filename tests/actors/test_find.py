"""Who is named in an article."""

from graph.actors import Cast


def labels(cast: Cast, kind: str) -> set[str]:
    """The labels of the actors of one kind."""
    return {a.label for a in cast.actors() if a.kind == kind}


def test_a_person_is_one_actor_under_full_name_and_surname(read) -> None:
    """A surname after the full name means the same person."""
    cast = read("Maria Okafor spoke to the council on Monday. Okafor said that the bridge was safe.")
    assert labels(cast, "Person") == {"Maria Okafor"}
    assert [m.reason for m in cast.mentions if m.span.text == "Okafor"] == ["surname of Maria Okafor"]


def test_a_capital_is_its_country_only_where_it_acts(read) -> None:
    """Seoul that plans is South Korea; Seoul where one meets is a place."""
    assert labels(read("Seoul has proposed a new round of talks."), "Country") == {"South Korea"}
    assert labels(read("The delegates met in Seoul on Friday."), "Country") == set()

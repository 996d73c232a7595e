"""Phrases that take up several actors."""

import pytest

from graph.actors import Cast

PAIR = "Nils Holm, the mayor of Vik, met Sara Dahl, the mayor of Sund. "


def labels(cast: Cast, phrase: str) -> list[str]:
    """The labels of the actors that the last occurrence of a source means."""
    start = cast.parsed.article.text.rindex(phrase)
    return [cast.actor(m.actor).label for m in cast.speakers_of(start, start + len(phrase))]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (PAIR + "Both mayors want the bridge.", "Both mayors", ["Nils Holm", "Sara Dahl"]),
        (PAIR + "The two politicians want the bridge.", "The two politicians", ["Nils Holm", "Sara Dahl"]),
        (PAIR + "The pair said it was needed.", "The pair", ["Nils Holm", "Sara Dahl"]),
        ("Norway and Iceland met in Vik. The two countries said they would wait.", "The two countries",
         ["Norway", "Iceland"]),
        ("Norway and Iceland asked for time. They said it was needed.", "They", ["Norway", "Iceland"]),
        ("Norway and Iceland asked for time. Their paper says that herring is rare.", "Their paper",
         ["Norway", "Iceland"]),
        ("In a study, Nils Holm and Sara Dahl counted the herring. The authors warn of a bad year.", "The authors",
         ["Nils Holm", "Sara Dahl"]),
        ("Nils Holm and Sara Dahl said it was needed.", "Nils Holm and Sara Dahl", ["Nils Holm", "Sara Dahl"]),
        ("The engineers Nils Holm and Sara Dahl measured the bridge.", "The engineers Nils Holm and Sara Dahl",
         ["Nils Holm", "Sara Dahl"]),
        ("The novelist and the mayor said so.", "The novelist and the mayor", ["mayor", "novelist"]),
    ],
)  # fmt: skip
def test_a_plural_takes_up_those_named(read, text: str, phrase: str, expected: list[str]) -> None:
    """Where the text has named exactly these."""
    assert sorted(labels(read(text), phrase)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            PAIR + "The ministers of the coast want the bridge.",
            "The ministers of the coast",
            ["ministers of the coast"],
        ),
        (PAIR + "Three engineers want the bridge.", "Three engineers", ["engineers"]),
        ("Nils Holm left early. The two politicians want the bridge.", "The two politicians", ["politicians"]),
    ],
)
def test_a_plural_that_nobody_fits_is_a_group(read, text: str, phrase: str, expected: list[str]) -> None:
    """Too few, or none so described."""
    assert labels(read(text), phrase) == expected


def test_two_roles_under_one_article_are_one_persons(read) -> None:
    """A body that is joined to a role is another speaker all the same."""
    assert labels(read("The novelist and critic said so."), "The novelist and critic") == ["novelist"]
    assert labels(read("The mayor and council said so."), "The mayor and council") == ["mayor", "council"]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Many older Germans oppose the tax.", "Many older Germans", ("older Germans", "Group")),
        ("Mexicans often say so.", "Mexicans", ("Mexicans", "Group")),
        ("The Germans oppose the tax.", "The Germans", ("Germany", "Country")),
        ("The French oppose the tax.", "The French", ("France", "Country")),
        ("The United States opposes the tax.", "The United States", ("United States", "Country")),
    ],
)
def test_some_of_a_people_are_not_their_country(read, text: str, phrase: str, expected: tuple[str, str]) -> None:
    """What some of them say is no stand of the state's; with "the" it may well be."""
    cast = read(text)
    (found,) = cast.speakers_of(text.index(phrase), text.index(phrase) + len(phrase))
    actor = cast.actor(found.actor)
    assert (actor.label, actor.kind) == expected
    assert expected[1] == "Country" or (actor.member_of or "").startswith("https://w3id.org/claimgraph/id/country/")


def test_one_who_is_asked_for_alone_is_nobody_where_several_are_meant(read) -> None:
    """A single answer would be half wrong."""
    cast = read(PAIR + "Both mayors want the bridge.")
    head = next(t for s in cast.parsed.sentences for t in s.tokens if t.text == "mayors")
    assert cast.who(head) is None
    assert len(cast.whom(head)) == 2


def test_the_authors_are_the_articles_own_unless_another_work_is_spoken_of(read) -> None:
    """A column's author, not a study's."""
    cast = read("The authors thank the harbour master.", authors=("Nils Holm", "Sara Dahl"))
    assert labels(cast, "The authors") == ["Nils Holm", "Sara Dahl"]
    cast = read("A study counted the herring. The authors warn of a bad year.", authors=("Nils Holm", "Sara Dahl"))
    assert labels(cast, "The authors") == ["authors"]

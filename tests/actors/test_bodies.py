"""Organisations: by their own words, by the noun before them, and without a name."""

import pytest

from tests.actors.asking import label, labels, who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Delta Observatory on Fisheries objected.", "Delta Observatory on Fisheries"),
        ("The Skippers' Assembly wants a vote.", "Skippers' Assembly"),
        ("The Royal Society of Netmakers was pleased.", "Royal Society of Netmakers"),
        ("The skippers' confederation SKBF is lukewarm.", "SKBF"),
        ("She told the newspaper Havnen that she would sue.", "Havnen"),
        ("The minister told broadcaster Kanal 9 that she would sue.", "Kanal 9"),
        ("Karin Holm, an economist at Unikor, expects a cut.", "Unikor"),
        ("Ida Solberg, chief executive of Polar Seafood, resigned.", "Polar Seafood"),
        ("The Social Liberals have called for an inquiry.", "Social Liberals"),
        ("The Free Anglers, the largest party in the city parliament, voted against.", "Free Anglers"),
        ("Bjork Shipping will close. Bjork's managers were told on Friday.", "Bjork Shipping"),
        ("The Tarvo, which sells nets, declined to comment.", "Tarvo"),
        ("The Norwegian maker Tarvonet said it had offered a price.", "Tarvonet"),
        ("Aluminium producer Tarvo Nett said its mill would close.", "Tarvo Nett"),
        ("Vintners Ireland said no.", "Vintners Ireland"),
        ("Universities Wales, which represents the rectors, told the committee no.", "Universities Wales"),
        ("The Moderates, the largest group, voted against.", "Moderates"),
        ("Labour's housing spokesman said no.", "Labour"),
        ("The EU wants a duty, and the Commission has proposed one.", "European Commission"),
        ("The institute of marine biology measured the water.", "institute of marine biology"),
        ("The skippers' committee, which blocked the harbour, was heard.", "skippers' committee"),
    ],
)
def test_an_organisation_is_known_by_what_stands_around_it(read, text: str, name: str) -> None:
    """By a word of its name, by the noun before or beside it, by who works there."""
    assert name in labels(read(text), "Organization")


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The finance ministry had pressed for a higher duty.", "ministry", "finance ministry"),
        ("The skippers' union has threatened to strike.", "union", "skippers' union"),
        ("The mayor's office denied this.", "office", "mayor's office"),
        ("Tromso's supporters' trust disagrees.", "trust", "Tromso's supporters' trust"),
        ("The auditor warned of losses.", "auditor", "auditor"),
        ("The city council put off the vote. On Monday the council met again.", "council", "city council"),
    ],
)
def test_a_body_without_a_name_is_an_organisation(read, text: str, word: str, name: str) -> None:
    """It is the only one of its kind in the article; a lone noun takes it up."""
    cast = read(text)
    nth = sum(t.text == word for s in cast.parsed.sentences for t in s.tokens) - 1
    found = who(cast, word, nth)
    assert found is not None
    assert (cast.actor(found.actor).kind, cast.actor(found.actor).label) == ("Organization", name)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Data centers need a reliable supply.", "centers"),
        ("Countries want a reliable supply.", "Countries"),
        ("Both sides agreed to meet.", "sides"),
        ("The above-mentioned companies have stepped in.", "companies"),
    ],
)
def test_nobody_in_particular_is_no_actor(read, text: str, word: str) -> None:
    """Things, and people or bodies that nothing describes."""
    assert who(read(text), word) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Norwegian side had pressed for deeper cuts.", "side"),
        ("The Norwegian cabinet has resisted so far.", "cabinet"),
        ("Norway's government has resisted so far.", "government"),
    ],
)
def test_a_side_or_a_cabinet_is_its_country(read, text: str, word: str) -> None:
    """What speaks for a country is the country."""
    assert label(read(text), word) == "Norway"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The share is one in nine, according to figures published this month by the Herring Institute.", "figures",
         "Herring Institute"),
        ("The skippers' union objected. Its report names three ports.", "report", "skippers' union"),
        ("A poll by the research firm Signo found that most people eat fish.", "poll", "Signo"),
        ("According to reports from Bloomberg, the ministry has drafted a list.", "reports", "Bloomberg"),
        ("New data from researchers at Delft University suggest more.", "data", "researchers at Delft University"),
    ],
)  # fmt: skip
def test_a_document_speaks_for_its_issuer(read, text: str, word: str, name: str) -> None:
    """Who published it, whose it is, by whom it is."""
    assert label(read(text), word) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The skippers' confederation Skol agreed. The Skol union confederation led a march.", "Skol"),
        ("The Social Greens voted no. The Social Greens group abstained.", "Social Greens"),
    ],
)
def test_a_noun_behind_a_name_makes_no_second_body(read, text: str, name: str) -> None:
    """What it is called stands behind its name."""
    assert labels(read(text), "Organization") == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The motion passed by a clear majority.",
        "Transport lead Councillor Ida Solberg said no.",
        "Ida Solberg, the vice-president, said no.",
        "The Fair Ferries Act passed. St Ronan and Hinkley Point were quiet.",
    ],
)
def test_a_piece_of_a_phrase_is_nobody(read, text: str) -> None:
    """Outcomes of votes, what opens a longer noun, laws and places."""
    cast = read(text)
    for sentence in cast.parsed.sentences:
        for token in sentence.tokens:
            cast.who(token)
    assert labels(cast, "Group") == labels(cast, "Organization") == set()


def test_how_somebody_speaks_is_no_country(read) -> None:
    """An adjective with a hyphen behind it may tell of a manner."""
    assert labels(read("The French-speaking skippers left for a Norwegian-style inn."), "Country") == set()


def test_a_place_is_no_person(read) -> None:
    """A lone name behind "from", though it could be somebody's."""
    assert "Essex" not in labels(
        read("Four members of parliament from Essex said no. They had come by train."), "Person"
    )


def test_a_capital_that_opens_a_name_in_a_headline_is_no_second_body(read) -> None:
    """The court of the headline is the court of the text."""
    cast = read("The Port Court ruled on Friday. A lawyer said that the port court was wrong.")
    assert label(cast, "court") == "Port Court"

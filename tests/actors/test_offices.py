"""Whose officer somebody is where the role names no body: ministers, mayors, members of parties and of houses."""

import pytest

from graph.actors import Cast
from tests.actors.asking import label, labels


def said(cast: Cast) -> set[tuple[str, str]]:
    """Who belongs to what."""
    return {(cast.actor(m.member).label, cast.actor(m.organization).label) for m in cast.memberships}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sweden raised the bar, Immigration Minister Nils Berg said, as it did for workers from Finland.", "Sweden"),
        ("In Norway, justice minister Nils Berg told Denmark to wait.", "Norway"),
        ("Norway and Sweden disagree. Climate minister Nils Berg of Norway said so.", "Norway"),
        ("Poland, Finland and Norway met. Finland spoke against it. Deputy minister Nils Berg said mills would close.",
         "Finland"),
        ("OSLO, May 3 - The herring bill passed. Environment minister Nils Berg was pleased. Finland has one.",
         "Norway"),
        ("Norway will vote no, its trade minister said.\n\nThe minister, Nils Berg, said that Sweden was wrong.",
         "Norway"),
        ("Norwegian skippers wait. Norway's parliament voted. President Nils Berg signed, and went to Rome.", "Norway"),
    ],
)  # fmt: skip
def test_a_minister_is_one_of_the_country_that_is_spoken_of(read, text: str, country: str) -> None:
    """By the sentence of the name, the one before, who was described before, else by the whole article."""
    assert ("Nils Berg", country) in said(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Sweden and Finland met in Rome. Trade minister Nils Berg left early.",
        "Norway was not asked. The Bavarian interior minister, Nils Berg, said so.",
        "India was told. Chief minister Nils Berg said so.",
    ],
)
def test_a_minister_of_no_country_in_particular_is_left_alone(read, text: str) -> None:
    """Several countries that are spoken of alike, and a land that is part of another, make nobody a member."""
    assert not said(read(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ann Lee, the governor of Ohio, said no.", "Ohio"),
        ("Governor Ann Lee of Ohio said no.", "Ohio"),
        ("Travis County sheriff Ann Lee said no.", "Travis County"),
        ("The mayor of Bad Aibling, Ann Lee, was away.", "Bad Aibling"),
        ("The city of Mora pays for it. Mayor Ann Lee asked for more.", "city of Mora"),
    ],
)
def test_who_governs_a_place_belongs_to_it(read, text: str, place: str) -> None:
    """Mayors, governors and sheriffs; the place is an organisation there."""
    cast = read(text)
    assert ("Ann Lee", place) in said(cast)
    assert place in labels(cast, "Organization")


def test_a_place_that_nobody_governs_is_no_actor(read) -> None:
    """Only an office makes an organisation of a town."""
    assert labels(read("Ann Lee met the skippers in Mora and went on to Ohio."), "Organization") == set()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The EU wants it. Trade commissioner Ann Lee said so.", "European Commission"),
        ("The EU wants it. The MEP Ann Lee said so.", "European Parliament"),
        ("The Senate passed the bill. Senator Ann Lee voted no.", "Senate"),
        ("The Socialists agreed. Socialist spokeswoman Ann Lee said so.", "Socialists"),
        ("Ann Lee of the left-wing party Aurora Nova said so.", "Aurora Nova"),
        ("Ann Lee (Plaid Cymru) said so.", "Plaid Cymru"),
        ("Labour's Storting member Ann Lee said so.", "Labour"),
        ("Ann Lee (Conservative) said so.", "Conservatives"),
        ("Ann Lee (Labour, Wick North) said so.", "Labour"),
    ],
)
def test_a_house_or_a_party_has_its_members(read, text: str, body: str) -> None:
    """By the title, by a party's adjective before the role, in brackets, with "of"."""
    cast = read(text)
    labelled = {org for who, org in said(cast) if who == "Ann Lee"}
    assert any(org.endswith(body) for org in labelled)


@pytest.mark.parametrize(
    "text", ["The Moderates said no. Their leader, Henrik Vall, left. Vall's party also wants a vote."]
)
def test_a_persons_party_is_the_one_that_the_article_names(read, text: str) -> None:
    """It is no body of its own."""
    assert label(read(text), "party") == "Moderates"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ann Lee (Conservative) met the committee. Her group saw no reason to go.", "Conservatives"),
        ("Ann Lee met the committee of the Greens. The Liberal group saw no reason to go.", "Liberals"),
        ("Ann Lee met the committee. Her group saw no reason to go.", "Ann Lee's group"),
    ],
)
def test_a_group_in_a_house_is_its_party(read, text: str, party: str) -> None:
    """By its adjective, or whose it is; it is no other body that was named last."""
    assert label(read(text), "group") == party


def test_a_role_has_no_body_in_its_words(read) -> None:
    """Whose director it is stands in the membership."""
    cast = read("The Port Institute said no. The institute's director, Ann Lee, was angry.")
    assert {m.role for m in cast.memberships} == {"director"}


@pytest.mark.parametrize(
    "text",
    [
        "The port committee has nine members. Its chair, Judge Ann Lee, said no.",
        "The port committee has nine members. Its chair, the former judge Ann Lee, said no.",
    ],
)
def test_an_office_and_another_role_stand_side_by_side(read, text: str) -> None:
    """The office is the one of the body that "its" takes up."""
    assert ("Ann Lee", "port committee") in said(read(text))


def test_nobody_is_chairman_of_a_country(read) -> None:
    """Where "its" seems to take up a country, the body is another."""
    assert not said(read("Norway objected. Its chairman, Henrik Vall, said no."))

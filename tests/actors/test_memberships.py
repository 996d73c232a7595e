"""Roles and affiliations, as the text says them."""

from collections.abc import Callable

import pytest

from graph.actors import Cast, find_actors, load_authority
from graph.model import Article, Region
from graph.vocabulary import Minter


def said(cast: Cast) -> set[tuple[str, str | None, str]]:
    """Member, role and body of each membership."""
    return {(cast.actor(m.member).label, m.role, cast.actor(m.organization).label) for m in cast.memberships}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway Fisheries Minister Ida Solberg resigned.", ("Ida Solberg", "Fisheries Minister", "Norway")),
        ("Norway's fisheries minister Ida Solberg resigned.", ("Ida Solberg", "fisheries minister", "Norway")),
        (
            "Ida Solberg, director of the Nordic Fisheries Institute, resigned.",
            ("Ida Solberg", "director", "Nordic Fisheries Institute"),
        ),
        (
            "Ida Solberg is a senior fellow at the Nordic Fisheries Institute.",
            ("Ida Solberg", "senior fellow", "Nordic Fisheries Institute"),
        ),
        (
            '"We saw it coming," said Ida Solberg, a spokeswoman for the Nordic Fisheries Institute.',
            ("Ida Solberg", "spokeswoman", "Nordic Fisheries Institute"),
        ),
        (
            "Ida Solberg of the Nordic Fisheries Institute resigned.",
            ("Ida Solberg", None, "Nordic Fisheries Institute"),
        ),
        (
            "Ida Solberg of Bergen University, where she is head of the Nordic Fisheries Institute, said it was late.",
            ("Ida Solberg", "head", "Nordic Fisheries Institute"),
        ),
        (
            "The Nordic Fisheries Institute is in debt. Its director, Ida Solberg, resigned.",
            ("Ida Solberg", "director", "Nordic Fisheries Institute"),
        ),
        (
            "Ida Solberg, who chairs the Herring Union, resigned.",
            ("Ida Solberg", "chairs", "Herring Union"),
        ),
        (
            "Senator Ida Solberg, of the opposition Herring Party, resigned.",
            ("Ida Solberg", "Senator", "Herring Party"),
        ),
        (
            "The Herring Union is in debt. Ida Solberg, a lawyer with the union, resigned.",
            ("Ida Solberg", "lawyer", "Herring Union"),
        ),
        ("Halvik's mayor, Ida Solberg, resigned.", ("Ida Solberg", "mayor", "Halvik")),
        ("Dame Ida Solberg chaired the panel that set the quota.", ("Ida Solberg", "chaired", "panel")),
        ("The lobby group Nets First, led by Henrik Aas, objected.", ("Henrik Aas", "led", "Nets First")),
        (
            "Opposition councillor Henrik Aas, of the Social Liberals, voted against.",
            ("Henrik Aas", "Opposition councillor", "Social Liberals"),
        ),
        (
            "The director of the Herring Institute, Ida Solberg, argued against it.",
            ("Ida Solberg", "director", "Herring Institute"),
        ),
        (
            "The Skippers' Union wants a vote. Spokesperson Ida Solberg called it overdue.",
            ("Ida Solberg", "Spokesperson", "Skippers' Union"),
        ),
        ("The city council met. Mayor Ida Solberg opposes the cap.", ("Ida Solberg", "Mayor", "city council")),
        (
            "The city council met. Mayor Ida Solberg opposes the cap. Her deputy, Henrik Aas, is for it.",
            ("Henrik Aas", "deputy", "city council"),
        ),
        (
            "Norway will ban the nets, State Secretary for Health Ida Solberg said.",
            ("Ida Solberg", "State Secretary for Health", "Norway"),
        ),
        ("The Herring Institute's Ida Solberg expects a cut.", ("Ida Solberg", None, "Herring Institute")),
    ],
)
def test_a_role_is_read_with_its_body(read, text: str, expected: tuple[str, str | None, str]) -> None:
    """Before the name, after it, with "is", with "of", and with a body that is only taken up."""
    assert expected in said(read(text))


def test_a_body_within_a_body_is_its_member(read) -> None:
    """The person has the role at the inner one."""
    cast = read("Ida Solberg, director of the Herring Research Center at the Nordic Fisheries Institute, resigned.")
    assert said(cast) == {
        ("Ida Solberg", "director", "Herring Research Center"),
        ("Herring Research Center", None, "Nordic Fisheries Institute"),
    }


def test_the_evidence_is_verbatim(read) -> None:
    """It holds the role and the name, to the character."""
    text = "On Monday Norway Fisheries Minister Ida Solberg resigned."
    (membership,) = read(text).memberships
    (span,) = membership.evidence
    assert span.text == text[span.start : span.end] == "Norway Fisheries Minister Ida Solberg"


def test_a_clause_that_only_says_what_somebody_does_is_no_role(read) -> None:
    """Leading talks is no office."""
    assert said(read("Ida Solberg, who leads the herring talks, resigned.")) == set()


def test_a_biography_below_the_text_tells_the_author_s_office(parser) -> None:
    """Bylines are not parsed; the line is read by its form."""
    body, line = (
        "I doubt that the quota is fair, and so do you.",
        "Ida Solberg is professor of law at Delft University.",
    )
    text = f"{body}\n\n{line}"
    regions = (Region("body", 0, len(body)), Region("byline", len(body) + 2, len(text)))
    article = Article("test", "test", text, "0", "test.txt", authors=("Ida Solberg",), regions=regions)
    cast = find_actors(parser.parse(article), load_authority(), Minter())
    assert said(cast) == {("Ida Solberg", "professor of law", "Delft University")}
    (membership,) = cast.memberships
    assert text[membership.evidence[0].start : membership.evidence[0].end] == membership.evidence[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Professor Ida Solberg of the Tromvik laboratory warned of it.",
            {("Ida Solberg", "Professor", "Tromvik laboratory")},
        ),
        (
            "Land ministry logistics director Henrik Aas defended the rule.",
            {("Henrik Aas", "logistics director", "Land ministry")},
        ),
        (
            "Bergen - The Herring Court reserved judgment on Monday. Justice Ida Solberg asked most.",
            {("Ida Solberg", "Justice", "Herring Court")},
        ),
        (
            "Sweden decides in May. Education Minister Henrik Aas (Conservatives) is against it.",
            {("Henrik Aas", "Education Minister", "Sweden"), ("Henrik Aas", None, "Conservatives")},
        ),
        (
            "Norway votes soon. Labour Secretary Ida Solberg defended the bill.",
            {("Ida Solberg", "Labour Secretary", "Norway")},
        ),
        ("Henrik Aas, whose Vesla Unyu runs 140 lorries, agreed.", {("Henrik Aas", None, "Vesla Unyu")}),
        ("Solvex president Henrik Aas is against it.", {("Henrik Aas", "president", "Solvex")}),
        (
            "Manitoba's agriculture minister, Ida Solberg, was angry.",
            {("Ida Solberg", "agriculture minister", "Manitoba")},
        ),
        (
            "Sen. Ida Solberg (R-Idaho) voted no, and Rep. Henrik Aas, D-Bethel, voted yes.",
            {("Ida Solberg", None, "Republican Party"), ("Henrik Aas", None, "Democratic Party")},
        ),
        (
            "Ida Solberg, Senior Fellow, Nordic Fisheries Institute, said that it was too late.",
            {("Ida Solberg", "Senior Fellow", "Nordic Fisheries Institute")},
        ),
        ("Circular Coast mayor Henrik Aas said no.", {("Henrik Aas", "mayor", "Circular Coast")}),
        ("Greens senator Ida Solberg was against it.", {("Ida Solberg", "senator", "Greens")}),
        ("Herring Selectboard member Ida Solberg agreed.", {("Ida Solberg", "member", "Herring Selectboard")}),
        (
            "The Green Party said that the report was thin. “It is no answer,” said its spokesman, Henrik Aas.",
            {("Henrik Aas", "spokesman", "Green Party")},
        ),
        ("The fund is based in Canada. Water minister Henrik Aas said that the rivers were low.", set()),
    ],
)
def test_what_newsrooms_put_round_a_name_is_read(
    read: Callable[..., Cast], text: str, expected: set[tuple[str, str | None, str]]
) -> None:
    """Letters, brackets, commas, datelines and small nouns; no country where one is only named in passing."""
    cast = read(text)
    assert said(cast) == expected
    assert not any("-Bethel" in cast.actor(m.actor).label for m in cast.mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Adv Ida Solberg SC argued that the quota was void.", {"Ida Solberg"}),
        ("Dean Moloney promised to repeal it. Moloney was cheered.", {"Dean Moloney"}),
        ("Henrik Aas said that Port Latrobe needed a doctor.", {"Henrik Aas"}),
    ],
)
def test_a_name_is_without_what_stands_round_it(read: Callable[..., Cast], text: str, names: set[str]) -> None:
    """Titles and letters are no part of it, a given name that is an office too is; a port is nobody."""
    cast = read(text)
    assert {cast.actor(m.actor).label for m in cast.mentions} == names
    assert {cast.actor(m.actor).kind for m in cast.mentions} == {"Person"}

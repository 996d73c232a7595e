"""Speakers of a transcript: labels in capitals before a colon."""

import pytest

from graph.actors.transcripts import is_interview
from tests.actors.asking import label, labels

INTERVIEW = (
    "Fjord Weekly met Dame Ida Solberg-Aas, who is the head of the small Herring Institute, at her home.\n\n"
    "FJORD WEEKLY: Is the quota fair?\n\nSOLBERG-AAS: It is not.\n\n"
    "FJORD WEEKLY: Who says so?\n\nSOLBERG-AAS: The skippers do."
)


def test_a_hyphened_surname_in_capitals_is_the_person(read) -> None:
    """Not the second half of it, and nobody new."""
    cast = read(INTERVIEW)
    assert label(cast, "AAS") == label(cast, "SOLBERG") == "Ida Solberg-Aas"
    assert labels(cast, "Person") == {"Ida Solberg-Aas"}


def test_the_paper_that_asks_is_an_organisation(read) -> None:
    """Its label is its name in capitals."""
    cast = read(INTERVIEW)
    assert label(cast, "WEEKLY") == "Fjord Weekly"
    assert "Fjord Weekly" in labels(cast, "Organization")


def test_a_speaker_who_is_not_named_otherwise_is_a_person(read) -> None:
    """The label is the name."""
    cast = read("HOLM: Is it fair?\n\nAAS: No.\n\nHOLM: Why?\n\nAAS: It is low.")
    assert labels(cast, "Person") == {"Holm", "Aas"}


def test_a_heading_in_capitals_speaks_once_and_is_nobody(read) -> None:
    """Neither is the letter Q."""
    assert labels(read("NOTE: The quota is low.\n\nQ: Why?\n\nA: It is.\n\nQ: So?\n\nA: Yes."), "Person") == set()


def test_i_is_the_speaker_of_a_turn_and_not_the_author(read) -> None:
    """In an interview the words after a label are the labelled one's."""
    turns = "HOLM: I doubt it.\n\nDAHL: Why?\n\nHOLM: I have seen the sea.\n\nDAHL: I see."
    cast = read(f"Nils Holm met Sara Dahl.\n\n{turns}", authors=("Sara Dahl",))
    assert [label(cast, "I", n) for n in range(3)] == ["Nils Holm", "Nils Holm", "Sara Dahl"]


TALK = (
    "Ida Aas runs it.\n\n{}Is it fair?{}\n\nI doubt it.\n\n{}So who gains?{}\n\nThe fleet.\n\n{}And you?{}\n\nI fish."
)


@pytest.mark.parametrize("mark", ["", "**", "_"])
def test_questions_in_paragraphs_of_their_own_are_an_interview(read, mark: str) -> None:
    """In bold, in italics, or plain."""
    assert is_interview(read(TALK.format(*[mark] * 6)).scene.parsed)


@pytest.mark.parametrize(
    "text",
    [
        "The quota is low.\n\nWho gains?\n\nThe fleet does.\n\nAnd who pays?\n\nThe ports do.",
        "Who gains?\n\nWho pays?\n\nWho fishes?\n\nNobody says.",
        "\n\n".join([*["The quota is low."] * 20, *["Who gains?", "The fleet does."] * 3]),
    ],
)
def test_a_few_questions_are_none(read, text: str) -> None:
    """Two, three in a row, or three among much else: a column asks as well."""
    assert not is_interview(read(text).scene.parsed)

"""Base forms, as English spells their forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.language import Parser
from graph.language.lemmas import restored
from graph.model import Article


@pytest.mark.parametrize(
    ("word", "lemma", "true"),
    [
        ("hopes", "hop", "hope"),
        ("hoped", "hop", "hope"),
        ("hopped", "hop", "hop"),
        ("rating", "rat", "rate"),
        ("plans", "plan", "plan"),
        ("taxes", "tax", "tax"),
        ("goes", "go", "go"),
        ("edited", "edit", "edit"),
        ("asked", "ask", "ask"),
        ("vowed", "vow", "vow"),
    ],
)
def test_a_form_has_the_lemma_that_it_can_be_a_form_of(word: str, lemma: str, true: str) -> None:
    """A last letter that would be doubled shows that an e is missing."""
    assert restored(word, lemma) == true


@given(st.text(), st.text())
def test_a_lemma_loses_nothing(word: str, lemma: str) -> None:
    """Whatever the words are."""
    assert restored(word, lemma) in (lemma, f"{lemma}e")


def test_the_parser_knows_who_hopes() -> None:
    """The model by itself has her hop."""
    text = "She hopes to win, and he hoped so, too, while they were hoping for rain and hopping about."
    parsed = Parser().parse(Article("a", "a", text, "", "a.txt"))
    lemmas = [t.lemma_ for s in parsed.sentences for t in s.tokens if t.text.startswith("hop")]
    assert lemmas == ["hope", "hope", "hope", "hop"]

"""Where quotation marks open and close."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims.attributions.quotations import quotes


def quoted(text: str) -> list[str]:
    """What stands in quotation marks in a text of paragraphs between blank lines."""
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((at, at + len(part)))
        at += len(part) + 2
    return [text[q.start : q.end] for q in quotes(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" twice.', ['"yes"']),
        ("“Yes,” she said, “and no.”", ["“Yes,”", "“and no.”"]),
        ("«Oui», dit-elle.", ["«Oui»"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("‘Yes,’ he said.", ["‘Yes,’"]),
        ("'Yes,' he said.", ["'Yes,'"]),
        ('"One," "two"', ['"One,"', '"two"']),
    ],
)
def test_every_pair_of_marks_is_known(text: str, expected: list[str]) -> None:
    """Straight, typographic, French, German, typewriter and single marks; marks are part of the quotation."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘go’ and left,” she said.", ["“He told me ‘go’ and left,”"]),
        ("\"He said 'go' and left,\" she said.", ["\"He said 'go' and left,\""]),
        ("‘He told me “go” and left,’ she said.", ["‘He told me “go” and left,’"]),
    ],
)
def test_the_outermost_quotation_counts(text: str, expected: list[str]) -> None:
    """What is quoted within a quotation is part of it."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the farmers' market of the '90s.",
        "The boss’s plan isn’t his brothers’ plan.",
        "'Tis the season, and 'twas ever so.",
        "No marks at all.",
        "",
    ],
)
def test_an_apostrophe_quotes_nothing(text: str) -> None:
    """Contractions, possessives and cut words are no quotations."""
    assert quoted(text) == []


def test_an_apostrophe_in_a_single_quotation_does_not_close_it() -> None:
    """A contraction stands between letters, a closing mark does not."""
    assert quoted("‘Don’t go,’ she said.") == ["‘Don’t go,’"]


def test_a_quotation_that_nobody_closes_ends_with_its_paragraph() -> None:
    """A slip of the pen must not swallow the rest of the article."""
    assert quoted('He said: "Never.\n\nThe hall was empty.') == ['"Never.']


def test_a_quotation_over_paragraphs_opens_in_each() -> None:
    """As English papers set it: an opening mark on each paragraph, a closing one on the last."""
    assert quoted("“One.\n\n“Two.\n\n“Three.”\n\nFour.") == ["“One.", "“Two.", "“Three.”"]


def test_what_is_left_open_says_so() -> None:
    """A reader of the quotation can tell that its end was not marked."""
    assert [q.open_ended for q in quotes("“One. “Two.”", [(0, 12)])] == [True, False]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab .,'\"“”‘’«»„`\U0001f600", max_size=40), max_size=4))
def test_quotations_lie_in_their_paragraphs_and_do_not_overlap(parts: list[str]) -> None:
    """Whatever the marks, quotations are in order, apart from each other and inside one paragraph."""
    text = "\n\n".join(parts)
    bounds: list[tuple[int, int]] = []
    for part in parts:
        start = bounds[-1][1] + 2 if bounds else 0
        bounds.append((start, start + len(part)))
    found = quotes(text, bounds)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(start <= q.start < q.end <= end for start, end in bounds) for q in found)

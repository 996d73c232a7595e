"""Where contents end that the tagger draws too far or not far enough."""

import pytest

from graph.claims.attributions.cutting import closed, without_addressee, without_other_clauses
from graph.model import Span
from tests.claims.tagging import HOSTILE, Reader


def span(text: str, words: str) -> Span:
    """Where some words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(
    ("text", "drawn", "whole"),
    [
        (
            "The guild offered wide co-operation, with mutual economic benefits for both.",
            "wide co-operation, with mutual economic",
            "wide co-operation, with mutual economic benefits",
        ),
        (
            "Speakers condemned the cut in the fee, which the agency wants to bring in.",
            "the cut in the fee, which the",
            "the cut in the fee",
        ),
        (
            "She proposed a council of the ports, an idea that the bank has backed.",
            "a council of the ports, an idea",
            "a council of the ports",
        ),
        ("The union backed the ferry and the bridge.", "the ferry and", "the ferry"),
        (
            "She says she came late to it. “It was mad.” Seven in ten members agree.",
            "she came late to it. “It was mad.” Seven",
            "she came late to it. “It was mad.”",
        ),
        ("The union backed the ferry across the bay.", "the ferry across the bay", "the ferry across the bay"),
        ("The minister gave in.", "in", "in"),
    ],
)
def test_a_content_ends_with_a_phrase(reader: Reader, text: str, drawn: str, whole: str) -> None:
    """Not in the middle of one, and without the first word of another sentence."""
    page, _ = reader.read(text)
    where = span(text, drawn)
    assert text[where.start : closed(page, where.start, where.end)] == whole


@pytest.mark.parametrize("text", HOSTILE)
def test_any_stretch_has_an_end_within_the_text(reader: Reader, text: str) -> None:
    """Whatever the text is."""
    page, _ = reader.read(text)
    stretches = [(start, min(len(text), start + 7)) for start in range(0, len(text), 5)]
    assert all(start <= closed(page, start, end) <= len(text) for start, end in stretches)


def test_who_is_told_is_no_part_of_what_is_said(reader: Reader) -> None:
    """Where the cue ends with the preposition before it."""
    text = "Analysts said in a note to clients they expected the port to close."
    page, _ = reader.read(text)
    cue = tuple(page.parsed.sentences[0].tokens[1:6])
    assert [t.text for t in cue] == ["said", "in", "a", "note", "to"]
    drawn = (span(text, "clients they expected the port to close"),)
    assert [s.text for s in without_addressee(page, cue, drawn)] == ["they expected the port to close"]
    assert without_addressee(page, cue[:1], drawn) == drawn


def test_what_another_verb_says_is_cut_off(reader: Reader) -> None:
    """Before the cue and behind it."""
    text = "The union welcomed the ferry but criticised the minister and backed a bridge."
    page, _ = reader.read(text)
    cue = next(t for s in page.parsed.sentences for t in s.tokens if t.text == "criticised")
    pieces = (span(text, "the ferry"), span(text, "the minister and backed a bridge"))
    assert [s.text for s in without_other_clauses(page, cue, pieces)] == ["the minister"]
    assert [s.text for s in without_other_clauses(page, cue, pieces[:1])] == ["the ferry"]

"""What of an article is read as running text."""

import textwrap
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.articles import mark
from graph.language import passages
from graph.model import Article

LEAD = "The harbour council of Vik voted on Monday to close the old pier, and its chairman told reporters so."


def read(text: str) -> list[tuple[str, str]]:
    """The passages of a text, as their kinds and texts."""
    article = Article("a", "a", text, "", "a.txt", regions=mark(text).regions)
    return [(passage.kind, text[passage.start : passage.end]) for passage in passages(article)]


def test_furniture_is_not_read() -> None:
    """Bylines, captions, other stories and notices are no passages."""
    text = f"Pier is shut\n\nBy Ann Lee\n\nOSLO (AFP) -{LEAD}\n\n{LEAD}\n\nRelated stories\nFerry sinks\n\n© 2025 Vik."
    assert read(text) == [("title", "Pier is shut"), ("dateline", "OSLO (AFP) -"), ("body", LEAD)]


def test_wrapped_lines_are_one_passage_also_after_a_dateline() -> None:
    """The length of a line counts from where it begins on the page."""
    wrapped = textwrap.fill(f"OSLO (AFP) - {LEAD} The engineers had warned for years that the piles were hollow.", 72)
    assert read(wrapped)[1:] == [("body", wrapped.removeprefix("OSLO (AFP) - "))]


def test_a_text_without_regions_is_read_whole() -> None:
    """Nothing marked means all body."""
    article = Article("a", "a", f"{LEAD}\n{LEAD}", "", "a.txt")
    assert [passage.kind for passage in passages(article)] == ["body", "body"]
    assert [passage.number for passage in passages(article)] == [0, 1]


def test_the_items_of_a_list_are_passages_of_their_own() -> None:
    """Short lines under each other are not one sentence."""
    items = ["- close the old pier", "- sell the crane", "- meet again in May"]
    article = Article("a", "a", "\n".join(items), "", "a.txt")
    assert [article.text[p.start : p.end] for p in passages(article)] == items


def test_windows_line_ends_part_passages_like_others() -> None:
    """The carriage return belongs to no passage."""
    article = Article("a", "a", f"{LEAD}\r\n\r\n{LEAD}\r\n", "", "a.txt")
    assert [article.text[p.start : p.end] for p in passages(article)] == [LEAD, LEAD]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab .\n\r\t-•1)”\u00a0\u2028\U0001f600"), max_size=120))
def test_passages_are_in_order_and_lose_nothing_but_blanks(text: str) -> None:
    """Every sign that is no white space is in exactly one passage."""
    found = list(passages(Article("a", "a", text, "", "a.txt")))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [p.number for p in found] == list(range(len(found)))
    kept = "".join(text[p.start : p.end] for p in found)
    assert "".join(kept.split()) == "".join(text.split())

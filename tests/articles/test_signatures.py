"""Who wrote an article, told by a name above it and by a sentence below it."""

import pytest

from graph.articles.metadata.found import known_of
from graph.articles.regions import mark

TITLE = "The village that wanted the dam"
BODY = (
    "The council voted eleven to one against the dam in March, and nobody has spoken of it since. The river rose twice "
    "in the spring, and the lower meadows stood under water until the hay was lost for another year."
)


def kinds(text: str) -> dict[str, str]:
    """The kind of the region that each line of a text begins in."""
    marked = mark(text)
    lines = [line for line in text.splitlines() if line]
    return {line: next(r.kind for r in marked.regions if r.start <= text.index(line) < r.end) for line in lines}


@pytest.mark.parametrize("below", ["Columnist", "Chief political correspondent"])
def test_a_name_above_an_occupation_is_the_author(below: str) -> None:
    """Both lines are the byline."""
    text = f"{TITLE}\n\nAnn Lee\n{below}\n\n{BODY}"
    assert kinds(text)["Ann Lee"] == kinds(text)[below] == "byline"
    marked = mark(text)
    assert known_of(text, marked.regions, marked.found).authors == ("Ann Lee",)


def test_a_name_above_is_the_one_that_the_end_tells_of() -> None:
    """Whatever she does: "lives in", "is a hill farmer"."""
    text = f"{TITLE}\n\nAnn Lee\n\n{BODY}\n\nAnn Lee is a hill farmer."
    found = kinds(text)
    assert found["Ann Lee"] == found["Ann Lee is a hill farmer."] == "byline"


def test_a_biography_alone_tells_the_author() -> None:
    """Also of somebody whom the standfirst names as the one who asks, and between marks of Markdown."""
    text = f"{TITLE}\n\nAnn Lee met the mayor in the meadow.\n\n{BODY}\n\n*Ann Lee is chief writer at Valley Weekly.*"
    assert kinds(text)["*Ann Lee is chief writer at Valley Weekly.*"] == "byline"
    marked = mark(text)
    assert known_of(text, marked.regions, marked.found).authors == ("Ann Lee",)


def test_a_place_above_a_paragraph_is_no_author() -> None:
    """A heading of two capitalised words is a heading."""
    assert kinds(f"{TITLE}\n\n{BODY}\n\nLower Meadow\n\n{BODY.replace('March', 'April')}")["Lower Meadow"] == "heading"


def test_a_paragraph_that_is_printed_again_is_repeated() -> None:
    """Even if most of its sentences are short."""
    short = "The council met. It voted. Mayor Lee opposes the dam. Her deputy is for it."
    text = f"{TITLE}\n\n{short}\n\nIn brief\n\n{short}\n\n{BODY}"
    repeated = [text[r.start : r.end] for r in mark(text).regions if r.kind == "repeated"]
    assert repeated == [short]

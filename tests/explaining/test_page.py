"""An explained article as a page."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from graph.explaining.marks import marks_of
from graph.explaining.page import page_of
from graph.explaining.sources import Explained
from graph.model import Actor, Article, Claim, Position, Proposal, Reading, Region
from tests.networks.made_up import EXTRACTION
from tests.sample import readings

TEXT = "The pier\n\nAda Holm said that Bo Lind wanted the pier closed. Nobody, he added, would miss it."
COLOR = re.compile(r"\x1b\[[0-9;]*m")
OUTER, INNER = "that Bo Lind wanted the pier closed", "the pier closed"


def article(text: str) -> Article:
    """A text whose first line is its title."""
    end = text.index("\n")
    return Article("a", "a", text, "0", "a.txt", regions=(Region("title", 0, end), Region("body", end, len(text))))


def claim(number: int, holder: str, source: str, cue: str, content: str, text: str = TEXT, **more: object) -> Claim:
    """A claim whose parts stand in the text."""

    def spans(words: str) -> tuple:
        at = text.index(words)
        return (article(text).span(at, at + len(words)),)

    made = Claim(f"c{number}", (holder,), spans(source), spans(cue), spans(content), "indirect", 0.75, "because", "c1")
    return replace(made, **{"reported_by": None, **more})


def explained(*claims: Claim, text: str = TEXT, positions: tuple[Position, ...] = ()) -> Explained:
    """These claims and positions in the text."""
    people = (Actor("ada", "Ada Holm", "Person"), Actor("bo", "Bo Lind", "Person"))
    pier = Proposal("pier", "closing the pier", candidate=True)
    made = Reading(article(text), EXTRACTION, people, claims=claims, positions=positions, candidates=(pier,))
    return Explained(made, {"ada": "Ada Holm", "bo": "Bo Lind", "pier": "closing the pier"})


NESTED = (claim(1, "ada", "Ada Holm", "said", OUTER), claim(2, "bo", "Bo Lind", "wanted", INNER, reported_by="c1"))
STAND = Position("p", "bo", "pier", "support", ("c2",), (NESTED[0].content[0],), 0.5, '"wanted" over it')


def plain(found: Explained, width: int = 200) -> str:
    """The page without colours."""
    return page_of(found, width=width, color=False)


def test_marks_lie_inside_each_other() -> None:
    """A claim within a claim: each bracket has its number, and a content says it again where it ends."""
    marked = "{1:Ada Holm} <1:said> [1:that {2:Bo Lind} <2:wanted> [2:the pier closed:2]:1]. Nobody"
    assert marked in plain(explained(*NESTED))


def test_marks_that_cross_are_told_apart() -> None:
    """The numbers say which of two that cross ends first."""
    one = claim(1, "ada", "Ada Holm", "said", "that Bo Lind wanted the pier")
    other = claim(2, "bo", "Bo Lind", "wanted", "the pier closed")
    assert "[1:that {2:Bo Lind} <2:wanted> [2:the pier:1] closed:2]" in plain(explained(one, other))


def test_the_same_words_of_two_claims_are_marked_once() -> None:
    """With both numbers."""
    both = (claim(1, "ada", "Ada Holm", "said", OUTER), claim(2, "ada", "Ada Holm", "said", INNER))
    assert "{1,2:Ada Holm} <1,2:said>" in plain(explained(*both))


def test_a_position_stands_behind_its_proof() -> None:
    """With its stance and the proposal's name; below, who holds it, how surely, and why."""
    page = plain(explained(*NESTED, positions=(STAND,)))
    assert "closed:2]:1] (P1 support: closing the pier). Nobody" in page
    assert "P1 Bo Lind — support: closing the pier\n      0.50, shown by 2, in no codebook\n" in page
    assert '      why: "wanted" over it\n' in page


def test_each_claim_says_how_surely_and_why() -> None:
    """Who speaks, in which kind of quotation, who passes it on."""
    page = plain(explained(*NESTED))
    assert page.endswith("Positions\n  none\n\n")
    assert "  1 Ada Holm\n      indirect, 0.75\n      why: because\n" in page
    assert "  2 Bo Lind\n      indirect, 0.75, passed on by 1\n" in page


@pytest.mark.parametrize("width", [30, 80, 120])
@pytest.mark.parametrize("color", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, color: bool) -> None:
    """Nor ends in blanks that nobody sees."""
    long = explained(*NESTED, text=TEXT + " word" * 200, positions=(STAND,))
    for line in COLOR.sub("", page_of(long, width=width, color=color)).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_colours_are_only_for_terminals() -> None:
    """The plain page has no escape; the coloured one has no brackets, and the same words."""
    found = explained(*NESTED, positions=(STAND,))
    assert "\x1b" not in plain(found)
    colored = page_of(found, width=200, color=True)
    assert "\x1b[" in colored
    assert "Ada Holm¹ said¹ ¹that Bo Lind² wanted² ²the pier closed (P1 support" in COLOR.sub("", colored)


@pytest.mark.parametrize("color", [True, False])
def test_no_text_moves_the_cursor(color: bool) -> None:
    """Escapes, control characters and turns of direction are written out, wherever they come from."""
    evil = "\x1b[2J\x07\u202e\x9b31m\u2066\x00\r"
    text = TEXT.replace("Nobody", evil + "Nobody")
    found = explained(claim(1, "ada", "Ada Holm", "said", OUTER, text, reason=evil), text=text)
    found = Explained(found.reading, {"ada": evil, "bo": evil, "pier": evil})
    page = COLOR.sub("", page_of(found, width=80, color=color))
    assert not set(page) & set(evil.replace("[", "").replace("2J", "").replace("31m", ""))
    assert "\\x1b[2J" in page


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_whatever_a_reading_holds_is_shown(reading: Reading) -> None:
    """Every mark is opened and closed, nothing of the text is lost, and nothing breaks."""
    found = Explained(reading, {})
    for mark in marks_of(found):
        assert 0 <= mark.start <= mark.end <= len(reading.article.text)
    page = page_of(found, width=60, color=False)
    assert page.isprintable() or not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)
    letters = [c for c in reading.article.text if c.isalnum()]
    shown = iter(page)
    assert all(c in shown for c in letters)

"""Where paragraphs begin and end."""

import textwrap

from graph.articles.paragraphs import LONGEST, paragraphs
from tests.articles.samples import LEAD, SECOND


def split(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [text[p.start : p.end] for p in paragraphs(text)]


def test_lines_are_paragraphs_and_blank_lines_part_them() -> None:
    """With any line ends, and white space around them left out."""
    assert split(f"  {LEAD}\r\n{SECOND}\r\n\r\n\tPier\n") == [LEAD, SECOND, "Pier"]


def test_lines_that_were_wrapped_at_a_column_are_one_paragraph() -> None:
    """With and without blank lines between the paragraphs."""
    first, second = textwrap.fill(f"{LEAD} {SECOND} {LEAD}", 72), textwrap.fill(f"{SECOND} {LEAD}", 72)
    assert split(f"{first}\n\n{second}") == [first, second]
    assert split(f"{first}\n{second}") == [first, second]
    assert split(f"Pier is shut\n\n{first}\n\n  • Vik\n  • Sund") == ["Pier is shut", first, "• Vik", "• Sund"]


def test_a_sentence_that_goes_on_in_the_next_line_is_one() -> None:
    """A long line that stops without a mark before a small letter was broken by accident."""
    assert split("The council decided on Monday that the pier shall \nbe shut.\nShips wait.") == [
        "The council decided on Monday that the pier shall \nbe shut.",
        "Ships wait.",
    ]


def test_headings_and_short_lines_stay_alone() -> None:
    """A heading of nearly the length of the line below is not taken for wrapped text."""
    text = f"The council of the harbour closes its old pier\nShips of every size wait in the roads of Vik.\n\n{LEAD}"
    assert split(text) == text.replace("\n\n", "\n").split("\n")


def test_no_paragraph_is_longer_than_what_the_parser_takes() -> None:
    """A text without line ends is cut."""
    pieces = split("word " * 50_000)
    assert max(map(len, pieces)) <= LONGEST
    assert sum(piece.count("word") for piece in pieces) >= 49_990

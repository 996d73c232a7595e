"""What each step of the marking finds, and what it must leave alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.articles.regions import mark
from graph.articles.regions.datelines import dateline
from graph.articles.regions.headings import glued_heading
from graph.model import Region
from tests.articles.samples import LEAD, SECOND

THIRD = "The engineers of the town had warned for years that the piles were hollow and that no ship should moor there."


def marks(text: str) -> list[tuple[str, str]]:
    """The regions of a text, as their kinds and texts."""
    return [(region.kind, text[region.start : region.end]) for region in mark(text).regions]


@pytest.mark.parametrize(
    ("line", "found", "agency"),
    [
        ("OSLO (Reuters) -Ships wait.", "OSLO (Reuters) -", "Reuters"),
        ("SÃO PAULO, March 3 (AP) — Ships wait.", "SÃO PAULO, March 3 (AP) —", "AP"),
        ("BEIRUT/CAIRO (Reuters) - Ships wait.", "BEIRUT/CAIRO (Reuters) -", "Reuters"),
        ("Paris, le 4 mai (AFP) – Les navires attendent.", "Paris, le 4 mai (AFP) –", "AFP"),
        ("Madrid, 3 may (EFE).- Los barcos esperan.", "Madrid, 3 may (EFE).-", "EFE"),
        ("BERLIN, 5. März (dpa) – Schiffe warten.", "BERLIN, 5. März (dpa) –", "dpa"),
        ("MOSCOW, April 5. /TASS/. Ships wait.", "MOSCOW, April 5. /TASS/.", "TASS"),
        ("Seoul, March 3 (Yonhap) -- Ships wait.", "Seoul, March 3 (Yonhap) --", "Yonhap"),
        ("GENEVA, Nov. 25, 2025 /PRNewswire/ -- Ships wait.", "GENEVA, Nov. 25, 2025 /PRNewswire/ --", "PRNewswire"),
        ("(Reuters) - Ships wait.", "(Reuters) -", "Reuters"),
        ("ANKARA — Ships wait.", "ANKARA —", ""),
        ("WASHINGTON, D.C. – Ships wait.", "WASHINGTON, D.C. –", ""),
        ("BRASÍLIA – Navios esperam.", "BRASÍLIA –", ""),
        ("The harbour (Vik) - which is old - is shut.", "", ""),
        ("He told the agency (Reuters) that ships wait.", "", ""),
        ("U.S. -China talks wait.", "", ""),
        ("BREAKING — Ships wait.", "", ""),
        ("NATO — the alliance — waits.", "", ""),
        ("The pier - Ships wait.", "", ""),
    ],
)
def test_a_dateline_ends_with_its_dash(line: str, found: str, agency: str) -> None:
    """In the forms of many agencies and languages, glued to its sentence or not."""
    length, named = dateline(line)
    assert (line[:length], named) == (found, agency)


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("What the towns want", "At the heart of the dispute is the question of who pays for the pier."),
        ("Why members should decide", "The harbour belongs to those who work in it, and to nobody else."),
        ("What comes next?", "In May the council will meet again to decide what is to be built there."),
        ("Lessons from 2024", "The council has learnt little from the year in which the ferry sank."),
        ("What next for the EU", "There is no plan for the harbours, as the commission said on Monday."),
        ("Weaving the Old Nets", "Fishermen have also asked for money, which the council has not got now."),
    ],
)
def test_a_heading_that_is_glued_to_its_sentence_is_split_at_the_seam(head: str, rest: str) -> None:
    """The seam is where a small letter, a mark or a figure meets the beginning of a sentence."""
    after = "The Nets are old. Fishermen know."
    assert glued_heading(head + rest, frozenset({"Nets", "Fishermen"})) == len(head)
    assert marks(f"Pier is shut\n\n{LEAD}\n\n{head}{rest}\n\n{after}")[2:] == [
        ("heading", head),
        ("body", f"{rest}\n\n{after}"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The McDonald family sold its iPhone shares, and YouTube and TotalEnergies bought them, she said.",
        "Shares of SoftBank rose after the bank had said that it would soft-pedal. Bank shares rose too.",
        "She wrote on LinkedIn that the pier is shut and that the council has no plan to build another.",
        "On @HarbourWatch she wrote that the pier is shut and that the council has no plan for another.",
        "The minister said.The council, she added, has no plan to build another pier in its place at all.",
        "A study by BioNTech and AstraZeneca found that the harbour's air is clean, the council said then.",
        "DeepMind and OpenAI both said that they would not bid for the harbour's cameras this year.",
        "In the view of PricewaterhouseCoopers the harbour should be sold to those who work in it now.",
        "Pier shutThe end.",
    ],
)
def test_a_name_with_a_capital_inside_is_no_seam(line: str) -> None:
    """Only what reads as a heading before what reads as a sentence is split."""
    assert glued_heading(line, frozenset(line.split())) == 0


def test_of_a_passage_that_is_printed_again_one_stays() -> None:
    """The first of equals, the longer of a short one and a long one, the whole of a teaser."""
    text = "\n\n".join([LEAD, f"{LEAD} {SECOND}", THIRD, f"  {THIRD} ", f"{THIRD[:60]}...", "The pier.", "The pier."])
    assert [kind for kind, _ in marks(text)] == ["repeated", "body", "repeated", "body"]
    assert marks(text)[1][1] == f"{LEAD} {SECOND}\n\n{THIRD}"


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, the prosecutor told the court.",
        "Read my lips, she said.",
        "By Monday the pier had been shut for nine days.",
        "Reporting by the Courier found that the pier was rotten.",
        "“No comment,” said the minister.",
        "Next in line is the harbour of Sund, which is older still.",
        "Related parties own most of the pier, the auditor said.",
        "The views of fishermen were not heard, their union said.",
        "Copyright was the reason, the museum said.",
        "The report was produced by engineers of the town.",
        "Ola Dahl is the director of the harbour and has led the council for nine years.",
        "Share prices of the ferry company fell by a third.",
        "Contact between both ships was lost at nine.",
        "The author of the plan is grateful to nobody, she joked.",
        "Photo editors of three papers protested.",
        "More from fishermen than from the town is asked.",
        "Comments by the minister drew laughter.",
        "References to the treaty were struck out.",
        "Image matters, said the mayor of Vik.",
        "Correction of the course came too late.",
        "The council's poll was done by AP/Ipsos.",
        "He spoke to Reuters.",
    ],
)
def test_a_sentence_that_resembles_furniture_stays_body(line: str) -> None:
    """In the middle and at the end of an article."""
    for text in (
        f"Pier is shut\n\n{LEAD}\n\n{SECOND} Dahl is tired.\n\n{line}",
        f"Pier is shut\n\n{LEAD}\n\n{line}\n\n{SECOND}",
    ):
        assert not {kind for kind, words in marks(text) if line in words} - {"body"}


def test_a_list_is_body_and_its_label_too() -> None:
    """Items and the line that announces them are read."""
    text = f"{LEAD}\n\nThe harbours are:\n\n  • North: Vik, Sund\n  • South: Ekholm\n\n{SECOND}"
    assert {kind for kind, _ in marks(text)} == {"body"}


def test_a_biography_is_no_claim_but_a_fact_about_a_known_person_stays() -> None:
    """The last line is about the author where the article does not speak of the person."""
    article = f"Pier is shut\n\nBy Ann Lee\n\n{LEAD}\n\n{SECOND}\n\n"
    assert marks(article + "Ann Lee is a fellow at the Institute for Harbours.")[-1][0] == "byline"
    assert marks(article + "Lee was a reporter for the Courier.")[-1][0] == "byline"
    assert marks(article + "The author is a professor of law.")[-1][0] == "byline"
    assert marks(article + "Ola Dahl is the president of the harbour union.")[-1][0] == "body"


def test_hints_of_a_format_stand_before_what_the_form_tells() -> None:
    """A heading that the format knows stays one, whatever stands below it."""
    text = f"Pier\n\n{LEAD}\n\nShips\n\nVik."
    regions = mark(
        text, [Region("title", 0, 4), Region("heading", text.index("Ships"), text.index("Ships") + 5)]
    ).regions
    assert [region.kind for region in regions] == ["title", "body", "heading", "body"]


_PIECES = st.sampled_from(
    [
        LEAD,
        SECOND,
        "By Ann Lee",
        "Related stories",
        "References",
        "Disclaimer",
        "8h ago",
        "OSLO (AFP) -",
        "What nextThe pier",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\t",
        "• ",
        "# ",
        "12 comments",
        "About Vik",
        "Image",
        "...",
        "\u2028",
        "\x0b",
        "\x85",
        "é",
        "港",
        "🚢",
        "PRESS RELEASE",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=25).map("".join))
def test_regions_cover_all_that_is_no_white_space_and_do_not_overlap(text: str) -> None:
    """Whatever the text, and the marking of the same text is the same."""
    regions = mark(text).regions
    at = 0
    for region in regions:
        assert not text[at : region.start].strip()
        assert region.start < region.end
        assert text[region.start : region.end].strip() == text[region.start : region.end]
        at = region.end
    assert not text[at:].strip()
    assert mark(text).regions == regions


_HARD = [
    f"{LEAD}\n\n{SECOND}\n\n",
    f"{LEAD} ",
    "word ",
    "x",
    "\n",
    "Read more\n",
    "“Photo: (Reporting by Ann Lee / AFP / \n",
    "Share Share Share Share Share Share Share Share Share Share Share x\n",
    "Ann Lee and " * 20 + "\n",
    "a-A",
    "The views expressed " * 30 + "\n",
]


@pytest.mark.parametrize("megabytes", [0.2, pytest.param(2.0, marks=pytest.mark.slow)])
@pytest.mark.parametrize("piece", _HARD, ids=range(len(_HARD)))
def test_a_text_of_one_piece_again_and_again_is_marked_in_seconds(piece: str, megabytes: float) -> None:
    """No step and no expression grows faster than the text does."""
    text = piece * int(megabytes * 1_000_000 / len(piece))
    start = time.process_time()
    mark(text)
    assert time.process_time() - start < 10 * megabytes + 1

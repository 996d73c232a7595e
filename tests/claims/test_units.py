"""Who may take a stand where."""

import pytest

from graph.claims import Codebook
from graph.claims.positions.units import Unit, units
from tests.claims.coded import Coder, article
from tests.claims.tagging import HOSTILE, REPORT, proves_itself

COLUMN = "We have waited long enough. The council should close the pier. I say so as one who swam there."


def of(coder: Coder, text: str, authors: tuple[str, ...] = ()) -> list[Unit]:
    """The units of a text."""
    return list(units(coder.context(article(text, authors=authors), Codebook())))


def test_who_is_made_to_say_something_stands_where_it_is_said(coder: Coder) -> None:
    """With the words, the claim, and the place that names the speaker."""
    (unit,) = (u for u in of(coder, REPORT) if u.way == "says" and "flood walls" in u.claims[0].content[0].text)
    assert "river-agency" in unit.holder
    assert unit.named is not None
    assert REPORT[slice(*unit.named)] == "The river agency"
    assert [REPORT[slice(*w)] for w in unit.words] == ["that the flood walls would hold until spring"]


def test_who_does_something_in_a_sentence_is_there_once(coder: Coder) -> None:
    """The mayor who rejects is named with the sentence as her words, and no other actor has them said."""
    text = "Mayor Ada Holm rejected the plan. Critics of Ada Holm, whom Ada Holm knows, were not asked by her."
    found = [u for u in of(coder, text) if u.way == "named" and u.holder.endswith("/ada-holm")]
    assert [u.evidence.text for u in found] == [part.strip() for part in text.replace(". ", ".|").split("|")]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Norway rejected the plan.", True),
        ("The plan was rejected by Norway.", True),
        ("The board asked Norway for the plan.", True),
        ("Sweden and Norway rejected the plan.", True),
        ("Norway should reject the plan.", False),
        ("Norway's growers rejected the plan.", False),
        ("The growers of Norway rejected the plan.", False),
    ],
)
def test_who_only_stands_in_a_sentence_does_nothing_there(coder: Coder, text: str, acts: bool) -> None:
    """Nor does who is told what she should do."""
    assert all(u.acts is acts for u in of(coder, text) if u.way == "named" and u.holder.endswith("/country/NOR"))


def test_what_nobody_says_is_the_authors_in_a_commentary_and_nobodys_in_a_report(coder: Coder) -> None:
    """A report has authors too, who are not made to hold what they report."""
    assert [u.evidence.text for u in of(coder, COLUMN, ("Eva Ros",)) if u.way == "author"]
    assert not [u for u in of(coder, "The pier is old. It was built in 1901.", ("Eva Ros",)) if u.way == "author"]


def test_all_places_are_places_of_the_text(either: Coder) -> None:
    """Whatever the text: evidence is verbatim, stretches are within it and not empty."""
    for text in (REPORT, COLUMN, *HOSTILE):
        for unit in of(either, text, ("Eva Ros",)):
            assert proves_itself(text, unit.evidence)
            assert all(0 <= start < end <= len(text) for start, end in (*unit.words, unit.named or (0, 1)))


def test_part_of_a_name_holds_nothing_by_itself(coder: Coder) -> None:
    """Neither a title before a name nor a country in one; "Norway" before a common noun is the country still."""
    holders = {u.holder for u in of(coder, "Mr Holm met Seafarers Norway. Mr Holm said that Norway farmers had won.")}
    assert not any("/mr-holm" in holder for holder in holders)
    assert not [u for u in of(coder, "Seafarers Norway Aid wants more boats.") if u.holder.endswith("/country/NOR")]


def test_the_interviewer_holds_nothing_that_is_answered(coder: Coder) -> None:
    """An article of questions and answers has nobody's own voice, though it has an author."""
    text = (
        "Ida Aas runs the pier.\n\nIs it safe?\n\nI doubt it.\n\nWho pays?\n\nWe do.\n\nAnd now?\n\nWe should close it."
    )
    assert not [u for u in of(coder, text, ("Eva Ros",)) if u.way == "author"]


@pytest.mark.parametrize("mark", ["", "**"])
def test_who_asks_in_an_interview_holds_nothing(learner: Coder, mark: str) -> None:
    """What a question repeats is put for others; who answers does hold what is said, with signs of emphasis or not."""
    turns = (
        f"{mark}The Weekly:{mark} Mrs Holm, do you want the old pier closed?",
        f"{mark}Ada Holm:{mark} Yes, it must be closed before winter.",
        f"{mark}The Weekly:{mark} The fishermen say that it would ruin them. Is that nothing?",
        f"{mark}Ada Holm:{mark} They will get another one, and a better one.",
    )
    found = list(units(learner.context(article(turns), Codebook(()))))
    assert {unit.holder.rsplit("/", 1)[1] for unit in found if unit.way == "says"} >= {"ada-holm"}
    assert not any("weekly" in unit.holder for unit in found)

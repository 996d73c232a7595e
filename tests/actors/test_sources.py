"""Speakers of a source that is any stretch of the text; epithets, and bodies by what an article calls them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.actors import Cast

MAYOR = "The mayor of Vik, Nils Holm, opened the fair. "


def labels(cast: Cast, phrase: str) -> list[str]:
    """The labels of the actors that the last occurrence of a source means."""
    start = cast.parsed.article.text.rindex(phrase)
    return [cast.actor(m.actor).label for m in cast.speakers_of(start, start + len(phrase))]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (MAYOR, "The mayor of Vik, Nils Holm,", ["Nils Holm"]),
        (MAYOR, "The mayor of Vik, Nils", ["Nils Holm"]),
        ("“It is late,” said harbour master Nils Holm.", "said harbour master Nils Holm.", ["Nils Holm"]),
        ("According to Nils Holm, it is late.", "According to Nils Holm,", ["Nils Holm"]),
        ("In Nils Holm's view, it is late.", "In Nils Holm's view", ["Nils Holm"]),
        ("In Nils Holm's view, it is late.", "Nils Holm's", ["Nils Holm"]),
        ("Vik University biologist Sara Dahl counted the herring.", "Vik University biologist Sara Dahl",
         ["Sara Dahl"]),
        ("Sara Dahl, a pilot, and Nils Holm said so.", "Sara Dahl, a pilot, and Nils Holm", ["Sara Dahl", "Nils Holm"]),
        (MAYOR + "One of them, Sara Dahl, laughed.", "One of them, Sara Dahl,", ["Sara Dahl"]),
    ],
)  # fmt: skip
def test_a_source_may_be_cut_or_too_long(read, text: str, phrase: str, expected: list[str]) -> None:
    """A tagger draws its edges as it sees them."""
    assert labels(read(text), phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (MAYOR + "In his speech, the 61-year-old called it a miracle.", "the 61-year-old", ["Nils Holm"]),
        (MAYOR + "The former pilot spoke of the sea.", "The former pilot", ["Nils Holm"]),
        (MAYOR + "The novelist spoke of the sea.", "The novelist", ["Nils Holm"]),
        (MAYOR + "The novelist of the year spoke too.", "The novelist of the year", ["novelist of the year"]),
        ("Prosecutor Sara Dahl questioned Nils Holm for an hour. The defendant said he was ill.", "The defendant",
         ["Nils Holm"]),
        ("The pension fund Kvist sold its shares on Monday. The fund said it had waited long.", "The fund", ["Kvist"]),
        ("The daily La Costa has asked for the minutes. The paper said it would wait.", "The paper", ["La Costa"]),
        ("The Rail Inspectorate closed the line. The safety watchdog said the bridge was weak.", "The safety watchdog",
         ["Rail Inspectorate"]),
        ("The Vik Foundation would pay for the trial, says its director, Sara Dahl.", "its director, Sara Dahl",
         ["Sara Dahl"]),
    ],
)  # fmt: skip
def test_an_epithet_means_who_was_named_last(read, text: str, phrase: str, expected: list[str]) -> None:
    """Where nobody else is near, and the phrase tells no office and introduces nobody."""
    assert labels(read(text), phrase) == expected


def test_nothing_is_no_source(read) -> None:
    """A blank, a mark, a place past the end."""
    cast = read(MAYOR)
    assert [cast.speakers_of(*ends) for ends in ((3, 3), (16, 18), (500, 600), (3, 4))] == [()] * 4


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 200), st.integers(0, 200))
def test_any_stretch_has_an_answer(start: int, length: int) -> None:
    """Each actor once, whatever the edges."""
    cast = _cast()
    found = cast.speakers_of(start, start + length)
    assert len({m.actor for m in found}) == len(found)


_KEPT: list[Cast] = []


@pytest.fixture(autouse=True)
def _keep(read) -> None:
    """One text for all stretches."""
    if not _KEPT:
        _KEPT.append(read(MAYOR + "He and Sara Dahl, who said “we are late”, met both sides; the two said no – twice."))


def _cast() -> Cast:
    return _KEPT[0]

"""Dates, days, authors, publishers, languages."""

from datetime import date
from pathlib import Path

import pytest

from graph.articles import mark, parse_date, resolve_day
from graph.articles.draft import Known
from graph.articles.formats.fields import known_from
from graph.articles.metadata.authors import split_names
from graph.articles.metadata.found import known_of
from graph.articles.metadata.languages import language_of
from tests.articles.samples import LEAD, SECOND

FRIDAY = date(2025, 10, 3)


def found(text: str) -> Known:
    """What a text tells of itself."""
    marked = mark(text)
    return known_of(text, marked.regions, marked.found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published April 23, 2025", date(2025, 4, 23)),
        ("04/23/2025", date(2025, 4, 23)),
        ("23/04/2025", date(2025, 4, 23)),
        ("Date: November 25, 2025", date(2025, 11, 25)),
        ("25 November 2025", date(2025, 11, 25)),
        ("Tuesday, 25th of November 2025, 10:00", date(2025, 11, 25)),
        ("Nov. 25, 2025", date(2025, 11, 25)),
        ("2025-11-25T09:00:00Z", date(2025, 11, 25)),
        ("2025/11/25", date(2025, 11, 25)),
        ("25.11.2025", date(2025, 11, 25)),
        ("2025年11月25日", date(2025, 11, 25)),
        ("25. November 2025", date(2025, 11, 25)),
        ("le 25 novembre 2025", date(2025, 11, 25)),
        ("25 de noviembre de 2025", date(2025, 11, 25)),
        ("05/05/2025", date(2025, 5, 5)),
        ("04/05/2025", None),
        ("February 30, 2025", None),
        ("8h ago", None),
        ("November 2025", None),
    ],
)
def test_a_date_is_read_in_the_forms_that_papers_use(text: str, day: date | None) -> None:
    """A date that can be read in two ways is not guessed."""
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day", "to_come"),
    [
        ("she said on Thursday", date(2025, 10, 2), date(2025, 10, 9)),
        ("on Friday", FRIDAY, date(2025, 10, 10)),
        ("last Friday", date(2025, 9, 26), date(2025, 9, 26)),
        ("next Monday", date(2025, 10, 6), date(2025, 10, 6)),
        ("earlier today", FRIDAY, FRIDAY),
        ("yesterday", date(2025, 10, 2), date(2025, 10, 2)),
        ("two weeks ago", date(2025, 9, 19), date(2025, 9, 19)),
        ("10 days later", date(2025, 10, 13), date(2025, 10, 13)),
        ("last week", date(2025, 9, 26), date(2025, 9, 26)),
        ("next month", date(2025, 11, 3), date(2025, 11, 3)),
        ("last year", date(2024, 10, 3), date(2024, 10, 3)),
        ("on May 10", date(2025, 5, 10), date(2026, 5, 10)),
        ("on 24 December", date(2024, 12, 24), date(2025, 12, 24)),
        ("on April 15, 2025, in Vik", date(2025, 4, 15), date(2025, 4, 15)),
        ("talks may 10 times fail", None, None),
        ("in 2024", None, None),
        ("on the fundamentals", None, None),
    ],
)
def test_a_day_is_resolved_against_the_article_s_date(text: str, day: date | None, to_come: date | None) -> None:
    """Backwards for what was said, forwards for what is to come."""
    assert resolve_day(text, FRIDAY) == day
    assert resolve_day(text, FRIDAY, ahead=True) == to_come


def test_months_end_where_they_end() -> None:
    """A month after the last of January is the last of February."""
    assert resolve_day("a month later", date(2025, 1, 31)) == date(2025, 2, 28)
    assert resolve_day("a year ago", date(2024, 2, 29)) == date(2023, 2, 28)
    assert resolve_day("on February 29", date(2025, 10, 3)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ann Lee and José Ortiz", ("Ann Lee", "José Ortiz")),
        ("ANN LEE, Staff Writer", ("Ann Lee",)),
        ("Ann Lee, Piet van der Berg & Ines de la Cruz", ("Ann Lee", "Piet van der Berg", "Ines de la Cruz")),
        ("Ann Lee in Oslo, and Bo Nilsen in Bergen", ("Ann Lee", "Bo Nilsen")),
        ("AFP", ("AFP",)),
    ],
)
def test_a_byline_is_split_into_names(byline: str, names: tuple[str, ...]) -> None:
    """Roles and places are no names."""
    assert split_names(byline) == names


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            f"{LEAD}\n\nAuthor: Harbour Press\nOffice Date: November 25, 2025",
            Known(authors=("Harbour Press Office",), published=date(2025, 11, 25)),
        ),
        (
            f"Pier is shut\n\nBy Ann Lee\n\n3 March 2025\n\n{LEAD}",
            Known("Pier is shut", None, ("Ann Lee",), date(2025, 3, 3)),
        ),
        (
            f"Pier is shut\n\nVIK, March 3, 2025 (Reuters) - {LEAD}\n\n(Reporting by Ann Lee; Editing by Bo Nilsen)",
            Known("Pier is shut", "Reuters", ("Ann Lee",), date(2025, 3, 3)),
        ),
        (
            f"Pier is shut\n\n{LEAD}\n\n{SECOND}\n\n© 2025 Vik Courier. All rights reserved.",
            Known("Pier is shut", "Vik Courier"),
        ),
        (f"Pier is shut\n\nVikNews 3h ago\n\n{LEAD}", Known("Pier is shut", "VikNews")),
        (
            f"Pier is shut\n\n{LEAD}\n\nLegal Disclaimer:\nGoalPost provides the\ninformation as is.",
            Known("Pier is shut", "GoalPost"),
        ),
        (f"Vik Institute\n\nPRESS RELEASE\n\nPier is shut\n\n{LEAD}", Known("Pier is shut", "Vik Institute")),
        (f"{LEAD} {SECOND} {LEAD}", Known()),
    ],
)
def test_metadata_are_found_where_the_text_has_them(text: str, known: Known) -> None:
    """Title, publisher, authors and date; nothing is invented."""
    assert found(text) == known


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "en"),
        ("", "en"),
        ("Le conseil du port a décidé de fermer la jetée, et les pêcheurs ne sont pas du tout contents.", "fr"),
        ("港湾評議会は月曜日に古い桟橋を閉鎖することを決めた。", "ja"),
        ("Совет порта решил закрыть старый причал.", "ru"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text: str, language: str) -> None:
    """English where nothing speaks against it."""
    assert language_of(text) == language


def test_what_a_record_says_comes_before_what_the_text_says(tmp_path: Path) -> None:
    """Front matter is believed."""
    from tests.articles.samples import read

    (tmp_path / "pier.md").write_text(
        f"---\nauthors: Per Hov\n---\nPier is shut\n\nBy Ann Lee\n\n{LEAD}", encoding="utf-8"
    )
    [article], _ = read(tmp_path / "pier.md")
    assert (article.authors, article.title) == (("Per Hov",), "Pier is shut")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee and Jan van der Berg", ("Ann Lee", "Jan van der Berg")),
        ("Ministry of Ports and Rivers", ("Ministry of Ports and Rivers",)),
        (["Ann Lee and Sons"], ("Ann Lee and Sons",)),
        (None, ()),
    ],
)
def test_authors_of_front_matter_are_people_each(author: object, names: tuple[str, ...]) -> None:
    """Two names in one line are two authors; the name of a body may have "and" in it."""
    assert known_from({"author": author}, "quay.md").authors == names
